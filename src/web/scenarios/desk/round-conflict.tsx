import { useMemo } from 'react';
import { compareModels } from '#core/threat-model/compare.ts';
import { plural } from '#web/ui/labels.ts';
import { ComparisonView } from '../../threat-models/versions/comparison-view.tsx';
import { stageTitles } from '../scenario-labels.ts';
import styles from './desk.module.css';
import type { ScenarioWork } from './work.ts';

type Props = {
  readonly mine: ScenarioWork;
  readonly theirs: ScenarioWork;
  readonly onChoose: (choice: 'kept-mine' | 'took-theirs') => void;
};

/** Another tab worked on this round too: nothing is dropped until the candidate says which one stays. */
export function RoundConflict({ mine, theirs, onChoose }: Props) {
  const comparison = useMemo(() => compareModels(theirs.model, mine.model), [theirs, mine]);
  return (
    <section className={styles.conflict} aria-labelledby="conflict-title">
      <h2 id="conflict-title" role="alert">
        This round was also changed in another tab. Which one do you keep?
      </h2>
      <p>In this tab: {outline(mine)}.</p>
      <p>Saved by the other tab: {outline(theirs)}.</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => onChoose('kept-mine')}>
          Keep mine
        </button>
        <button type="button" className="button" onClick={() => onChoose('took-theirs')}>
          Take the other
        </button>
      </div>
      <p>What the model of this tab has against that of the other:</p>
      <ComparisonView comparison={comparison} />
    </section>
  );
}

function outline({ stage, model, twistReply, judgments }: ScenarioWork): string {
  const judged = Object.values(judgments).filter(({ verdict }) => verdict !== null).length;
  return [
    `at ${stageTitles[stage].toLowerCase()}`,
    plural(model.elements.length, 'element'),
    plural(model.threats.length, 'threat'),
    ...(twistReply === '' ? [] : [`a reply to the twist of ${plural(twistReply.length, 'character')}`]),
    ...(judged === 0 ? [] : [plural(judged, 'judgment')]),
  ].join(', ');
}
