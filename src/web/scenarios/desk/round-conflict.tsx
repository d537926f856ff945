import { useMemo } from 'react';
import { compareModels } from '#core/threat-model/compare.ts';
import { type Choose, ConflictFrame, KeepOrTake } from '#web/ui/drafts/conflict-frame.tsx';
import { plural } from '#web/ui/labels.ts';
import { ComparisonView } from '../../threat-models/versions/comparison-view.tsx';
import { stageTitles } from '../scenario-labels.ts';
import type { ScenarioWork } from './work.ts';

type Props = {
  readonly mine: ScenarioWork;
  readonly theirs: ScenarioWork;
  readonly onChoose: Choose;
};

/** Another tab worked on this round too: nothing is dropped until the candidate says which one stays. */
export function RoundConflict({ mine, theirs, onChoose }: Props) {
  const comparison = useMemo(() => compareModels(theirs.model, mine.model), [theirs, mine]);
  return (
    <ConflictFrame title="This round was also changed in another tab. Which one do you keep?">
      <p>In this tab: {outline(mine)}.</p>
      <p>Saved by the other tab: {outline(theirs)}.</p>
      <KeepOrTake onChoose={onChoose} />
      <p>What the model of this tab has against that of the other:</p>
      <ComparisonView comparison={comparison} />
    </ConflictFrame>
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
