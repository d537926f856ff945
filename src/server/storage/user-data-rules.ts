import { checkReferences } from '#core/threat-model/check-references.ts';
import type { Attempt, UserData } from './storage.ts';

/** A fault between records that are each well-formed. */
export type Inconsistency = { readonly path: readonly (string | number)[]; readonly message: string };

/** Finds duplicate keys, children without their attempt, and attempts whose state and columns disagree. */
export function findInconsistencies(data: UserData): readonly Inconsistency[] {
  const attempts = new Set(data.attempts.map((attempt) => attempt.id));
  return [
    ...duplicates('attempts', data.attempts, (attempt) => attempt.id),
    ...duplicates('probes', data.probes, (probe) => `${probe.ordinal} of ${probe.attempt}`),
    ...duplicates('overrules', data.overrules, ({ kind, target, attempt }) =>
      JSON.stringify([kind, target, attempt]),
    ),
    ...duplicates('ownQuestions', data.ownQuestions, (question) => question.slug),
    ...duplicates('labSessions', data.labSessions, (session) => session.id),
    ...duplicates('scenarioSessions', data.scenarioSessions, (session) => session.id),
    ...duplicates('triageSessions', data.triageSessions, (session) => session.id),
    ...duplicates('threatModels', data.threatModels, (model) => model.id),
    ...duplicates('threatModelVersions', data.threatModelVersions, ({ model, id }) => `${id} of ${model}`),
    ...orphans('probes', data.probes, attempts),
    ...orphans('overrules', data.overrules, attempts),
    ...data.attempts.flatMap(stateFaults),
    ...modelFaults(data),
  ];
}

function duplicates<T>(
  list: keyof UserData,
  records: readonly T[],
  keyOf: (record: T) => string,
): readonly Inconsistency[] {
  const seen = new Set<string>();
  return records.flatMap((record, index) => {
    const key = keyOf(record);
    if (seen.has(key)) return [{ path: [list, index], message: `is there twice: ${key}` }];
    seen.add(key);
    return [];
  });
}

function orphans(
  list: keyof UserData,
  records: readonly { readonly attempt: string }[],
  attempts: ReadonlySet<string>,
): readonly Inconsistency[] {
  return records.flatMap(({ attempt }, index) =>
    attempts.has(attempt)
      ? []
      : [{ path: [list, index, 'attempt'], message: `no attempt has the id ${attempt}` }],
  );
}

function stateFaults(attempt: Attempt, index: number): readonly Inconsistency[] {
  const { state, submittedAt, selfScore, grade, gradedQuestion } = attempt;
  const fault = (field: keyof Attempt, message: string) => ({ path: ['attempts', index, field], message });
  const faults: Inconsistency[] = [];
  if ((submittedAt === null) !== (state === 'drafting'))
    faults.push(fault('submittedAt', `does not fit the state ${state}`));
  if ((selfScore !== null) !== (state === 'graded'))
    faults.push(fault('selfScore', `does not fit the state ${state}`));
  if (state === 'drafting' && grade !== null) faults.push(fault('grade', 'a draft has no grade'));
  if (state === 'drafting' && gradedQuestion !== null)
    faults.push(fault('gradedQuestion', 'a draft has no graded question'));
  return faults;
}

/** Documents that contradict themselves, and versions without their model. */
function modelFaults({
  scenarioSessions,
  threatModels,
  threatModelVersions,
}: UserData): readonly Inconsistency[] {
  const models = new Set(threatModels.map(({ id }) => id));
  return [
    ...scenarioSessions.flatMap(({ draft }, index) =>
      checkReferences(draft.model).map(
        ({ path, message }): Inconsistency => ({
          path: ['scenarioSessions', index, 'draft', 'model', path],
          message,
        }),
      ),
    ),
    ...threatModels.flatMap(documentFaults('threatModels')),
    ...threatModelVersions.flatMap(documentFaults('threatModelVersions')),
    ...threatModelVersions.flatMap(({ model }, index) =>
      models.has(model)
        ? []
        : [{ path: ['threatModelVersions', index, 'model'], message: `no threat model has the id ${model}` }],
    ),
  ];
}

const documentFaults =
  (list: keyof UserData) =>
  ({ document }: UserData['threatModels'][number] | UserData['threatModelVersions'][number], index: number) =>
    checkReferences(document).map(
      ({ path, message }): Inconsistency => ({ path: [list, index, 'document', path], message }),
    );
