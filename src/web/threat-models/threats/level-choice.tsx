import { type Level, levels } from '#core/threat-model/risk.ts';
import strip from '#web/ui/value-strip.module.css';
import styles from './rating.module.css';

type Props = {
  readonly title: string;
  readonly name: string;
  readonly words: Readonly<Record<Level, string>>;
  readonly chosen: number | null;
  readonly onChange: (level: Level | null) => void;
};

/** A level from 1 to 5, said in a word. */
export function LevelChoice({ title, name, words, chosen, onChange }: Props) {
  const word = levels.find((level) => level === chosen);
  return (
    <fieldset className={styles.level}>
      <legend>{title}</legend>
      <div className={`${strip.strip ?? ''} ${styles.values ?? ''}`}>
        {levels.map((level) => (
          <label key={level} data-chosen={level === chosen || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={level === chosen}
              onChange={() => onChange(level)}
            />
            {level}
            <span className="visually-hidden">, {words[level]}</span>
          </label>
        ))}
      </div>
      <span className={styles.word}>{word ? words[word] : 'not rated'}</span>
      {word ? (
        <button type="button" className="button plain small" onClick={() => onChange(null)}>
          Clear<span className="visually-hidden"> {title.toLowerCase()}</span>
        </button>
      ) : null}
    </fieldset>
  );
}
