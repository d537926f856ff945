import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { scenarioSessionViewOf } from '../scenarios/session-view.ts';
import type { ScenarioProgress, ScenarioSession } from '../storage/scenario-session.ts';
import { missing, Problem } from './problem.ts';
import { nowOf, type Services } from './services.ts';

export type ScenarioAtWork = {
  readonly scenario: Scenario<ThreatModel>;
  readonly session: ScenarioSession;
};

export function scenarioOf({ library }: Services, slug: string): Scenario<ThreatModel> {
  const scenario = library.scenario(slug);
  if (!scenario) throw missing('There is no such scenario.', 'Choose one in the list of design rounds.');
  return scenario;
}

/** A session with its scenario; a 404 when either is gone. */
export async function scenarioWork(services: Services, id: string): Promise<ScenarioAtWork> {
  const session = await services.storage.scenarioSession(id);
  if (!session) throw noSession();
  return { scenario: scenarioOf(services, session.scenario), session };
}

export const noSession = (): Problem =>
  missing('There is no such round.', 'Open the scenario again from the list of design rounds.');

const refused = (kind: string, detail: string, mend: string): Problem =>
  new Problem({ kind, status: 409, title: 'Not now', detail, mend });

export const handedInAlready = (): Problem =>
  refused('handed-in', 'This round is handed in.', 'Open it again to see where it stands.');

/** The same, still at work; a 409 otherwise. */
export async function openScenarioWork(services: Services, id: string): Promise<ScenarioAtWork> {
  const work = await scenarioWork(services, id);
  if (work.session.state !== 'open') throw handedInAlready();
  return work;
}

/** The same, being a design round and no exercise. */
export async function openRound(services: Services, id: string): Promise<ScenarioAtWork> {
  const work = await openScenarioWork(services, id);
  if (work.session.mode === 'spot') {
    throw refused('no-round', 'This is not a design round.', 'Start a round to ask the interviewer.');
  }
  return work;
}

export function mustHaveSeen({ session }: ScenarioAtWork, revision: number): void {
  if (session.revision === revision) return;
  throw refused(
    'written-elsewhere',
    'This round was changed in another tab or window.',
    'Load the page again.',
  );
}

/** Changes what came of a session and shows it. */
export async function advancedScenario(
  services: Services,
  { scenario, session }: ScenarioAtWork,
  change: (current: ScenarioSession) => ScenarioProgress,
) {
  const next = await services.storage.advanceScenario(session.id, nowOf(services), change);
  if (!next) throw noSession();
  return scenarioSessionViewOf(scenario, next);
}
