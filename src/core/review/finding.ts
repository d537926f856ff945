import { z } from 'zod';
import { readCvss, type Severity, severities } from './cvss.ts';
import { longestLabText } from './limits.ts';

/** More than anybody reports on one lab; what a scanner says of a whole code base is cut by the reader. */
export const mostFindings = 2000;
export const longestExplanation = longestLabText.note;

const line = z.int().min(1).max(10_000_000);
const cweId = z.union(
  [
    z.int().min(1).max(99_999),
    z
      .string()
      .regex(/^(?:CWE-)?\d{1,5}$/i)
      .transform((text) => Number(text.replace(/^CWE-/i, ''))),
  ],
  'write a number, or "CWE-89"',
);

/** What a reviewer reports. */
export const reviewFinding = z
  .strictObject({
    /** Relative to the app. */
    file: z.string().min(1).max(1000),
    startLine: line,
    /** Included; the start when absent. */
    endLine: line.optional(),
    cwe: cweId.optional(),
    /** A CVSS 4.0 vector; it decides the severity where both are given. */
    cvss: z
      .string()
      .max(400)
      .superRefine((vector, context) => {
        const read = readCvss(vector);
        if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
      })
      .optional(),
    severity: z.enum(severities).optional(),
    /** Absent: the explanation is not judged. */
    explanation: z.string().max(longestExplanation).optional(),
    remediation: z.string().max(longestExplanation).optional(),
  })
  .refine(({ startLine, endLine }) => endLine === undefined || startLine <= endLine, {
    path: ['endLine'],
    message: 'the last line stands before the first',
  });
export type ReviewFinding = z.infer<typeof reviewFinding>;

/** The severity that a finding states; `undefined` when it states none. */
export function statedSeverity({ cvss, severity }: ReviewFinding): Severity | undefined {
  if (cvss === undefined) return severity;
  const read = readCvss(cvss);
  return read.ok ? read.severity : severity;
}
