import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { ThreatModel } from '../document.ts';
import { matchModels } from '../matching/match-models.ts';
import type { Reference } from '../matching/reference.ts';
import { gradeElements } from './grade-elements.ts';
import { gradeMitigations } from './grade-mitigations.ts';
import { gradePrioritization } from './grade-prioritization.ts';
import { gradeScoping } from './grade-scoping.ts';
import { gradeThreats } from './grade-threats.ts';
import { informedModel } from './informed-model.ts';
import { extraJudge } from './judge-extra.ts';
import { type Dimension, dimensions, type ModelGrade, type Part } from './model-grade.ts';
import { placeJudge } from './place.ts';
import { type Prepared, prepareScenario, type Wording } from './prepare.ts';
import { round } from './tier-score.ts';

/** Shares of the whole; docs/decisions/019 says why. */
const weights: Readonly<Record<Dimension, number>> = {
  scoping: 0.15,
  model: 0.25,
  threats: 0.3,
  mitigations: 0.15,
  prioritization: 0.15,
};

export type GradedModel = {
  readonly model: ThreatModel;
  /** Ids of facts that were asked for, or questions as they were typed; absent without a session. */
  readonly asked?: readonly string[];
};

/** Prepares a scenario and returns a function that grades models as `gradeModel` does. */
export function modelGrader(
  scenario: Scenario<ThreatModel>,
  rules: readonly ThreatRule[],
  wording: Wording,
): (graded: GradedModel) => ModelGrade {
  const prepared = prepareScenario(scenario, rules, wording);
  return (graded) => gradeModel(prepared, graded);
}

/**
 * Grades a model against the reference that fits it best. Nothing but the model, the scenario and the rules has
 * influence: the same model always gets the same grade, and layout and order of drawing count for nothing. Throws where
 * the scenario has no reference.
 */
export function gradeModel(prepared: Prepared, graded: GradedModel): ModelGrade {
  const grades = prepared.references.map(({ name, reference }) =>
    gradeAgainst(prepared, name, reference, graded),
  );
  const [first, ...others] = grades;
  if (!first) throw new Error(`The scenario "${prepared.scenario.slug}" has no reference.`);
  return others.reduce((best, next) => (next.score > best.score ? next : best), first);
}

function gradeAgainst(
  prepared: Prepared,
  name: string,
  reference: Reference,
  { model, asked }: GradedModel,
): ModelGrade {
  const found = matchModels(model, reference, prepared.labels);
  const places = placeJudge(prepared, found);
  const judge = extraJudge(prepared, informedModel(prepared, model, found, reference.model));
  const threats = gradeThreats(prepared, model, places, judge);
  const parts: Readonly<Record<Dimension, Part>> = {
    scoping: gradeScoping(prepared, asked),
    model: gradeElements(prepared, found, reference, model),
    threats: threats.part,
    mitigations: gradeMitigations(prepared, model, places, threats),
    prioritization: gradePrioritization(prepared, model, threats),
  };
  return { reference: name, ...weighed(parts), ...collected(Object.values(parts)) };
}

function weighed(parts: Readonly<Record<Dimension, Part>>): Pick<ModelGrade, 'score' | 'dimensions'> {
  const graded = dimensions.filter((name) => parts[name].score !== null);
  const all = graded.reduce((sum, name) => sum + weights[name], 0);
  const weightOf = (name: Dimension): number => (parts[name].score === null ? 0 : weights[name] / all);
  const score = graded.reduce((sum, name) => sum + weightOf(name) * (parts[name].score ?? 0), 0);
  const entries = dimensions.map((name) => {
    const { score: own, because } = parts[name];
    return [name, { score: own, weight: round(weightOf(name)), because }] as const;
  });
  return { score: round(score), dimensions: Object.fromEntries(entries) as ModelGrade['dimensions'] };
}

const collected = (parts: readonly Part[]) => ({
  matched: parts.flatMap(({ matched = [] }) => matched),
  missed: parts.flatMap(({ missed = [] }) => missed),
  extras: parts.flatMap(({ extras = [] }) => extras),
  contradicted: parts.flatMap(({ contradicted = [] }) => contradicted),
  questions: parts.flatMap(({ questions = [] }) => questions),
});
