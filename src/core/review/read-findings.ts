import { z } from 'zod';
import { mostFindings, type ReviewFinding, reviewFinding } from './finding.ts';
import { locateFile } from './place.ts';
import { readSarif, type SarifReading } from './sarif.ts';

/**
 * Reads findings from a file: a JSON array of them, an object with `findings`, or the SARIF log of any tool. `files`
 * are the paths of the app; in the plain forms every finding has to be in one of them.
 */
export function readFindings(text: string, files: readonly string[]): SarifReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(`This is not JSON: ${reason}.`, 'Give a JSON array of findings or a SARIF log.');
  }
  if (isObject(json) && 'runs' in json) return readSarif(text, files);
  const list = isObject(json) && 'findings' in json ? json.findings : json;
  const parsed = z.array(reviewFinding).max(mostFindings).safeParse(list);
  if (!parsed.success) return failed(...describe(parsed.error));
  return located(parsed.data, files);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const failed = (message: string, mend: string): SarifReading => ({ ok: false, message, mend });

function describe(error: z.ZodError): [message: string, mend: string] {
  const [issue] = error.issues;
  const path = z.core.toDotPath(issue?.path ?? []);
  if (path === '')
    return [
      `This is no list of findings: ${issue?.message}.`,
      'Give a JSON array of findings or a SARIF log.',
    ];
  return [`findings${path}: ${issue?.message}.`, 'Correct it; docs/review-findings.md lists the fields.'];
}

function located(findings: readonly ReviewFinding[], files: readonly string[]): SarifReading {
  const found: ReviewFinding[] = [];
  for (const [index, finding] of findings.entries()) {
    const file = locateFile(finding.file, files);
    if (file === undefined)
      return failed(
        `findings[${index}].file: the app has no file "${finding.file}".`,
        `It has ${files.join(', ')}.`,
      );
    found.push({ ...finding, file });
  }
  return { ok: true, findings: found, notes: [] };
}
