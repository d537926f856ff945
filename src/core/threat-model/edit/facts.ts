import {
  type Answer,
  actorFacts,
  type ElementKind,
  flowFacts,
  processFacts,
  storeFacts,
} from '#core/content/threat-model-vocabulary.ts';
import { element, type ThreatModel } from '../document.ts';

/** The facts that can be known about each kind of thing in a diagram. */
export const factsOfKind: Readonly<Record<ElementKind | 'flow', readonly string[]>> = {
  actor: actorFacts,
  process: processFacts,
  store: storeFacts,
  flow: flowFacts,
};

type FactOf = { readonly id: string; readonly fact: string; readonly answer: Answer };

/** Sets a fact of an element or flow. What is unknown is not written: absent means the same. */
export function setFact(model: ThreatModel, { id, fact, answer }: FactOf): ThreatModel {
  const answered = <T extends { readonly id: string; readonly facts: object }>(items: readonly T[]): T[] =>
    items.map((item) => (item.id === id ? withFact(item, fact, answer) : item));
  return { ...model, elements: answered(model.elements), flows: answered(model.flows) };
}

function withFact<T extends { readonly facts: object }>(item: T, fact: string, answer: Answer): T {
  const { [fact]: now = 'unknown', ...others }: Readonly<Record<string, unknown>> = { ...item.facts };
  if (now === answer) return item;
  return { ...item, facts: answer === 'unknown' ? others : { ...others, [fact]: answer } };
}

/** Makes an element one of another kind; facts that the kind has not are dropped. */
export function setKind(model: ThreatModel, id: string, kind: ElementKind): ThreatModel {
  const elements = model.elements.map((item) => {
    if (item.id !== id || item.kind === kind) return item;
    const facts = Object.entries(item.facts).filter(([name]) => factsOfKind[kind].includes(name));
    return element.parse({ ...item, kind, facts: Object.fromEntries(facts) });
  });
  return { ...model, elements };
}
