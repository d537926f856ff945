import { conflictWith, deleteRecord, draftColumns, openAt } from './own-record.ts';
import {
  noScenarioResults,
  type ScenarioDraftWrite,
  type ScenarioOutline,
  type ScenarioProgress,
  type ScenarioSession,
  type ScenarioStart,
} from './scenario-session.ts';
import {
  scenarioOutlineColumns,
  scenarioOutlineOf,
  scenarioSessionOf,
  scenarioSessionRow,
} from './scenario-session-rows.ts';
import { exclusively, type Scope } from './scope.ts';
import type { Instant, UserStorage, WriteResult } from './storage.ts';

type ScenarioSessions = Pick<
  UserStorage,
  | 'startScenarioSession'
  | 'scenarioSession'
  | 'scenarioOutlines'
  | 'saveScenarioDraft'
  | 'advanceScenario'
  | 'deleteScenarioSession'
>;

/** The goes at scenarios. */
export function scenarioSessionsOf(scope: Scope): ScenarioSessions {
  return {
    startScenarioSession: (start) => startScenarioSession(scope, start),
    scenarioSession: (id) => findScenarioSession(scope, id),
    scenarioOutlines: () => listScenarioOutlines(scope),
    saveScenarioDraft: (id, draft) => saveScenarioDraft(scope, id, draft),
    advanceScenario: (id, at, advance) => advanceScenario(scope, { id, at, advance }),
    deleteScenarioSession: (id) => deleteRecord(scope, 'scenario_sessions', id),
  };
}

const rowsOf = ({ db, user }: Scope) =>
  db.selectFrom('scenario_sessions').selectAll().where('user_id', '=', user);

function startScenarioSession(
  scope: Scope,
  { scenario, id, at, mode, draft, seed }: ScenarioStart,
): Promise<ScenarioSession> {
  return exclusively(scope, async (inside) => {
    const open = await rowsOf(inside)
      .where('scenario', '=', scenario)
      .where('state', '!=', 'closed')
      .where('mode', mode === 'spot' ? '=' : '!=', 'spot')
      .executeTakeFirst();
    if (open) return scenarioSessionOf(open, inside.json);
    const session: ScenarioSession = {
      ...{ id, scenario, mode, state: 'open', startedAt: at, updatedAt: at, elapsedSeconds: 0, revision: 0 },
      ...{ draft, results: noScenarioResults(seed), score: null },
    };
    await inside.db
      .insertInto('scenario_sessions')
      .values(scenarioSessionRow(inside.user, session, inside.json))
      .execute();
    return session;
  });
}

async function findScenarioSession(scope: Scope, id: string): Promise<ScenarioSession | undefined> {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row && scenarioSessionOf(row, scope.json);
}

async function listScenarioOutlines({ db, user }: Scope): Promise<readonly ScenarioOutline[]> {
  const rows = await db
    .selectFrom('scenario_sessions')
    .select(scenarioOutlineColumns)
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(scenarioOutlineOf);
}

/** Oldest first. */
export async function listScenarioSessions(scope: Scope): Promise<readonly ScenarioSession[]> {
  const rows = await rowsOf(scope).orderBy('started_at').orderBy('id').execute();
  return rows.map((row) => scenarioSessionOf(row, scope.json));
}

// One statement decides, so that of two writers with the same revision exactly one gets through.
async function saveScenarioDraft(
  scope: Scope,
  id: string,
  { elapsedSeconds, revision, at, ...draft }: ScenarioDraftWrite,
): Promise<WriteResult<ScenarioSession> | undefined> {
  const row = await scope.db
    .updateTable('scenario_sessions')
    .set(draftColumns({ elapsedSeconds, revision, at }, scope.json.text(draft)))
    .where(openAt(scope.user, id, revision))
    .returningAll()
    .executeTakeFirst();
  if (row) return { conflict: false, value: scenarioSessionOf(row, scope.json) };
  return conflictWith(await findScenarioSession(scope, id));
}

type Advance = {
  readonly id: string;
  readonly at: Instant;
  readonly advance: (session: ScenarioSession) => ScenarioProgress;
};

function advanceScenario(scope: Scope, { id, at, advance }: Advance): Promise<ScenarioSession | undefined> {
  return exclusively(scope, async (inside) => {
    const session = await findScenarioSession(inside, id);
    if (!session) return undefined;
    const { results, score, state } = advance(session);
    // Only these columns: a draft may be saved beside this.
    await inside.db
      .updateTable('scenario_sessions')
      .set({ results: inside.json.text(results), score, state, updated_at: at })
      .where('user_id', '=', inside.user)
      .where('id', '=', id)
      .execute();
    return findScenarioSession(inside, id);
  });
}

/** Writes a session over the one with the same id. */
export async function replaceScenarioSession(
  { db, user, json }: Scope,
  session: ScenarioSession,
): Promise<void> {
  await db
    .updateTable('scenario_sessions')
    .set(scenarioSessionRow(user, session, json))
    .where('user_id', '=', user)
    .where('id', '=', session.id)
    .execute();
}
