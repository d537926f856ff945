import { z } from 'zod';
import { identifier, point } from './question.ts';
import { allFacts, type Fact } from './threat-facts.ts';
import { answers, elementKinds, mitigationKinds, strideCategories } from './threat-model-vocabulary.ts';
import { stages, tiers } from './vocabulary.ts';

const prose = (longest: number) => z.string().trim().min(1).max(longest);
const ids = (most: number) => z.array(identifier).min(1).max(most);
const tier = z.enum(tiers);
const level = z.int().min(1).max(5);
const paraphrases = (least: number) => z.array(prose(400)).min(least).max(20);

/** What the interviewer holds back until somebody asks for it. */
const scenarioFact = z.strictObject({
  id: identifier,
  /** How much it matters to have asked. */
  tier,
  /** The question that reveals it: matched like a point of a rubric. */
  ask: z.strictObject({ claim: prose(300), paraphrases: paraphrases(3), slots: point.shape.slots }),
  /** What the interviewer then says. */
  says: prose(600),
  /** What it changes in a model, in words. */
  changes: prose(500),
  /** The same for elements and flows of the references. */
  sets: z
    .array(
      z.strictObject({
        on: identifier,
        fact: z.enum(allFacts as readonly [Fact, ...Fact[]]),
        is: z.enum(answers),
      }),
    )
    .max(20)
    .default([]),
});

const asset = z.strictObject({ id: identifier, title: prose(120), why: prose(300), at: ids(20) });

const drawn = {
  id: identifier,
  label: prose(120),
  /** Other names under which candidates draw it. */
  aliases: z.array(prose(80)).max(20).default([]),
  tier,
};

const scenarioElement = z.strictObject({
  ...drawn,
  kind: z.enum(elementKinds),
  /** Elements of a finer cut that it stands for in a coarser one. */
  parts: z.array(identifier).max(12).default([]),
});

const scenarioFlow = z.strictObject({ ...drawn, from: identifier, to: identifier });

const scenarioThreat = z.strictObject({
  id: identifier,
  title: prose(120),
  claim: prose(600),
  paraphrases: paraphrases(3),
  stride: z.enum(strideCategories),
  /** Elements and flows of the references, of whichever cut. */
  on: ids(20),
  likelihood: level,
  impact: level,
  tier,
});

const scenarioMitigation = z.strictObject({
  id: identifier,
  claim: prose(200),
  paraphrases: paraphrases(2),
  kind: z.enum(mitigationKinds),
  threats: ids(20),
  /** Elements, flows or boundaries of the references where it belongs. */
  at: ids(20),
});

/** For "spot the invalid threat": it sounds right, and a fact of this scenario rules it out. */
const fabricatedThreat = z.strictObject({
  id: identifier,
  claim: prose(400),
  stride: z.enum(strideCategories),
  on: ids(20),
  contradictedBy: identifier,
  why: prose(500),
});

const worthNaming = z.strictObject({ id: identifier, claim: prose(400), paraphrases: paraphrases(2) });

/** What may be told of a scenario before the round is over. */
export const scenarioHead = z.strictObject({
  title: prose(80),
  difficulty: level,
  minutes: z.int().min(10).max(120),
  stage: z.enum(stages),
  competencies: ids(6),
  industry: prose(60),
});

/** `scenarios/<slug>/scenario.yaml`. */
export const scenarioFile = z.strictObject({
  ...scenarioHead.shape,
  facts: z.array(scenarioFact).min(5).max(20),
  assets: z.array(asset).min(2).max(12),
  elements: z.array(scenarioElement).min(4).max(60),
  boundaries: z.array(z.strictObject(drawn)).min(1).max(20),
  flows: z.array(scenarioFlow).min(3).max(100),
  /** `rank` counts from 1, the most urgent first. */
  threats: z
    .array(scenarioThreat.extend({ rank: z.int().min(1).max(40) }))
    .min(6)
    .max(40),
  mitigations: z.array(scenarioMitigation).min(4).max(40),
  fabricated: z.array(fabricatedThreat).min(3).max(12),
  twist: z.strictObject({
    prompt: prose(600),
    /** What a strong reply contains. */
    reference: prose(2000),
    facts: z
      .array(z.strictObject({ id: identifier, says: prose(400) }))
      .min(1)
      .max(6),
    threats: z.array(scenarioThreat).min(1).max(8),
  }),
  residualRisks: z.array(worthNaming).min(1).max(8),
  tradeOffs: z.array(worthNaming).min(1).max(8),
});
export type ScenarioFile = z.infer<typeof scenarioFile>;

/** A scenario with what it holds back and what a good model has: stays on the server until the round is over. */
export type Scenario<Reference> = ScenarioFile & {
  readonly slug: string;
  readonly pack: string;
  /** Markdown: what the interviewer says at the start. */
  readonly brief: string;
  /** Two or more good models, in name order. */
  readonly references: readonly { readonly name: string; readonly model: Reference }[];
};

/** What the browser sees of a scenario before the round is over. */
export type ScenarioBrief = z.infer<typeof scenarioHead> & Pick<Scenario<unknown>, 'slug' | 'pack' | 'brief'>;
