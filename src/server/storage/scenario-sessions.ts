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
    deleteScenarioSession: (id) => deleteScenarioSession(scope, id),
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
    await insertScenarioSession(inside, session);
    return session;
  });
}

async function insertScenarioSession({ db, user, json }: Scope, session: ScenarioSession): Promise<void> {
  await db
    .insertInto('scenario_sessions')
    .values(scenarioSessionRow(user, session, json))
    .execute();
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
    .set({
      draft: scope.json.text(draft),
      elapsed_seconds: elapsedSeconds,
      updated_at: at,
      revision: revision + 1,
    })
    .where('user_id', '=', scope.user)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst();
  if (row) return { conflict: false, value: scenarioSessionOf(row, scope.json) };
  const current = await findScenarioSession(scope, id);
  return current?.state === 'open' ? { conflict: true, current } : undefined;
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

async function deleteScenarioSession({ db, user }: Scope, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('scenario_sessions')
    .where('user_id', '=', user)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
