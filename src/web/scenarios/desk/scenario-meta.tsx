import type { ScenarioView } from '#web/ui/api/scenario-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import { stageLabels } from '#web/ui/labels.ts';
import { Minutes } from '#web/ui/minutes.tsx';

export function ScenarioMeta({ scenario }: { readonly scenario: ScenarioView }) {
  return (
    <span className={frame.meta}>
      <span>{scenario.industry}</span>
      <span>{stageLabels[scenario.stage]}</span>
      <Minutes value={scenario.minutes} />
      <span>Difficulty {scenario.difficulty} of 5</span>
    </span>
  );
}
