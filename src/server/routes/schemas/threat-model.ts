import { z } from '@hono/zod-openapi';
import { mitigationKinds, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { threatModel } from '#core/threat-model/document.ts';
import { instant, list } from './base.ts';
import { problem } from './problem.ts';

const id = z.string().min(1).max(80);
const title = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const whole = z.int().min(0);

/** Checked by core, which names each fault and says how to mend it. */
const uncheckedDocument = z.looseObject({});
const document = threatModel;

const counts = z.object({
  elements: whole,
  flows: whole,
  boundaries: whole,
  threats: whole,
  mitigations: whole,
});

export const modelParams = z.object({ id });
export const versionParams = z.object({ id, version: id });

export const modelList = z.object({
  items: list(
    z.object({ id, title: z.string(), counts, revision: whole, createdAt: instant, updatedAt: instant }),
  ),
});

export const modelView = z
  .object({ id, document, revision: whole, createdAt: instant, updatedAt: instant })
  .openapi('ThreatModel');

/** Another tab wrote first; `current` says what is stored. */
export const modelConflict = problem.extend({ current: modelView.optional() }).openapi('ThreatModelConflict');

const loss = z.object({ where: z.string(), what: z.string() });

export const newModel = z.union([
  z.strictObject({ title }),
  z.strictObject({ document: uncheckedDocument }),
  /** The text of a file of Hotseat, Threat Dragon or Open Threat Model. */
  z.strictObject({ file: z.string() }),
]);
export const createdModel = z.object({
  model: modelView,
  /** What of an imported file has no place in the model. */
  losses: list(loss),
});

export const modelWrite = z.strictObject({ document: uncheckedDocument, revision: whole });
export const modelSaved = z.object({ revision: whole, updatedAt: instant });
export const modelTitle = z.strictObject({ title });

const versionOutline = z.object({ id, name: z.string(), savedAt: instant, counts });
export const versionList = z.object({ items: list(versionOutline) });
export const versionName = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(120, 'is longer than 120 characters'),
});
export const versionView = z.object({ id, name: z.string(), savedAt: instant, document });
export const versionSaved = z.object({ id, name: z.string(), savedAt: instant });

export const comparisonQuery = z.object({
  from: id,
  /** The model as it is now, when absent. */
  to: id.optional(),
});
const item = z.object({
  part: z.enum([
    'model',
    'element',
    'flow',
    'boundary',
    'threat',
    'mitigation',
    'assumption',
    'question',
    'dismissal',
  ]),
  id: z.string(),
  label: z.string(),
});
const change = z.object({ field: z.string(), before: z.string(), after: z.string() });
export const comparison = z.object({
  added: list(item),
  removed: list(item),
  changed: list(item.extend({ changes: list(change) })),
});

export const analysisInput = z.strictObject({ document: uncheckedDocument });
const findingRule = z.object({
  id: z.string(),
  title: z.string(),
  stride: z.enum(strideCategories),
  explanation: z.string(),
  falsePositive: z.string(),
  cwe: list(z.int()),
  capec: list(z.int()),
  mitigations: list(z.object({ title: z.string(), kind: z.enum(mitigationKinds), asvs: list(z.string()) })),
});
export const analysisView = z.object({
  threats: list(
    z.object({ rule: z.string(), element: z.string(), label: z.string(), because: list(z.string()) }),
  ),
  questions: list(
    z.object({
      element: z.string(),
      label: z.string(),
      fact: z.string(),
      question: z.string(),
      /** How many threats the answer decides about. */
      decides: z.int(),
    }),
  ),
  /** Those that fired or were dismissed, each once. */
  rules: list(findingRule),
});

export const exportFormats = ['hotseat', 'threat-dragon', 'otm', 'markdown', 'svg', 'pdf'] as const;
export const exportParams = z.object({ id, format: z.enum(exportFormats) });
export const exportLosses = z.object({ losses: list(loss) });
