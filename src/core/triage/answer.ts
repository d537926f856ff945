import { z } from 'zod';
import type { TriageSet } from '../content/triage.ts';

const ids = z.array(z.string().max(80)).max(40);

export const triageAnswer = z.strictObject({
  /** All findings, the most urgent first; what is left out stands last. */
  order: ids,
  /** Those taken into the sprint. */
  chosen: ids,
  /** Those held to be false positives. Duplicates may stand here too. */
  rejected: ids.default([]),
  /** A sentence for each of the chosen, by id; those of others do no harm. */
  reasons: z.record(z.string().max(80), z.string().max(1000)).default({}),
});
export type TriageAnswer = z.infer<typeof triageAnswer>;

export type AnswerReading =
  | { readonly ok: true; readonly answer: TriageAnswer }
  | { readonly ok: false; readonly message: string; readonly mend: string };

/** Reads an answer to a set; one that names unknown findings, takes too many or contradicts itself is refused. */
export function readAnswer(value: unknown, set: TriageSet): AnswerReading {
  const parsed = triageAnswer.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = z.core.toDotPath(issue?.path ?? []);
    const message = `This is no answer: ${path === '' ? 'the document' : path}: ${issue?.message}.`;
    return { ok: false, message, mend: 'Give order, chosen, rejected and reasons.' };
  }
  const fault = faultIn(parsed.data, set);
  return fault ? { ok: false, ...fault } : { ok: true, answer: parsed.data };
}

type Fault = { readonly message: string; readonly mend: string };

function faultIn(answer: TriageAnswer, set: TriageSet): Fault | undefined {
  const { order, chosen, rejected, reasons } = answer;
  const known = new Set(set.findings.map(({ id }) => id));
  const stranger = [...order, ...chosen, ...rejected, ...Object.keys(reasons)].find((id) => !known.has(id));
  if (stranger !== undefined)
    return { message: `There is no finding \`${stranger}\` in this set.`, mend: 'Use the ids of the set.' };
  for (const [name, list] of Object.entries({ order, chosen, rejected })) {
    const again = list.find((id, index) => list.indexOf(id) !== index);
    if (again !== undefined)
      return { message: `\`${again}\` stands in ${name} twice.`, mend: 'Name it once.' };
  }
  if (chosen.length > set.capacity)
    return {
      message: `${chosen.length} findings are taken; the sprint holds ${set.capacity}.`,
      mend: 'Take fewer.',
    };
  const both = chosen.find((id) => rejected.includes(id));
  return both === undefined
    ? undefined
    : { message: `\`${both}\` is taken and rejected.`, mend: 'Do one of the two.' };
}
