import { patchFiles } from './apply-patch.ts';
import { blankFix } from './blank-fix.ts';
import type { Lab, LabFix } from './lab.ts';
import { checkIds } from './lab-check-rules.ts';
import { inText, inYaml, type LabDefect } from './lab-defect.ts';

const fewestAccepted = 2;
const fewestRejected = 4;
const featureRemoved = 'reject-feature-removed';

/** Checks that there are enough fixes of each kind, that each fits and differs, and that each fails as it may. */
export function checkFixes(lab: Lab): LabDefect[] {
  return [
    ...tooFew(lab),
    ...checkPatches(lab),
    ...lab.fixes.flatMap((fix) => [...unfilled(fix), ...checkFails(lab, fix)]),
  ];
}

const unfilled = ({ name, ...fix }: LabFix): LabDefect[] =>
  (['title', 'explains'] as const)
    .filter((key) => fix[key] === blankFix[key])
    .map((key) =>
      inYaml(
        `fixes/${name}/fix.yaml`,
        'unfilled',
        [key],
        [`The ${key} has not been written yet.`, 'Say what this fix does.'],
      ),
    );

function tooFew({ fixes }: Lab): LabDefect[] {
  const count = (role: LabFix['role']): number => fixes.filter((fix) => fix.role === role).length;
  const missing = (rule: string, message: string, mend: string): LabDefect =>
    inText('fixes', rule, 1, [message, mend]);
  const defects: LabDefect[] = [];
  if (count('reference') === 0)
    defects.push(missing('fix-missing', 'There is no reference fix.', 'Add fixes/reference.'));
  if (count('accept') < fewestAccepted)
    defects.push(
      missing('fix-missing', `There are ${count('accept')} other right fixes.`, 'Add two folders accept-*.'),
    );
  if (count('reject') < fewestRejected)
    defects.push(
      missing('fix-missing', `There are ${count('reject')} wrong fixes.`, 'Add four folders reject-*.'),
    );
  if (!fixes.some(({ name }) => name === featureRemoved))
    defects.push(missing('fix-missing', 'No fix removes the feature.', `Add fixes/${featureRemoved}.`));
  return defects;
}

function checkPatches({ app, fixes }: Lab): LabDefect[] {
  const seen = new Map<string, string>();
  return fixes.flatMap(({ name, patch }) => {
    const file = `fixes/${name}/change.patch`;
    const patched = patchFiles(app, patch);
    if (!patched.ok)
      return [inText(file, 'patch-does-not-fit', 1, [patched.message, 'Make the patch again from app/.'])];
    const state = JSON.stringify(patched.files);
    const other = seen.get(state);
    if (other !== undefined)
      return [inText(file, 'same-fix', 1, [`This fix is the same as ${other}.`, 'Remove one of them.'])];
    seen.set(state, name);
    return [];
  });
}

function checkFails(lab: Lab, { name, role, fails }: LabFix): LabDefect[] {
  const file = `fixes/${name}/fix.yaml`;
  if (role !== 'reject') {
    if (fails.length === 0) return [];
    const words = ['A right fix fails no check.', 'Remove `fails`.'] as const;
    return [inYaml(file, 'fails-on-right-fix', ['fails'], words)];
  }
  if (fails.length === 0) {
    const words = ['It does not say which checks have to fail.', 'Add `fails` with their ids.'] as const;
    return [inYaml(file, 'fails-missing', [], words)];
  }
  const known = checkIds(lab);
  if (!known) return [];
  return fails.flatMap((id, step) =>
    known.has(id)
      ? []
      : [
          inYaml(
            file,
            'unknown-check',
            ['fails', step],
            [`There is no check \`${id}\`.`, 'Name a check of checks.js.'],
          ),
        ],
  );
}
