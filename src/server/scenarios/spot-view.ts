import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type SpotGrade, type SpotItem, spotItems } from '#core/threat-model/practice/spot.ts';
import type { ScenarioSessionView } from '../routes/schemas/scenario.ts';
import type { ScenarioSession } from '../storage/scenario-session.ts';
import { placesIn } from './places.ts';

type SpotView = NonNullable<ScenarioSessionView['spot']>;

/** The exercise: everything the interviewer knows, the threats, and what they are once it is handed in. */
export function spotViewOf(scenario: Scenario<ThreatModel>, session: ScenarioSession): SpotView {
  const { spot, seed } = session.results;
  const places = placesIn(scenario);
  return {
    facts: scenario.facts.map(({ ask, says }) => ({ asks: ask.claim, says })),
    items: spotItems(scenario, seed).map((item) => ({
      ...{ id: item.id, claim: item.claim, stride: item.stride },
      // A real threat may be found in several places and a fabricated one in one: how many would tell them apart.
      places: places(item.on).slice(0, spot ? item.on.length : 1),
      outcome: spot ? outcomeOf(scenario, session, { item, spot }) : null,
    })),
    grade: spot && { score: spot.score, sensitivity: spot.sensitivity, specificity: spot.specificity },
  };
}

function outcomeOf(
  { facts }: Scenario<ThreatModel>,
  { draft }: ScenarioSession,
  { item, spot }: { readonly item: SpotItem; readonly spot: SpotGrade },
): SpotView['items'][number]['outcome'] {
  const isRejected = draft.judgments[item.id]?.verdict === 'reject';
  const real = item.ruledOut === null;
  return {
    real,
    right: isRejected !== real,
    why: item.ruledOut?.why ?? null,
    fact: facts.find(({ id }) => id === item.ruledOut?.fact)?.says ?? null,
    reason: spot.reasons[item.id] ?? null,
  };
}
