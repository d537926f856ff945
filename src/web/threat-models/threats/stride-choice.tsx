import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import styles from './form.module.css';
import { strideLines } from './threat-labels.ts';

type Props = {
  /** Tells the group of one threat from that of another. */
  readonly name: string;
  readonly chosen: StrideCategory;
  readonly onChange: (stride: StrideCategory) => void;
};

/** The six categories, each with what it means. */
export function StrideChoice({ name, chosen, onChange }: Props) {
  return (
    <fieldset className={styles.group}>
      <legend>STRIDE category</legend>
      <div className={styles.stride}>
        {strideCategories.map((stride) => (
          <label key={stride} data-chosen={stride === chosen || undefined}>
            <input type="radio" name={name} checked={stride === chosen} onChange={() => onChange(stride)} />
            <span>
              {strideNames[stride]}
              <small>{strideLines[stride]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
