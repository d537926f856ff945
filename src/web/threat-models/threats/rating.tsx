import { useId } from 'react';
import type { Threat } from '#core/threat-model/document.ts';
import { DreadForm } from './dread-form.tsx';
import { LevelChoice } from './level-choice.tsx';
import styles from './rating.module.css';
import { RiskWord } from './risk-word.tsx';
import { impactWords, likelihoodWords } from './threat-labels.ts';

type Levels = Pick<Threat, 'likelihood' | 'impact'>;
type Props = { readonly threat: Threat; readonly onChange: (levels: Partial<Levels>) => void };

/** Likelihood and impact, given at once or by the five figures of DREAD. */
export function Rating({ threat, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.rating}>
      <LevelChoice
        title="Likelihood"
        name={`${id}-likelihood`}
        words={likelihoodWords}
        chosen={threat.likelihood}
        onChange={(likelihood) => onChange({ likelihood })}
      />
      <LevelChoice
        title="Impact"
        name={`${id}-impact`}
        words={impactWords}
        chosen={threat.impact}
        onChange={(impact) => onChange({ impact })}
      />
      <p className={styles.risk}>
        Risk: <RiskWord threat={threat} />
      </p>
      <DreadForm onTake={onChange} />
    </div>
  );
}
