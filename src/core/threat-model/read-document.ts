import type { z } from 'zod';
import { checkReferences } from './check-references.ts';
import { documentVersion, type ThreatModel, threatModel } from './document.ts';
import { type ModelProblem, problemAt } from './model-problem.ts';

export type DocumentReading =
  | { readonly ok: true; readonly model: ThreatModel }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/** More would help nobody. */
const mostProblems = 100;

/**
 * Checks a parsed value as a document of this or an older version: its version, its shape, and that its ids are
 * unique, its references lead somewhere and its boundaries form no cycle. Returns all problems at once.
 */
export function readDocument(value: unknown): DocumentReading {
  const outdated = versionProblem(value);
  if (outdated) return { ok: false, problems: [outdated] };
  const parsed = threatModel.safeParse(value);
  if (!parsed.success) return { ok: false, problems: describedIssues(parsed.error.issues) };
  const problems = checkReferences(parsed.data);
  return problems.length > 0
    ? { ok: false, problems: shortened(problems) }
    : { ok: true, model: parsed.data };
}

function versionProblem(value: unknown): ModelProblem | undefined {
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const message = 'This is not a threat model of Hotseat: it has no version.';
    return problemAt(['version'], message, `Add "version": ${documentVersion}, or give a file that has it.`);
  }
  if (version <= documentVersion) return undefined;
  const message = `The file has version ${version}; this Hotseat reads up to ${documentVersion}.`;
  return problemAt(['version'], message, 'Update Hotseat, or export the model from the newer one as OTM.');
}

export function shortened(problems: readonly ModelProblem[]): readonly ModelProblem[] {
  if (problems.length <= mostProblems) return problems;
  const rest = problems.length - mostProblems;
  const more = problemAt([], `There are ${rest} more problems.`, 'Correct the first ones and try again.');
  return [...problems.slice(0, mostProblems), more];
}

/** The findings of a schema as problems of a file. */
export const describedIssues = (issues: readonly z.core.$ZodIssue[]): readonly ModelProblem[] =>
  shortened(issues.flatMap(described));

function described(issue: z.core.$ZodIssue): ModelProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const message = `${issue.message}.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problemAt([...path, key], `Unknown key \`${key}\`.`, 'Remove it or correct its spelling.'),
      );
    case 'invalid_value':
      return [
        problemAt(path, 'None of the allowed values.', `Use one of: ${issue.values.map(String).join(', ')}.`),
      ];
    case 'invalid_key':
      return [problemAt(path, 'Such a thing has no such fact.', 'Remove it or correct its spelling.')];
    case 'too_big':
      return [problemAt(path, message, `Give at most ${issue.maximum}.`)];
    case 'too_small':
      return [problemAt(path, message, `Give at least ${issue.minimum}.`)];
    default:
      return [problemAt(path, message, 'Correct it as described.')];
  }
}
