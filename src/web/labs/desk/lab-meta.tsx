import { labLanguageNames } from '#core/content/lab-language.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import { stageLabels } from '#web/ui/labels.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import { kindLabels } from '../lab-labels.ts';

export function LabMeta({ lab }: { readonly lab: LabItem }) {
  return (
    <p className={frame.meta}>
      <span>
        {labLanguageNames[lab.language]}, {lab.framework}
      </span>
      <span>{kindLabels[lab.kind]}</span>
      <span>Difficulty {lab.difficulty} of 5</span>
      <span>{stageLabels[lab.stage]}</span>
      <Minutes value={lab.minutes} />
    </p>
  );
}
