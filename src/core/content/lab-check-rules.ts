import type { Lab } from './lab.ts';
import { inLabFile, inText, type LabDefect } from './lab-defect.ts';

const fewestFunctional = 4;
const fewestExploits = 3;

/** A check as the text of `checks/` declares it. */
type DeclaredCheck = {
  readonly kind: 'functional' | 'exploit' | 'notice';
  /** For a notice, the finding. */
  readonly id: string;
  readonly finding: string | undefined;
  readonly hidden: boolean;
  readonly file: string;
  readonly line: number;
};

type Declared = {
  readonly checks: readonly DeclaredCheck[];
  /** Some ids are computed, so that the text does not tell which checks there are. */
  readonly incomplete: boolean;
};

const call = /(?<![\w.])(functional|exploit|notice)\(\s*(?:(['"`])([a-z0-9-]+)\2)?/g;
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function declaredChecks({ checks }: Pick<Lab, 'checks'>): Declared {
  const found = checks.flatMap(({ path, content }) => {
    const text = content.replace(comment, blank);
    return [...text.matchAll(call)].map((match) => readCall(text, match, `checks/${path}`));
  });
  const known = found.filter((check) => check !== undefined);
  return { checks: known, incomplete: known.length < found.length };
}

function readCall(text: string, match: RegExpExecArray, file: string): DeclaredCheck | undefined {
  const [whole, kind, , id] = match;
  if (id === undefined || (kind !== 'functional' && kind !== 'exploit' && kind !== 'notice'))
    return undefined;
  const rest = text.slice(match.index + whole.length);
  const head = rest.slice(0, Math.max(0, rest.search(/\basync\b|=>|\bfunction\b/)));
  const finding = kind === 'notice' ? id : /\bfinding:\s*(['"`])([a-z0-9-]+)\1/.exec(head)?.[2];
  const line = text.slice(0, match.index).split('\n').length;
  return { kind, id, finding, hidden: /\bhidden:\s*true\b/.test(head), file, line };
}

/** The ids of the checks, as far as the text tells; `undefined` when some are computed. */
export function checkIds(lab: Pick<Lab, 'checks'>): ReadonlySet<string> | undefined {
  const { checks, incomplete } = declaredChecks(lab);
  if (incomplete) return undefined;
  return new Set(checks.filter(({ kind }) => kind !== 'notice').map(({ id }) => id));
}

/** Checks the checks by their text: unique ids, known findings, and enough of each kind. */
export function checkLabChecks(lab: Lab): LabDefect[] {
  const declared = declaredChecks(lab);
  return [
    ...repeated(declared),
    ...onUnknownFindings(lab, declared),
    ...(declared.incomplete ? [] : tooFew(lab, declared)),
  ];
}

function repeated({ checks }: Declared): LabDefect[] {
  const seen = new Set<string>();
  return checks.flatMap(({ kind, id, file, line }) => {
    const key = kind === 'notice' ? `notice ${id}` : id;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [inText(file, 'duplicate-id', line, [`There is another \`${key}\`.`, 'Give it another id.'])];
  });
}

function onUnknownFindings({ findings }: Lab, { checks }: Declared): LabDefect[] {
  const known = new Set(findings.map(({ id }) => id));
  return checks.flatMap(({ kind, id, finding, file, line }) => {
    if (kind === 'functional' || (finding !== undefined && known.has(finding))) return [];
    const words = [
      finding === undefined
        ? `The exploit check \`${id}\` does not name its finding.`
        : `There is no finding \`${finding}\`.`,
      'Name a finding of lab.yaml.',
    ] as const;
    return [inText(file, 'unknown-finding', line, words)];
  });
}

function tooFew({ findings }: Lab, { checks }: Declared): LabDefect[] {
  const functional = checks.filter(({ kind }) => kind === 'functional').length;
  const file = 'checks/checks.js';
  const few =
    functional < fewestFunctional
      ? [
          inText(file, 'too-few-checks', 1, [
            `There are ${functional} functional checks; ${fewestFunctional} is the least.`,
            'Check more of what the app does.',
          ]),
        ]
      : [];
  return [...few, ...findings.flatMap(({ id }, index) => lacking(id, index, checks))];
}

function lacking(finding: string, index: number, checks: readonly DeclaredCheck[]): LabDefect[] {
  const own = checks.filter((check) => check.finding === finding);
  const exploits = own.filter(({ kind }) => kind === 'exploit');
  const lacks: (readonly [string, string])[] = [];
  if (exploits.length < fewestExploits)
    lacks.push([
      `The finding has ${exploits.length} exploit checks; ${fewestExploits} is the least.`,
      'Add other routes of attack.',
    ]);
  if (!exploits.some(({ hidden }) => hidden))
    lacks.push(['None of its exploit checks is hidden.', 'Mark at least one with `hidden: true`.']);
  if (!own.some(({ kind }) => kind === 'notice'))
    lacks.push(['Nothing notices when it is exploited.', `Add notice('${finding}', ...) to checks.js.`]);
  return lacks.map((words) => inLabFile('too-few-checks', ['findings', index, 'id'], words));
}
