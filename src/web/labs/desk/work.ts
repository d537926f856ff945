import { longestLabText } from '#core/review/limits.ts';
import type { Finding, LabDraft } from '#web/ui/api/lab-types.ts';
import { isRecord } from '#web/ui/api/problem.ts';
import type { Text } from '#web/ui/drafts/draft.ts';

/** All that a candidate writes in a lab: findings, changed files (null: deleted) and the explanation. */
export type LabWork = LabDraft;

const finding = (one: Finding): Finding => ({
  file: one.file,
  startLine: one.startLine,
  ...(one.endLine === undefined ? {} : { endLine: one.endLine }),
  ...(one.cwe === undefined ? {} : { cwe: one.cwe }),
  ...(one.cvss === undefined ? {} : { cvss: one.cvss }),
  ...(one.severity === undefined ? {} : { severity: one.severity }),
  ...(one.explanation ? { explanation: one.explanation } : {}),
  ...(one.remediation ? { remediation: one.remediation } : {}),
});

/** The work as one text for the draft keeper: the same work always gives the same text. */
export function textOfWork({ findings, files, explanation }: LabWork): Text {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const work = { findings: findings.map(finding), files: Object.fromEntries(sorted), explanation };
  return { answer: JSON.stringify(work), notes: '' };
}

/** Reads what `textOfWork` wrote. */
export const workOfText = ({ answer }: Text): LabWork => JSON.parse(answer) as LabWork;

/** Whether a text is the work of a lab; what lies in the browser's storage may be damaged. */
export function isWork({ answer }: Text): boolean {
  try {
    const work: unknown = JSON.parse(answer);
    if (!isRecord(work)) return false;
    const { findings, files, explanation } = work;
    return Array.isArray(findings) && findings.every(isFinding) && isFiles(files) && isText(explanation);
  } catch {
    return false;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFinding = (value: unknown): boolean =>
  isRecord(value) && isText(value.file) && Number.isInteger(value.startLine);
const isFiles = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((content) => content === null || isText(content));

/** Whether some part is longer than the server takes. */
export function isTooLongForLab(text: Text): boolean {
  const { findings, files, explanation } = workOfText(text);
  const { answer, file, note } = longestLabText;
  const long = (one: string | null | undefined, limit: number): boolean => (one?.length ?? 0) > limit;
  return (
    long(explanation, answer) ||
    Object.values(files).some((content) => long(content, file)) ||
    findings.some((one) => long(one.explanation, note) || long(one.remediation, note))
  );
}
