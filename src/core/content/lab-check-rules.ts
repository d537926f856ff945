import { type Declared, type DeclaredCheck, declaredChecks } from './declared-checks.ts';
import type { Lab } from './lab.ts';
import { inLabFile, inText, type LabDefect } from './lab-defect.ts';

const fewestFunctional = 4;
const fewestExploits = 3;

/** The ids of the checks, as far as the text tells; `undefined` when some are computed. */
export function checkIds(lab: Pick<Lab, 'checks'>): ReadonlySet<string> | undefined {
  const { checks, ...rest } = declaredChecks(lab);
  if (isIncomplete(rest)) return undefined;
  return new Set(checks.filter(({ kind }) => kind !== 'notice').map(({ id }) => id));
}

const isIncomplete = ({ computed, unreadable }: Pick<Declared, 'computed' | 'unreadable'>): boolean =>
  computed.length + unreadable.length > 0;

/** Checks the checks by their text: unique ids, known findings, enough of each kind, and notices that can be proven. */
export function checkLabChecks(lab: Lab): LabDefect[] {
  const declared = declaredChecks(lab);
  return [
    ...unreadable(declared),
    ...repeated(declared),
    ...onUnknownFindings(lab, declared),
    ...unproven(declared),
    ...(isIncomplete(declared) ? [] : tooFew(lab, declared)),
  ];
}

const unreadable = (declared: Declared): LabDefect[] =>
  declared.unreadable.map(({ file, line, message }) =>
    inText(file, 'no-javascript', line, [`This is not JavaScript: ${message}.`, 'Correct the text.']),
  );

/** A notice is proven by the attacks on its finding, so there have to be some, and its finding has to be known. */
function unproven({ checks, computed }: Declared): LabDefect[] {
  const attacked = new Set(checks.flatMap(({ kind, finding }) => (kind === 'exploit' ? [finding] : [])));
  const hiddenAttacks = computed.some(({ kind }) => kind === 'exploit');
  const defect = (file: string, line: number, words: readonly [string, string]): LabDefect =>
    inText(file, 'notice-unproven', line, words, 'warning');
  return [
    ...computed
      .filter(({ kind }) => kind === 'notice')
      .map(({ file, line }) =>
        defect(file, line, [
          'The finding of this notice is computed, so nothing tells here whether it can be proven.',
          'Write the id of the finding as text.',
        ]),
      ),
    ...checks
      .filter(({ kind, id }) => kind === 'notice' && !attacked.has(id) && !hiddenAttacks)
      .map(({ id, file, line }) =>
        defect(file, line, [
          `No exploit check attacks \`${id}\`, so this notice cannot be proven.`,
          'Add exploit checks of this finding.',
        ]),
      ),
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
