// Threat models of known quality, as candidates hand them in after a design round: `<scenario>/NN.yaml`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { documentVersion } from '#core/threat-model/document.ts';
import { type DocumentReading, describedIssues, readDocument } from '#core/threat-model/read-document.ts';
import { readText } from '#core/threat-model/read-text.ts';

/** The lists hold what the document holds, which checks them; only texts are without ids here. */
const compactForm = z.strictObject({
  title: z.string(),
  boundaries: z.array(z.unknown()).default([]),
  elements: z.array(z.unknown()).default([]),
  flows: z.array(z.unknown()).default([]),
  threats: z.array(z.unknown()).default([]),
  mitigations: z.array(z.unknown()).default([]),
  assumptions: z.array(z.string()).default([]),
  questions: z.array(z.string()).default([]),
  residualRisk: z.string().default(''),
  tradeOffs: z.string().default(''),
});

export type CandidateReading = { readonly name: string; readonly reading: DocumentReading };

/** All threat models of one scenario, in the order of their names (`01`, `02`, ...). */
export const readCandidates = (scenario: string): readonly CandidateReading[] =>
  readdirSync(join(import.meta.dirname, scenario))
    .filter((file) => /^\d+\.yaml$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file.replace('.yaml', ''),
      reading: readCandidate(readFileSync(join(import.meta.dirname, scenario, file), 'utf8')),
    }));

/** The document that a compact form stands for, or all its problems. */
export function readCandidate(yaml: string): DocumentReading {
  const read = readText(yaml);
  if (!read.ok) return read;
  const compact = compactForm.safeParse(read.value);
  if (!compact.success) return { ok: false, problems: describedIssues(compact.error.issues) };
  const { assumptions, questions, ...model } = compact.data;
  return readDocument({
    ...model,
    version: documentVersion,
    assumptions: assumptions.map((text, index) => ({ id: `a${index + 1}`, text })),
    questions: questions.map((text, index) => ({ id: `q${index + 1}`, text })),
  });
}
