import { appliesTo, type Fact, subjectKinds } from '#core/content/threat-facts.ts';
import type { Answer } from '#core/content/threat-model-vocabulary.ts';
import type { Beside, BoundaryRelation, Condition } from '#core/content/threat-rule.ts';
import type { Element } from './document.ts';
import type { FlowSubject, ModelIndex, Subject } from './model-index.ts';
import { encryptsByItself, protocolName } from './protocol.ts';

/** One thing that was looked at, and what it came to. */
export type Observation =
  | { readonly seen: 'fact'; readonly of: Subject; readonly fact: Fact; readonly answer: Answer }
  | { readonly seen: 'protocol'; readonly of: Subject; readonly answer: Answer }
  | { readonly seen: 'kind'; readonly of: Subject; readonly answer: Answer }
  | {
      readonly seen: 'boundary';
      readonly of: Subject;
      readonly entered: readonly string[];
      readonly left: readonly string[];
      readonly answer: Answer;
    }
  | { readonly seen: 'nothing'; readonly of: Subject; readonly what: string; readonly answer: Answer };

/**
 * A condition made ready to be asked of many things. The answer comes without its reasons, since most rules are
 * silent about most things.
 */
export type Test<S extends Subject = Subject> = {
  readonly answer: (of: S, model: ModelIndex) => Answer;
  /** The observations that alone make the answer what it is. */
  readonly because: (of: S, model: ModelIndex) => readonly Observation[];
};

const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/**
 * Weighs a condition in Kleene's strong three-valued logic: "and" is no as soon as one part is no, "or" is yes as
 * soon as one part is yes, and otherwise an unknown part leaves the whole unknown. A fact that the kind of thing
 * cannot have is no. Making a fact unknown can turn an answer into unknown and never into its opposite.
 */
export function testOf(condition: Condition): Test {
  const { all, any, not, fact } = condition;
  if (all) return joined(all.map(testOf), 'no');
  if (any) return joined(any.map(testOf), 'yes');
  if (not) {
    const { answer, because } = testOf(not);
    return { answer: (of, model) => opposite[answer(of, model)], because };
  }
  if (fact) return factTest(fact);
  const ofFlow = flowTest(condition);
  const ofElement = elementTest(condition);
  return {
    answer: (of, model) => (of.kind === 'flow' ? ofFlow.answer(of, model) : ofElement.answer(of, model)),
    because: (of, model) => (of.kind === 'flow' ? ofFlow.because(of, model) : ofElement.because(of, model)),
  };
}

/** What is asked of a flow alone. */
function flowTest({ protocol, boundary, from, to }: Condition): Test<FlowSubject> {
  if (protocol) return leaf((of) => ({ seen: 'protocol', of, answer: isOneOf(of, protocol) }));
  if (boundary) return leaf((of, model) => atBoundary(of, boundary, model));
  const beside = from ?? to;
  if (!beside) return absent('such an end');
  const test = besideTest(beside);
  const missing = absent('such an end');
  const end = (of: FlowSubject, model: ModelIndex) => model.elements.get(from ? of.from : of.to);
  return {
    answer: (of, model) => {
      const element = end(of, model);
      return element ? test.answer(element, model) : 'no';
    },
    because: (of, model) => {
      const element = end(of, model);
      return element ? test.because(element, model) : missing.because(of, model);
    },
  };
}

/** What is asked of an element alone: what is around it. */
function elementTest({ incoming, outgoing, neighbor }: Condition): Test<Element> {
  if (incoming)
    return someOf(testOf(incoming), 'such a flow that arrives', (of, { incoming: flows }) =>
      flows.get(of.id),
    );
  if (outgoing)
    return someOf(testOf(outgoing), 'such a flow that leaves', (of, { outgoing: flows }) => flows.get(of.id));
  if (!neighbor) return absent('such a relation');
  return someOf(besideTest(neighbor), 'such a neighbor', (of, { neighbors }) => neighbors(of.id));
}

const leaf = <S extends Subject>(observe: (of: S, model: ModelIndex) => Observation): Test<S> => ({
  answer: (of, model) => observe(of, model).answer,
  because: (of, model) => [observe(of, model)],
});

const absent = (what: string): Test => leaf((of) => ({ seen: 'nothing', of, what, answer: 'no' }));

/** Combines answers; one that is `decisive` decides alone. */
function combined<T>(parts: readonly T[], decisive: 'yes' | 'no', answerOf: (part: T) => Answer): Answer {
  let isOpen = false;
  for (const part of parts) {
    const answer = answerOf(part);
    if (answer === decisive) return answer;
    if (answer === 'unknown') isOpen = true;
  }
  return isOpen ? 'unknown' : opposite[decisive];
}

/** The parts that make a combined answer what it is. */
function deciding<T>(
  parts: readonly T[],
  decisive: 'yes' | 'no',
  answerOf: (part: T) => Answer,
): readonly T[] {
  const settled: T[] = [];
  const open: T[] = [];
  for (const part of parts) {
    const answer = answerOf(part);
    if (answer === decisive) return [part];
    (answer === 'unknown' ? open : settled).push(part);
  }
  return open.length > 0 ? open : settled;
}

const joined = (parts: readonly Test[], decisive: 'yes' | 'no'): Test => ({
  answer: (of, model) => combined(parts, decisive, (part) => part.answer(of, model)),
  because: (of, model) =>
    deciding(parts, decisive, (part) => part.answer(of, model)).flatMap((part) => part.because(of, model)),
});

/** Whether there is one among the things around an element for which the test holds. */
function someOf<T extends Subject>(
  test: Test<T>,
  what: string,
  around: (of: Element, model: ModelIndex) => readonly T[] | undefined,
): Test<Element> {
  const none = absent(what);
  const answer = (of: Element, model: ModelIndex): Answer =>
    combined(around(of, model) ?? [], 'yes', (one) => test.answer(one, model));
  return {
    answer,
    because: (of, model) =>
      answer(of, model) === 'no'
        ? none.because(of, model)
        : deciding(around(of, model) ?? [], 'yes', (one) => test.answer(one, model)).flatMap((one) =>
            test.because(one, model),
          ),
  };
}

function besideTest({ is, when }: Beside): Test<Element> {
  const inner = when && testOf(when);
  const isKind = leaf<Element>((of) => ({
    ...{ seen: 'kind', of, answer: is.includes(of.kind) ? 'yes' : 'no' },
  }));
  if (!inner) return isKind;
  const test = (of: Element): Test<Element> => (is.includes(of.kind) ? inner : isKind);
  return {
    answer: (of, model) => test(of).answer(of, model),
    because: (of, model) => test(of).because(of, model),
  };
}

function factTest(fact: Fact): Test {
  const kinds = subjectKinds.filter((kind) => appliesTo(fact, kind));
  const answer = (of: Subject): Answer => (kinds.includes(of.kind) ? factOf(of, fact) : 'no');
  return { answer, because: (of) => [{ seen: 'fact', of, fact, answer: answer(of) }] };
}

function factOf(subject: Subject, fact: Fact): Answer {
  const facts: Partial<Record<Fact, Answer>> = subject.facts;
  const stated = facts[fact] ?? 'unknown';
  const isImplied = stated === 'unknown' && fact === 'encrypted' && subject.kind === 'flow';
  return isImplied && encryptsByItself(subject.protocol) ? 'yes' : stated;
}

function isOneOf({ protocol }: FlowSubject, names: readonly string[]): Answer {
  if (protocol.trim() === '') return 'unknown';
  return names.includes(protocolName(protocol)) ? 'yes' : 'no';
}

function atBoundary(of: FlowSubject, relation: BoundaryRelation, model: ModelIndex): Observation {
  const entered = relation === 'leaves' ? [] : model.entered(of);
  const left = relation === 'enters' ? [] : model.left(of);
  const answer = entered.length + left.length > 0 ? 'yes' : 'no';
  return { seen: 'boundary', of, entered, left, answer };
}
