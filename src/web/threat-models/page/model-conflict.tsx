import { useMemo } from 'react';
import { compareModels } from '#core/threat-model/compare.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type Choose, ConflictFrame, KeepOrTake } from '#web/ui/drafts/conflict-frame.tsx';
import { ComparisonView } from '../versions/comparison-view.tsx';

type Props = {
  readonly mine: ThreatModel;
  readonly theirs: ThreatModel;
  readonly onChoose: Choose;
};

/** Another tab changed this model too: nothing is dropped until the user says which one stays. */
export function ModelConflict({ mine, theirs, onChoose }: Props) {
  const comparison = useMemo(() => compareModels(theirs, mine), [theirs, mine]);
  return (
    <ConflictFrame title="This model was also changed in another tab. Which one do you keep?">
      <KeepOrTake onChoose={onChoose} />
      <p>What this tab has against what the other tab saved:</p>
      <ComparisonView comparison={comparison} />
    </ConflictFrame>
  );
}
