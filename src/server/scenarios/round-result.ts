import type { Scenario } from '#core/content/scenario.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { dimensions, type ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import { storyOf } from '#core/threat-model/practice/change-log.ts';
import { revealedFacts } from '#core/threat-model/practice/scoping.ts';
import type { ScenarioSessionView } from '../routes/schemas/scenario.ts';
import type { ScenarioSession } from '../storage/scenario-session.ts';
import { placesIn } from './places.ts';

type RoundResult = NonNullable<ScenarioSessionView['result']>;

/** All that is told once the grade is shown: what was found, what was there to find, and how time went. */
export function roundResultOf(
  scenario: Scenario<ThreatModel>,
  { draft, elapsedSeconds, results }: ScenarioSession,
  grade: ModelGrade,
): RoundResult {
  const { matched, missed, extras, contradicted, questions } = grade;
  const asked = new Set(revealedFacts(results.asked));
  const told = results.twistAt !== null;
  return {
    dimensions: dimensions.map((name) => ({ name, ...grade.dimensions[name] })),
    reference: referenceOf(scenario, grade),
    ...{ matched, missed, extras, contradicted, questions },
    facts: scenario.facts.map(({ id, tier, ask, says, changes }) => ({
      ...{ id, tier, ask: ask.claim, says, changes },
      asked: asked.has(id),
    })),
    threats: threatsOf(scenario),
    twist: {
      prompt: scenario.twist.prompt,
      reference: scenario.twist.reference,
      told,
      score: results.twist?.score ?? null,
    },
    residualRisks: scenario.residualRisks.map(({ claim }) => claim),
    tradeOffs: scenario.tradeOffs.map(({ claim }) => claim),
    story: storyOf(draft.log, { model: draft.model, grade, seconds: elapsedSeconds }),
  };
}

/** A reference may have gone with a later version of the scenario. */
function referenceOf({ references, title }: Scenario<ThreatModel>, { reference }: ModelGrade) {
  const found = references.find(({ name }) => name === reference) ?? references[0];
  return found ?? { name: reference, model: threatModel.parse({ version: 1, title }) };
}

function threatsOf(scenario: Scenario<ThreatModel>): RoundResult['threats'] {
  const places = placesIn(scenario);
  return scenario.threats
    .map(({ id, title, claim, stride, tier, rank, likelihood, impact, on }) => ({
      ...{ id, title, claim, stride, tier, rank, likelihood, impact },
      places: places(on),
    }))
    .sort((a, b) => a.rank - b.rank);
}
