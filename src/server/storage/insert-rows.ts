import type { LabSession } from './lab-session.ts';
import { labSessionRow } from './lab-session-rows.ts';
import { attemptRow, probeRow } from './rows.ts';
import type { ScenarioSession } from './scenario-session.ts';
import { scenarioSessionRow } from './scenario-session-rows.ts';
import type { Scope } from './scope.ts';
import type { Attempt, Probe } from './storage.ts';
import type { StoredThreatModel, ThreatModelVersion } from './threat-model-record.ts';
import { threatModelRow, versionRow } from './threat-model-rows.ts';
import type { TriageSession } from './triage-session.ts';
import { triageSessionRow } from './triage-session-rows.ts';

/** Rows a statement: far below the 32,766 parameters that either database takes. */
const rowsPerStatement = 100;

/** Cuts rows into statements. */
export function portions<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}

/** Adds attempts that are not there yet. */
export async function insertAttempts({ db, user, json }: Scope, attempts: readonly Attempt[]): Promise<void> {
  for (const rows of portions(attempts.map((attempt) => attemptRow(user, attempt, json)))) {
    await db.insertInto('attempts').values(rows).execute();
  }
}

/** Adds probes that are not there yet. */
export async function insertProbes({ db, user, json }: Scope, probes: readonly Probe[]): Promise<void> {
  for (const rows of portions(probes.map((probe) => probeRow(user, probe, json)))) {
    await db.insertInto('probes').values(rows).execute();
  }
}

/** Adds goes at labs that are not there yet. */
export async function insertLabSessions(
  { db, user, json }: Scope,
  sessions: readonly LabSession[],
): Promise<void> {
  for (const rows of portions(sessions.map((session) => labSessionRow(user, session, json)))) {
    await db.insertInto('lab_sessions').values(rows).execute();
  }
}

/** Adds goes at scenarios that are not there yet. */
export async function insertScenarioSessions(
  { db, user, json }: Scope,
  sessions: readonly ScenarioSession[],
): Promise<void> {
  for (const rows of portions(sessions.map((session) => scenarioSessionRow(user, session, json)))) {
    await db.insertInto('scenario_sessions').values(rows).execute();
  }
}

/** Adds goes at triage sets that are not there yet. */
export async function insertTriageSessions(
  { db, user, json }: Scope,
  sessions: readonly TriageSession[],
): Promise<void> {
  for (const rows of portions(sessions.map((session) => triageSessionRow(user, session, json)))) {
    await db.insertInto('triage_sessions').values(rows).execute();
  }
}

/** Adds threat models that are not there yet. */
export async function insertThreatModels(
  { db, user, json }: Scope,
  models: readonly StoredThreatModel[],
): Promise<void> {
  for (const rows of portions(models.map((model) => threatModelRow(user, model, json)))) {
    await db.insertInto('threat_models').values(rows).execute();
  }
}

/** Adds versions that are not there yet, of threat models that are. */
export async function insertThreatModelVersions(
  { db, user, json }: Scope,
  versions: readonly ThreatModelVersion[],
): Promise<void> {
  for (const rows of portions(versions.map((version) => versionRow(user, version, json)))) {
    await db.insertInto('threat_model_versions').values(rows).execute();
  }
}
