import type { Scenario } from '#core/content/scenario.ts';
import { keepRecent } from '#core/grading/keep-recent.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type GradedModel, gradeModel } from '#core/threat-model/grading/grade-model.ts';
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
  const preparedOf = keepRecent(mostKept, (text) => {
    const scenario: Scenario<ThreatModel> = JSON.parse(text);
    built ??= buildWording(setup);
    return prepareScenario(scenario, setup.threatRules, built);
  });
  return {
    grade: (scenario, graded) => gradeModel(preparedOf(scenario), graded),
    meaning: (scenario, model) => {
      const { references, labels } = preparedOf(scenario);
      const found = references.map(({ reference }) => matchModels(model, reference, labels).meaning);
      return found.reduce((best, next) => (next.size > best.size ? next : best));
    },
  };
}
