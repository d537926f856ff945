import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { GradedModel } from '#core/threat-model/grading/grade-model.ts';
import type { ModelGrade } from '#core/threat-model/grading/model-grade.ts';

type OfScenario = { readonly scenario: Scenario<ThreatModel> };

/** The reader of threat models, as the routes use it. Either may throw a `GradingError`. */
export type ModelReader = {
  gradeModel(input: OfScenario & GradedModel): Promise<ModelGrade>;
  /** What each element and flow of the model stands for in the reference that fits best, by id. */
  meaningOf(input: OfScenario & Pick<GradedModel, 'model'>): Promise<ReadonlyMap<string, readonly string[]>>;
};
