import { ownPack } from '#core/content/pack.ts';
import { listLabSessions } from './lab-sessions.ts';
import { attemptOf, overruleOf, ownQuestionOf, probeOf } from './rows.ts';
import type { ScenarioSession } from './scenario-session.ts';
import { listScenarioSessions } from './scenario-sessions.ts';
import { reading, type Scope } from './scope.ts';
import { findSettings } from './settings.ts';
import { type Attempt, defaultSettings, type UserData } from './storage.ts';
import { listThreatModels, listThreatModelVersions } from './threat-models.ts';
import { listTriageSessions } from './triage-sessions.ts';

/** Reads everything of the user at one moment; see `UserStorage.exportAll`. */
export async function exportAll(scope: Scope): Promise<UserData> {
  const data = await reading(scope, readAll);
  return {
    ...data,
    attempts: data.attempts.map(withoutHiddenGrade),
    scenarioSessions: data.scenarioSessions.map(beforeHandIn),
  };
}

/** Nobody should read in an export what the page hides until the candidate has scored the own answer. */
export function withoutHiddenGrade(attempt: Attempt): Attempt {
  if (attempt.state !== 'submitted') return attempt;
  const { gradedQuestion } = attempt;
  return {
    ...attempt,
    grade: null,
    gradedQuestion: gradedQuestion?.pack === ownPack ? gradedQuestion : null,
  };
}

/** The same for a go at a scenario whose follow-ups are open: it can be handed in again. */
function beforeHandIn(session: ScenarioSession): ScenarioSession {
  if (session.state !== 'asked') return session;
  const results = { ...session.results, handedInAt: null, grade: null, twist: null, followUps: [] };
  return { ...session, state: 'open', results, score: null };
}

/** Reads everything of the user inside the transaction of `scope`. */
export async function readAll(scope: Scope): Promise<UserData> {
  const { db, user, json } = scope;
  const attempts = await db
    .selectFrom('attempts')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const probes = await db
    .selectFrom('probes')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('attempt')
    .orderBy('ordinal')
    .execute();
  const overrules = await db
    .selectFrom('overrules')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('attempt')
    .orderBy('overruled_at')
    .orderBy('kind')
    .orderBy('target')
    .execute();
  const ownQuestions = await db
    .selectFrom('own_questions')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('created_at')
    .orderBy('slug')
    .execute();
  return {
    format: 'hotseat-export',
    version: 5,
    settings: (await findSettings(scope)) ?? defaultSettings,
    attempts: attempts.map((row) => attemptOf(row, json)),
    probes: probes.map((row) => probeOf(row, json)),
    overrules: overrules.map((row) => overruleOf(row, json)),
    ownQuestions: ownQuestions.map(ownQuestionOf),
    labSessions: await listLabSessions(scope),
    scenarioSessions: await listScenarioSessions(scope),
    triageSessions: await listTriageSessions(scope),
    threatModels: await listThreatModels(scope),
    threatModelVersions: await listThreatModelVersions(scope),
  };
}
