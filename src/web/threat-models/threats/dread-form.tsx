import { useId, useState } from 'react';
import {
  type Dread,
  type DreadPart,
  dreadParts,
  type Level,
  levelsOfDread,
} from '#core/threat-model/risk.ts';
import styles from './rating.module.css';
import { dreadQuestions, impactWords, likelihoodWords } from './threat-labels.ts';

type Props = { readonly onTake: (levels: { readonly likelihood: Level; readonly impact: Level }) => void };

const isFigure = (figure: number | undefined): figure is number =>
  figure !== undefined && figure >= 1 && figure <= 10;

function whole(figures: Partial<Dread>): Dread | undefined {
  const { damage, reproducibility, exploitability, affectedUsers, discoverability } = figures;
  return isFigure(damage) &&
    isFigure(reproducibility) &&
    isFigure(exploitability) &&
    isFigure(affectedUsers) &&
    isFigure(discoverability)
    ? { damage, reproducibility, exploitability, affectedUsers, discoverability }
    : undefined;
}

/** Five figures that become likelihood and impact; the figures themselves are not kept. */
export function DreadForm({ onTake }: Props) {
  const id = useId();
  const [figures, setFigures] = useState<Partial<Dread>>({});
  const set = (part: DreadPart, figure: number): void =>
    setFigures(({ [part]: _, ...others }) => (Number.isNaN(figure) ? others : { ...others, [part]: figure }));
  const dread = whole(figures);
  const levels = dread && levelsOfDread(dread);
  return (
    <details className={styles.dread}>
      <summary>Rate by DREAD instead</summary>
      <p>
        Five figures from 1 to 10, the worst. Damage and affected users become the impact, the other three the
        likelihood: the mean of each group, two steps to a level. Only the two levels are kept.
      </p>
      <div className={styles.figures}>
        {dreadParts.map((part) => {
          const [name, question] = dreadQuestions[part];
          return (
            <div key={part}>
              <label htmlFor={`${id}-${part}`}>{name}</label>
              <span id={`${id}-${part}-asks`}>{question}</span>
              <input
                id={`${id}-${part}`}
                className="input"
                type="number"
                inputMode="numeric"
                min={1}
                max={10}
                step={1}
                aria-describedby={`${id}-${part}-asks`}
                aria-invalid={part in figures && !isFigure(figures[part]) ? true : undefined}
                value={figures[part] ?? ''}
                onChange={(event) => set(part, event.target.valueAsNumber)}
              />
            </div>
          );
        })}
      </div>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={!levels}
          onClick={() => levels && onTake(levels)}
        >
          Take these levels
        </button>
        <span role="status" className={styles.word}>
          {levels
            ? `Likelihood ${levels.likelihood}, ${likelihoodWords[levels.likelihood]}; impact ${levels.impact}, ${impactWords[levels.impact]}.`
            : 'Give all five, each from 1 to 10.'}
        </span>
      </div>
    </details>
  );
}
