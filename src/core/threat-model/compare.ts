import {
  boundaryFields,
  elementFields,
  type Fields,
  flowFields,
  mitigationFields,
  modelFields,
  type Naming,
  questionFields,
  threatFields,
  wordsField,
} from './compare/describe.ts';
import { namesAfter, type Pairable, type Pairs, pairUp } from './compare/pair-up.ts';
import type { ThreatModel } from './document.ts';

type Part =
  | 'model'
  | 'element'
  | 'flow'
  | 'boundary'
  | 'threat'
  | 'mitigation'
  | 'assumption'
  | 'question'
  | 'dismissal';

/** Something that stands in one of two documents. */
export type ComparedItem = { readonly part: Part; readonly id: string; readonly label: string };

/** Something that stands in both, named as before, and what of it is different. */
export type ChangedItem = ComparedItem & {
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
};

export type Comparison = {
  readonly added: readonly ComparedItem[];
  readonly removed: readonly ComparedItem[];
  readonly changed: readonly ChangedItem[];
};

/**
 * Says what `after` has that `before` has not, what it lacks, and what is different. Things are the same when they
 * have the same id, else when they have the same label and kind (flows: and the same ends). References are the same
 * when they lead to the same thing. Layout never counts, nor does the order of any list but that of the threats, which
 * is their priority. Swapping the documents swaps added and removed, and before and after.
 */
export function compareModels(before: ThreatModel, after: ThreatModel): Comparison {
  const kinds = pairUp(
    before.elements,
    after.elements,
    bothSides(({ kind, label }) => key(kind, label)),
  );
  const zones = pairUp(
    before.boundaries,
    after.boundaries,
    bothSides(({ label }) => label),
  );
  const ends = sidesOf(before, after, [kinds, zones], labelsOfPlaces);
  const flows = pairUp(before.flows, after.flows, {
    before: ({ label, from, to }) => key(label, ends.before.same(from), ends.before.same(to)),
    after: ({ label, from, to }) => key(label, ends.after.same(from), ends.after.same(to)),
  });
  const places = sidesOf(before, after, [kinds, zones, flows], labelsOfPlaces);
  const threats = pairUp(
    before.threats,
    after.threats,
    bothSides(({ stride, title }) => key(stride, title)),
  );
  const names = sidesOf(before, after, [threats], labelsOfThreats);
  const byText = bothSides(({ text }: { text: string }) => text);
  const dismissals = pairUp(dismissalsOf(before, places.before), dismissalsOf(after, places.after), ownIds);
  return joined([
    modelPart(before, after, threats),
    partOf('element', kinds, labelled, onSides(places, elementFields)),
    partOf('boundary', zones, labelled, onSides(places, boundaryFields)),
    partOf('flow', flows, labelled, onSides(places, flowFields)),
    partOf('threat', threats, titled, onSides(places, threatFields)),
    partOf(
      'mitigation',
      pairUp(
        before.mitigations,
        after.mitigations,
        bothSides(({ kind, title }) => key(kind, title)),
      ),
      titled,
      (item, side) => mitigationFields(item, places[side], names[side]),
    ),
    partOf('assumption', pairUp(before.assumptions, after.assumptions, byText), worded, ({ text }) =>
      wordsField('assumption', text),
    ),
    partOf('question', pairUp(before.questions, after.questions, byText), worded, questionFields),
    partOf(
      'dismissal',
      dismissals,
      ({ shown, text }) => ({ id: shown, label: text }),
      ({ reason }) => wordsField('reason', reason),
    ),
  ]);
}

type Side = 'before' | 'after';
type Sides<T> = Readonly<Record<Side, T>>;

const key = (...parts: readonly string[]): string => parts.join('\u0000');
type Name = Pick<ComparedItem, 'id' | 'label'>;
const labelled = ({ id, label }: Name): Name => ({ id, label });
const titled = ({ id, title }: Pairable & { readonly title: string }): Name => ({ id, label: title });
const worded = ({ id, text }: Pairable & { readonly text: string }): Name => ({ id, label: text });
const bothSides = <T>(keyOf: (item: T) => string): Sides<(item: T) => string> => ({
  before: keyOf,
  after: keyOf,
});
const ownIds = bothSides(({ id }: Pairable) => id);

const onSides =
  <T>(naming: Sides<Naming>, fields: (item: T, naming: Naming) => Fields) =>
  (item: T, side: Side): Fields =>
    fields(item, naming[side]);

const labelsOfPlaces = ({ elements, flows, boundaries }: ThreatModel) =>
  [...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label] as const);
const labelsOfThreats = ({ threats }: ThreatModel) => threats.map(({ id, title }) => [id, title] as const);

function sidesOf(
  before: ThreatModel,
  after: ThreatModel,
  pairs: readonly Pairs<Pairable>[],
  labels: (model: ThreatModel) => readonly (readonly [string, string])[],
): Sides<Naming> {
  const [here, there] = [new Map(labels(before)), new Map(labels(after))];
  const names = namesAfter(pairs);
  return {
    before: { same: (id) => id, label: (id) => here.get(id) ?? id },
    // What has no partner must not be taken for a thing of the same id.
    after: {
      same: (id) => names.get(id) ?? `\u0000${id}`,
      label: (id) => there.get(id) ?? id,
    },
  };
}

/** A dismissal has no id of its own: it is of a rule and a thing. */
const dismissalsOf = ({ dismissed }: ThreatModel, { same, label }: Naming) =>
  dismissed.map(({ rule, on, reason }) => ({
    id: key(rule, same(on)),
    shown: `${rule} ${on}`,
    text: `${rule} on ${label(on)}`,
    reason,
  }));

function partOf<T extends Pairable>(
  part: Part,
  { both, added, removed }: Pairs<T>,
  nameOf: (item: T) => Name,
  fieldsOf: (item: T, side: Side) => Fields,
): Comparison {
  const item = (one: T): ComparedItem => ({ part, ...nameOf(one) });
  return {
    added: added.map(item),
    removed: removed.map(item),
    changed: both.flatMap(([before, after]) => {
      const changes = changesBetween(fieldsOf(before, 'before'), fieldsOf(after, 'after'));
      return changes.length > 0 ? [{ ...item(before), changes }] : [];
    }),
  };
}

function changesBetween(before: Fields, after: Fields): ChangedItem['changes'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (old?.key === now?.key) return [];
    return [{ field, before: old?.shown ?? 'unknown', after: now?.shown ?? 'unknown' }];
  });
}

function modelPart(before: ThreatModel, after: ThreatModel, threats: Pairs<ThreatModel['threats'][number]>) {
  const changes = [
    ...changesBetween(modelFields(before), modelFields(after)),
    ...orderChange(before, after, threats),
  ];
  const whole = { part: 'model', id: '', label: before.title } as const;
  return { added: [], removed: [], changed: changes.length > 0 ? [{ ...whole, changes }] : [] };
}

/** The order of the threats that stand in both, where it is different: from the first to the last that moved. */
function orderChange(
  before: ThreatModel,
  after: ThreatModel,
  { both }: Pairs<ThreatModel['threats'][number]>,
): ChangedItem['changes'] {
  const names = namesAfter([{ both, added: [], removed: [] }]);
  const known = new Set(names.values());
  const old = before.threats.filter(({ id }) => known.has(id));
  const now = after.threats.filter(({ id }) => names.has(id));
  const moved = old.map(({ id }, index) => id !== names.get(now[index]?.id ?? ''));
  const [first, last] = [moved.indexOf(true), moved.lastIndexOf(true)];
  if (first < 0) return [];
  const list = (threats: ThreatModel['threats']): string =>
    threats
      .slice(first, last + 1)
      .map(({ title }, index) => `${first + index + 1}. ${title}`)
      .join('; ');
  return [{ field: 'order of threats', before: list(old), after: list(now) }];
}

const joined = (parts: readonly Comparison[]): Comparison => ({
  added: parts.flatMap(({ added }) => added),
  removed: parts.flatMap(({ removed }) => removed),
  changed: parts.flatMap(({ changed }) => changed),
});
