import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { ThreatModel } from './document.ts';
import { type FactAsked, factsAsked, inWords } from './explain.ts';
import { groupedBy, indexModel, type ModelIndex } from './model-index.ts';
import { type Observation, type Subject, weigh } from './weigh.ts';

export type FiredRule = {
  readonly rule: ThreatRule;
  /** The element or flow that it is about. */
  readonly element: string;
  readonly label: string;
  /** The facts that fired it, in words. */
  readonly because: readonly string[];
};

/** A fact that nobody has said, and which threats the answer decides about. */
export type OpenFact = Omit<FactAsked, 'words'> & {
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
  const questions = new Map<string, OpenFact & { rules: OpenFact['rules'][number][] }>();
  const byKind = groupedBy(rules, ({ on }) => on);
  for (const subject of subjectsOf(model)) {
    for (const rule of byKind.get(subject.kind) ?? []) {
      if (isDismissed(rule.id, subject.id)) continue;
      const { answer, because } = weigh(rule.when, subject, index);
      if (answer === 'yes') threats.push(fired(rule, subject, because, index));
      if (answer === 'unknown') ask(questions, rule, subject, because);
    }
  }
  const mostDecisive = [...questions.values()].sort((a, b) => b.rules.length - a.rules.length);
  return { threats, questions: mostDecisive };
}

function dismissedIn({ dismissed }: ThreatModel): (rule: string, on: string) => boolean {
  const known = new Set(dismissed.map(({ rule, on }) => `${rule} ${on}`));
  return (rule, on) => known.has(`${rule} ${on}`);
}

function subjectsOf({ elements, flows }: ThreatModel): Subject[] {
  const all: Subject[] = [...elements, ...flows.map((flow) => ({ ...flow, kind: 'flow' as const }))];
  const key = ({ label, id }: Subject): string => `${label}\u0000${id}`;
  return all.filter(({ inScope }) => inScope).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const fired = (
  rule: ThreatRule,
  { id, label }: Subject,
  because: readonly Observation[],
  model: ModelIndex,
): FiredRule => ({ rule, element: id, label, because: inWords(because, model) });

function ask(
  questions: Map<string, OpenFact & { rules: OpenFact['rules'][number][] }>,
  rule: ThreatRule,
  subject: Subject,
  because: readonly Observation[],
): void {
  const decides = { rule: rule.id, element: subject.id, stride: rule.stride, title: rule.title };
  for (const { words, ...asked } of factsAsked(because, rule)) {
    const key = `${asked.element} ${asked.fact}`;
    const known = questions.get(key);
    if (known) known.rules.push(decides);
    else {
      const question = words.replaceAll('{name}', `“${asked.label}”`);
      questions.set(key, { ...asked, question, rules: [decides] });
    }
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
