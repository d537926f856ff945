import { z } from 'zod';
import { readCvss } from '../cvss.ts';
import { longestExplanation, mostFindings, type ReviewFinding } from '../finding.ts';
import { locateFile } from '../place.ts';
import { weaknessOf } from './sarif-cwe.ts';
import { type SarifResult, type SarifRule, type SarifRun, sarifLog } from './sarif-log.ts';
import { pathOf } from './sarif-path.ts';
import { severityIn } from './sarif-severity.ts';

/** In UTF-16 code units. */
const largestSarif = 20_000_000;

export type SarifReading =
  | {
      readonly ok: true;
      readonly findings: readonly ReviewFinding[];
      /** What was left out and why, one sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly message: string; readonly mend: string };

/**
 * Reads findings from the SARIF 2.1.0 log of any tool. `files` are the paths of the app; results elsewhere,
 * suppressed ones and those without a line are left out and noted.
 */
export function readSarif(text: string, files: readonly string[]): SarifReading {
  if (text.length > largestSarif)
    return failed('The file has more than 20 million characters.', 'Scan only the app.');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return failed(
      `This is not JSON: ${error instanceof Error ? error.message : error}.`,
      'Give a SARIF file.',
    );
  }
  const parsed = sarifLog.safeParse(json);
  if (!parsed.success)
    return failed(`This is not SARIF: ${firstIssue(parsed.error)}.`, 'Export the log again.');
  const { version, runs } = parsed.data;
  if (!version.startsWith('2.1.')) return failed(`SARIF ${version} is not read.`, 'Export SARIF 2.1.0.');
  const reader = new ResultReader(files);
  for (const run of runs) for (const result of run.results ?? []) reader.read(result, run);
  return { ok: true, findings: reader.findings, notes: reader.notes() };
}

const failed = (message: string, mend: string): SarifReading => ({ ok: false, message, mend });

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = z.core.toDotPath(issue?.path ?? []);
  return `${path === '' ? 'the document' : path}: ${issue?.message ?? 'unknown'}`;
}

type LeftOut = 'elsewhere' | 'lineless' | 'settled' | 'beyond';

const sentences: Readonly<Record<LeftOut, (count: number) => string>> = {
  elsewhere: (count) => `${results(count)} in files that are not of this lab.`,
  lineless: (count) => `${results(count)} without a line.`,
  settled: (count) => `${results(count)} that the log itself marks as suppressed, passed or gone.`,
  beyond: (count) => `${results(count)} beyond the first ${mostFindings}.`,
};
const results = (count: number): string => `Left out: ${count} ${count === 1 ? 'result' : 'results'}`;

class ResultReader {
  readonly findings: ReviewFinding[] = [];
  readonly #files: readonly string[];
  readonly #leftOut = new Map<LeftOut, number>();

  constructor(files: readonly string[]) {
    this.#files = files;
  }

  read(result: SarifResult, run: SarifRun): void {
    const read = isSettled(result) ? 'settled' : this.#findingOf(result, run);
    if (typeof read === 'string') this.#leaveOut(read);
    else if (this.findings.length >= mostFindings) this.#leaveOut('beyond');
    else this.findings.push(read);
  }

  notes(): string[] {
    return [...this.#leftOut].map(([why, count]) => sentences[why](count));
  }

  #leaveOut(why: LeftOut): void {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
  }

  #findingOf(result: SarifResult, run: SarifRun): ReviewFinding | LeftOut {
    const location = result.locations?.[0]?.physicalLocation;
    const path = pathOf(location?.artifactLocation, run);
    const file = path === undefined ? undefined : locateFile(path, this.#files);
    if (file === undefined) return 'elsewhere';
    const { startLine, endLine } = location?.region ?? {};
    if (startLine === undefined) return 'lineless';
    const rule = ruleOf(result, run);
    const cwe = weaknessOf(result, rule);
    return {
      file,
      startLine,
      endLine: Math.max(startLine, endLine ?? startLine),
      ...(cwe !== undefined && { cwe }),
      severity: severityIn(result, rule),
      ...vectorOf(result),
      ...wordsOf(result, rule),
    };
  }
}

const settledKinds: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'informational']);

function isSettled({ kind, baselineState, suppressions }: SarifResult): boolean {
  const isSuppressed = (suppressions ?? []).some(
    ({ status }) => status === undefined || status === 'accepted',
  );
  return isSuppressed || baselineState === 'absent' || (kind !== undefined && settledKinds.has(kind));
}

/** The rule of a result, in the driver or an extension; a result may name a part of a rule as `rule/part`. */
function ruleOf(result: SarifResult, { tool }: SarifRun): SarifRule | undefined {
  const extension = result.rule?.toolComponent?.index;
  const component = extension === undefined ? tool.driver : tool.extensions?.[extension];
  const index = result.ruleIndex ?? result.rule?.index;
  const byIndex = index === undefined ? undefined : component?.rules?.[index];
  if (byIndex) return byIndex;
  const id = result.ruleId ?? result.rule?.id;
  if (id === undefined) return undefined;
  const rules = [tool.driver, ...(tool.extensions ?? [])].flatMap((one) => one.rules ?? []);
  return rules.find((rule) => rule.id === id) ?? rules.find((rule) => id.startsWith(`${rule.id}/`));
}

function vectorOf({ properties }: SarifResult): { cvss?: string } {
  const vector = properties?.cvss;
  return typeof vector === 'string' && readCvss(vector).ok ? { cvss: vector } : {};
}

/** In a log of Hotseat the properties tell a missing explanation from an empty one; a message must have text. */
function wordsOf(result: SarifResult, rule: SarifRule | undefined): Partial<ReviewFinding> {
  const { remediation, explanation: noted } = result.properties ?? {};
  const explanation = noted === '' ? '' : messageOf(result, rule).slice(0, longestExplanation);
  return {
    ...(noted !== null && { explanation }),
    ...(typeof remediation === 'string' && { remediation: remediation.slice(0, longestExplanation) }),
  };
}

/** The text of a result; a message may stand with its rule, with places for arguments. */
function messageOf({ message }: SarifResult, rule: SarifRule | undefined): string {
  const shared = message.id === undefined ? undefined : rule?.messageStrings?.[message.id]?.text;
  const text = message.text ?? shared ?? message.markdown ?? '';
  return text.replace(/\{(\d+)\}/g, (whole, at: string) => message.arguments?.[Number(at)] ?? whole);
}
