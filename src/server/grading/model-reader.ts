import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type GradedModel, modelGrader } from '#core/threat-model/grading/grade-model.ts';
import type { ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import { prepareScenario } from '#core/threat-model/grading/prepare.ts';
import { matchModels } from '#core/threat-model/matching/match-models.ts';
import type { GradingSetup, Meaning } from './protocol.ts';
import { buildWording } from './wording.ts';

/** Grades models of scenarios that come as JSON; what takes long to prepare is kept. */
export type PreparedModelReader = {
  grade(scenario: string, graded: GradedModel): ModelGrade;
  meaning(scenario: string, model: ThreatModel): Meaning;
};

/** A person practises one scenario, or a few. */
const mostKept = 4;

/** Nothing is prepared before the first model comes. */
export function buildModelReader(setup: Omit<GradingSetup, 'redFlags'>): PreparedModelReader {
  let built: ReturnType<typeof buildWording> | undefined;
  const wording = () => {
    built ??= buildWording(setup);
    return built;
  };
  const graderOf = keepFew((scenario: string) =>
    modelGrader(JSON.parse(scenario), setup.threatRules, wording()),
  );
  const preparedOf = keepFew((text: string) => {
    const scenario: Scenario<ThreatModel> = JSON.parse(text);
    return prepareScenario(scenario, setup.threatRules, wording());
  });
  return {
    grade: (scenario, graded) => graderOf(scenario)(graded),
    meaning: (scenario, model) => {
      const { references, labels } = preparedOf(scenario);
      const found = references.map(({ reference }) => matchModels(model, reference, labels).meaning);
      return found.reduce((best, next) => (next.size > best.size ? next : best));
    },
  };
}

function keepFew<T>(prepare: (scenario: string) => T): (scenario: string) => T {
  const kept = new Map<string, T>();
  return (scenario) => {
    const known = kept.get(scenario);
    if (known) return known;
    const fresh = prepare(scenario);
    if (kept.size >= mostKept) kept.clear();
    kept.set(scenario, fresh);
    return fresh;
  };
}
