import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ScenarioSessionView } from '../routes/schemas/scenario.ts';
import type { AnsweredFollowUp, ScenarioSession } from '../storage/scenario-session.ts';
import { roundResultOf } from './round-result.ts';
import { spotViewOf } from './spot-view.ts';

/** What the browser may see of a session: what was asked for, and the rest only once the grade is shown. */
export function scenarioSessionViewOf(
  scenario: Scenario<ThreatModel>,
  session: ScenarioSession,
): ScenarioSessionView {
  const { id, mode, state, startedAt, updatedAt, elapsedSeconds, revision, draft, results } = session;
  const isShown = state === 'closed';
  return {
    ...{ id, scenario: scenario.slug, mode, state, startedAt, updatedAt, elapsedSeconds, revision, draft },
    asked: results.asked.map(({ question, at, answer, revealed }) => ({
      ...{ question, at, answer },
      says: scenario.facts.filter((fact) => revealed.includes(fact.id)).map(({ says }) => says),
    })),
    twist:
      results.twistAt === null
        ? null
        : { prompt: scenario.twist.prompt, facts: scenario.twist.facts.map(({ says }) => says) },
    followUps: results.followUps.map((followUp) => followUpView(scenario, session, followUp)),
    score: isShown ? session.score : null,
    result: isShown && results.grade ? roundResultOf(scenario, session, results.grade) : null,
    spot: mode === 'spot' ? spotViewOf(scenario, session) : null,
  };
}

function followUpView(
  scenario: Scenario<ThreatModel>,
  session: ScenarioSession,
  followUp: AnsweredFollowUp,
): ScenarioSessionView['followUps'][number] {
  const { kind, prompt, answer, answeredAt, grade } = followUp;
  const isShown = session.state === 'closed';
  return {
    ...{ kind, prompt, answer },
    answered: answeredAt !== null,
    score: isShown ? (grade?.score ?? null) : null,
    expected: isShown ? (expectedOf(scenario, session, followUp) ?? null) : null,
  };
}

/** What a reply was to say; `undefined` where that hangs on what nobody has said. */
export function expectedOf(
  { threats }: Scenario<ThreatModel>,
  { results }: ScenarioSession,
  { kind, target }: Pick<AnsweredFollowUp, 'kind' | 'target'>,
): string | undefined {
  switch (kind) {
    case 'missed-must':
      return threats.find(({ id }) => id === target)?.claim;
    case 'contradicted':
      return results.grade?.contradicted.find(({ candidate }) => candidate === target)?.because;
    case 'unknown':
      return undefined;
  }
}
