import type { Element, Flow, Mitigation, Threat, ThreatModel, TrustBoundary } from '../document.ts';

/** One thing that can be read off a part of a model. */
export type Field = {
  /** What is compared: references are by the thing they lead to, not by its id. */
  readonly key: string;
  readonly shown: string;
};
export type Fields = Readonly<Record<string, Field>>;

/** How one of two documents names what it refers to. */
export type Naming = {
  /** The same for two ids that lead to the same thing. */
  readonly same: (id: string) => string;
  readonly label: (id: string) => string;
};

const text = (value: string): Field => ({ key: value, shown: value });
const nothing: Field = { key: '', shown: 'none' };

const reference = (id: string | null, { same, label }: Naming): Field =>
  id === null ? nothing : { key: same(id), shown: label(id) };

function references(ids: readonly string[], { same, label }: Naming): Field {
  if (ids.length === 0) return nothing;
  const keys = ids.map(same).sort();
  return { key: keys.join('\u0000'), shown: ids.map(label).sort().join(', ') };
}

/** A fact that is absent is unknown. */
const factFields = (facts: Readonly<Record<string, string | undefined>>): Fields =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([fact, answer]) =>
      answer === undefined || answer === 'unknown' ? [] : [[`fact ${fact}`, text(answer)]],
    ),
  );

const scope = (inScope: boolean): Field => text(inScope ? 'in scope' : 'out of scope');
const level = (value: number | null): Field => text(value === null ? 'not rated' : String(value));

export const elementFields = (
  { kind, label, description, boundary, inScope, facts }: Element,
  places: Naming,
): Fields => ({
  kind: text(kind),
  label: text(label),
  description: text(description),
  'trust boundary': reference(boundary, places),
  scope: scope(inScope),
  ...factFields(facts),
});

export const flowFields = (
  { label, description, from, to, protocol, inScope, facts }: Flow,
  places: Naming,
): Fields => ({
  label: text(label),
  description: text(description),
  from: reference(from, places),
  to: reference(to, places),
  protocol: text(protocol),
  scope: scope(inScope),
  ...factFields(facts),
});

export const boundaryFields = ({ label, description, parent }: TrustBoundary, places: Naming): Fields => ({
  label: text(label),
  description: text(description),
  'stands in': reference(parent, places),
});

export const threatFields = (
  { title, statement, stride, on, likelihood, impact, status, notes, rule }: Threat,
  places: Naming,
): Fields => ({
  title: text(title),
  ...Object.fromEntries(Object.entries(statement).map(([part, words]) => [part, text(words)])),
  STRIDE: text(stride),
  on: references(on, places),
  likelihood: level(likelihood),
  // The statement has an impact too, in words.
  'impact, 1 to 5': level(impact),
  status: text(status),
  notes: text(notes),
  rule: text(rule ?? 'none'),
});

export const mitigationFields = (
  { title, description, kind, status, threats, at }: Mitigation,
  places: Naming,
  threatNames: Naming,
): Fields => ({
  title: text(title),
  description: text(description),
  kind: text(kind),
  status: text(status),
  against: references(threats, threatNames),
  where: references(at, places),
});

export const questionFields = ({ text: words, answer }: ThreatModel['questions'][number]): Fields => ({
  question: text(words),
  answer: text(answer),
});

export const modelFields = ({ title, description, residualRisk, tradeOffs }: ThreatModel): Fields => ({
  title: text(title),
  description: text(description),
  'residual risk': text(residualRisk),
  'trade-offs': text(tradeOffs),
});

export const wordsField = (field: string, words: string): Fields => ({ [field]: text(words) });
