import { useMemo } from 'react';
import { compareModels } from '#core/threat-model/compare.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { ComparisonView } from '../versions/comparison-view.tsx';
import styles from './model-page.module.css';

type Props = {
  readonly mine: ThreatModel;
  readonly theirs: ThreatModel;
  readonly onChoose: (choice: 'kept-mine' | 'took-theirs') => void;
};

/** Another tab changed this model too: nothing is dropped until the user says which one stays. */
export function ModelConflict({ mine, theirs, onChoose }: Props) {
  const comparison = useMemo(() => compareModels(theirs, mine), [theirs, mine]);
  return (
    <section className={styles.conflict} aria-labelledby="conflict-title">
      <h2 id="conflict-title" role="alert">
        This model was also changed in another tab. Which one do you keep?
      </h2>
      <div className="buttons">
        <button type="button" className="button" onClick={() => onChoose('kept-mine')}>
          Keep mine
        </button>
        <button type="button" className="button" onClick={() => onChoose('took-theirs')}>
          Take the other
        </button>
      </div>
      <p>What this tab has against what the other tab saved:</p>
      <ComparisonView comparison={comparison} />
    </section>
  );
}
