import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { ThreatModel } from './document.ts';
import { inWords, openFact, questionAbout } from './explain.ts';
import { groupedBy, indexModel, type ModelIndex, type Subject } from './model-index.ts';
import { type Observation, testOf } from './weigh.ts';

export type FiredRule = {
  readonly rule: ThreatRule;
  /** The element or flow that it is about. */
  readonly element: string;
  readonly label: string;
  /** The facts that fired it, in words. */
  readonly because: readonly string[];
};

/** A fact that nobody has said, and which threats the answer decides about. */
export type OpenFact = {
  /** The element or flow that the question is about, which need not be the one that the threat is on. */
  readonly element: string;
  readonly label: string;
  readonly fact: string;
  readonly question: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly element: string;
    readonly stride: StrideCategory;
    readonly title: string;
  }[];
};

export type Analysis = { readonly threats: readonly FiredRule[]; readonly questions: readonly OpenFact[] };

/**
 * Applies every rule to everything in scope of its kind. A condition that holds fires a threat, one that hangs on
 * facts nobody has said raises questions, one that does not hold is silent. Threats are in order of label, id and
 * rule, questions by how many threats they decide about; order and position in the model have no influence. Findings
 * that the model has dismissed are left out.
 */
export function analyze(model: ThreatModel, rules: readonly ThreatRule[]): Analysis {
  const index = indexModel(model);
  const isDismissed = dismissedIn(model);
  const threats: FiredRule[] = [];
  const questions = new Questions();
  const byKind = groupedBy(rules.map(ready), ({ rule }) => rule.on);
  for (const subject of subjectsOf(model, index)) {
    for (const { rule, test } of byKind.get(subject.kind) ?? []) {
      const answer = test.answer(subject, index);
      if (answer === 'no' || isDismissed(rule.id, subject.id)) continue;
      const because = test.because(subject, index);
      if (answer === 'yes') threats.push(fired(rule, subject, because, index));
      else questions.ask(rule, subject, because);
    }
  }
  return { threats, questions: questions.mostDecisiveFirst() };
}

const ready = (rule: ThreatRule) => ({ rule, test: testOf(rule.when) });

function dismissedIn({ dismissed }: ThreatModel): (rule: string, on: string) => boolean {
  const known = new Set(dismissed.map(({ rule, on }) => `${rule} ${on}`));
  return (rule, on) => known.has(`${rule} ${on}`);
}

function subjectsOf({ elements }: ThreatModel, { flows }: ModelIndex): readonly Subject[] {
  return [...elements, ...flows]
    .filter(({ inScope }) => inScope)
    .map((subject) => ({ subject, key: `${subject.label}\u0000${subject.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ subject }) => subject);
}

const fired = (
  rule: ThreatRule,
  { id, label }: Subject,
  because: readonly Observation[],
  model: ModelIndex,
): FiredRule => ({ rule, element: id, label, because: inWords(because, model) });

type Decided = OpenFact['rules'][number];
type Asked = OpenFact & { readonly rules: Decided[] };

/** The facts that are asked for, each once, with all that it decides. */
class Questions {
  readonly #all: Asked[] = [];
  readonly #byElement = new Map<string, Map<string, Asked>>();

  ask(rule: ThreatRule, subject: Subject, because: readonly Observation[]): void {
    const decides = { rule: rule.id, element: subject.id, stride: rule.stride, title: rule.title };
    for (const observation of because) {
      const fact = openFact(observation);
      if (fact !== undefined) this.#about(fact, observation, rule).rules.push(decides);
    }
  }

  /** The question of whichever rule asks first. */
  #about(fact: string, observation: Observation, rule: ThreatRule): Asked {
    const { id, label } = observation.of;
    const known = this.#byElement.get(id) ?? new Map<string, Asked>();
    const before = known.get(fact);
    if (before) return before;
    const question = questionAbout(observation, rule);
    const first: Asked = { element: id, label, fact, question, rules: [] };
    this.#byElement.set(id, known.set(fact, first));
    this.#all.push(first);
    return first;
  }

  mostDecisiveFirst(): readonly OpenFact[] {
    return this.#all.sort((a, b) => b.rules.length - a.rules.length);
  }
}

/** How many threats each STRIDE category has. */
export function countByStride(threats: readonly FiredRule[]): Readonly<Record<StrideCategory, number>> {
  const counts = Object.fromEntries(strideCategories.map((stride) => [stride, 0])) as Record<
    StrideCategory,
    number
  >;
  for (const { rule } of threats) counts[rule.stride] += 1;
  return counts;
}
