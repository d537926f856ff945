import { useId } from 'react';
import { type Answer, answers } from '#core/content/threat-model-vocabulary.ts';
import { fromIdentifier } from '#web/ui/labels.ts';
import styles from './editor.module.css';

type Props = {
  readonly fact: string;
  readonly answer: Answer;
  readonly readOnly: boolean;
  readonly onChange: (answer: Answer) => void;
};

export const answerLabels: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' };

/** Nobody has said yet is an answer too. */
export function FactChoice({ fact, answer, readOnly, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.fact} disabled={readOnly} data-known={answer !== 'unknown' || undefined}>
      <legend>{fromIdentifier(fact)}</legend>
      <div>
        {answers.map((each) => (
          <label key={each} data-answer={each}>
            <input
              type="radio"
              name={name}
              checked={each === answer}
              onChange={() => onChange(each)}
              className="visually-hidden"
            />
            <span>{answerLabels[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
