import { appliesTo, type Fact } from '#core/content/threat-facts.ts';
import type { Answer } from '#core/content/threat-model-vocabulary.ts';
import type { Beside, BoundaryRelation, Condition } from '#core/content/threat-rule.ts';
import type { Element, Flow } from './document.ts';
import type { ModelIndex } from './model-index.ts';
import { encryptsByItself, protocolName } from './protocol.ts';

export type Subject = Element | (Flow & { readonly kind: 'flow' });

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

/** What a condition comes to, and the observations that alone make it so. */
export type Weighed = { readonly answer: Answer; readonly because: readonly Observation[] };

const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/**
 * Weighs a condition in Kleene's strong three-valued logic: "and" is no as soon as one part is no, "or" is yes as
 * soon as one part is yes, and otherwise an unknown part leaves the whole unknown. A fact that the kind of thing
 * cannot have is no. Making a fact unknown can turn an answer into unknown and never into its opposite.
 */
export function weigh(condition: Condition, subject: Subject, model: ModelIndex): Weighed {
  const { all, any, not, fact, protocol, boundary } = condition;
  if (all) return every(all, 'no', (part) => weigh(part, subject, model));
  if (any) return every(any, 'yes', (part) => weigh(part, subject, model));
  if (not) {
    const { answer, because } = weigh(not, subject, model);
    return { answer: opposite[answer], because };
  }
  if (fact) return observed({ seen: 'fact', of: subject, fact, answer: factOf(subject, fact) });
  if (subject.kind !== 'flow') return weighAround(condition, subject, model);
  if (protocol) return observed({ seen: 'protocol', of: subject, answer: isOneOf(subject, protocol) });
  if (boundary) return weighBoundary(boundary, subject, model);
  const { from, to } = condition;
  const end = model.elements.get(from ? subject.from : subject.to);
  const beside = from ?? to;
  return end && beside ? weighBeside(beside, end, model) : nothing(subject, 'such an end');
}

const observed = (observation: Observation): Weighed => ({
  answer: observation.answer,
  because: [observation],
});

const nothing = (of: Subject, what: string): Weighed => observed({ seen: 'nothing', of, what, answer: 'no' });

/** Combines parts; the first that has the `decisive` answer decides alone. */
function every<T>(parts: readonly T[], decisive: 'yes' | 'no', weighPart: (part: T) => Weighed): Weighed {
  const unknown: Observation[] = [];
  const settled: Observation[] = [];
  let isOpen = false;
  for (const part of parts) {
    const weighed = weighPart(part);
    if (weighed.answer === decisive) return weighed;
    if (weighed.answer === 'unknown') isOpen = true;
    (weighed.answer === 'unknown' ? unknown : settled).push(...weighed.because);
  }
  return isOpen ? { answer: 'unknown', because: unknown } : { answer: opposite[decisive], because: settled };
}

function factOf(subject: Subject, fact: Fact): Answer {
  if (!appliesTo(fact, subject.kind)) return 'no';
  const facts: Partial<Record<Fact, Answer>> = subject.facts;
  const stated = facts[fact] ?? 'unknown';
  const isImplied = stated === 'unknown' && fact === 'encrypted' && subject.kind === 'flow';
  return isImplied && encryptsByItself(subject.protocol) ? 'yes' : stated;
}

function isOneOf({ protocol }: Flow, names: readonly string[]): Answer {
  if (protocol.trim() === '') return 'unknown';
  return names.includes(protocolName(protocol)) ? 'yes' : 'no';
}

function weighBoundary(
  relation: BoundaryRelation,
  flow: Subject & { kind: 'flow' },
  model: ModelIndex,
): Weighed {
  const entered = relation === 'leaves' ? [] : model.entered(flow);
  const left = relation === 'enters' ? [] : model.left(flow);
  const answer = entered.length + left.length > 0 ? 'yes' : 'no';
  return observed({ seen: 'boundary', of: flow, entered, left, answer });
}

function weighBeside({ is, when }: Beside, element: Element, model: ModelIndex): Weighed {
  if (!is.includes(element.kind)) return observed({ seen: 'kind', of: element, answer: 'no' });
  return when ? weigh(when, element, model) : observed({ seen: 'kind', of: element, answer: 'yes' });
}

function weighAround(condition: Condition, element: Element, model: ModelIndex): Weighed {
  const { incoming, outgoing, neighbor } = condition;
  const arriving = model.incoming.get(element.id) ?? [];
  const leaving = model.outgoing.get(element.id) ?? [];
  const flow = incoming ?? outgoing;
  if (flow) {
    const flows = incoming ? arriving : leaving;
    const what = incoming ? 'such a flow that arrives' : 'such a flow that leaves';
    return some(flows, element, what, (each) => weigh(flow, { ...each, kind: 'flow' }, model));
  }
  if (!neighbor) return nothing(element, 'such a relation');
  const ids = new Set([...arriving.map(({ from }) => from), ...leaving.map(({ to }) => to)]);
  const beside = [...ids].sort().flatMap((id) => model.elements.get(id) ?? []);
  return some(beside, element, 'such a neighbor', (each) => weighBeside(neighbor, each, model));
}

function some<T>(among: readonly T[], of: Subject, what: string, weighOne: (one: T) => Weighed): Weighed {
  const weighed = every(among, 'yes', weighOne);
  return weighed.answer === 'no' ? nothing(of, what) : weighed;
}
