import type { z } from 'zod';
import { assumption, mitigation, openQuestion, type ThreatModel, threat } from '../document.ts';
import { updated } from './updated.ts';

/** The lists of a model that are written beside its diagram, and what one item of each has to be. */
export const listItems = {
  threats: threat,
  mitigations: mitigation,
  assumptions: assumption,
  questions: openQuestion,
};

export type ListName = keyof typeof listItems;

type OneList<L extends ListName> =
  /** `at` counts from 0; without it the item comes last. */
  | {
      readonly type: 'add-item';
      readonly list: L;
      readonly item: z.input<(typeof listItems)[L]>;
      readonly at?: number;
    }
  | {
      readonly type: 'update-item';
      readonly list: L;
      readonly id: string;
      readonly changes: Partial<Omit<ThreatModel[L][number], 'id'>>;
    }
  | { readonly type: 'remove-item'; readonly list: L; readonly id: string }
  /** `to` is where it stands afterwards, counted from 0. */
  | { readonly type: 'move-item'; readonly list: L; readonly id: string; readonly to: number };

/** What is done to threats, mitigations, assumptions and open questions. */
export type ListCommand = { [L in ListName]: OneList<L> }[ListName];

type Item = { readonly id: string };
type Lists = { readonly [L in ListName]: readonly Item[] };

/** The model with the command done to it; not checked yet. Undefined where the new item has the wrong shape. */
export function changeList(model: ThreatModel, command: ListCommand): ThreatModel | undefined {
  const { list } = command;
  const items: readonly Item[] = model[list];
  switch (command.type) {
    case 'add-item': {
      const { data } = listItems[list].safeParse(command.item);
      return data && withList(model, list, inserted(items, data, command.at));
    }
    case 'update-item':
      return withList(model, list, updated(items, command.id, command.changes));
    case 'remove-item':
      return withoutItem(model, list, command.id);
    case 'move-item': {
      const item = items.find(({ id }) => id === command.id);
      const rest = items.filter((each) => each !== item);
      return item ? withList(model, list, inserted(rest, item, command.to)) : model;
    }
    default:
      return command satisfies never;
  }
}

/** Whether the items are of the right shape is checked with the whole model. */
const withList = (model: ThreatModel, list: ListName, items: Lists[ListName]): ThreatModel => ({
  ...model,
  [list]: items,
});

function inserted(items: readonly Item[], item: Item, at = items.length): readonly Item[] {
  const place = Math.min(Math.max(0, Math.trunc(at)), items.length);
  return [...items.slice(0, place), item, ...items.slice(place)];
}

function withoutItem(model: ThreatModel, list: ListName, gone: string): ThreatModel {
  const rest = withList(
    model,
    list,
    model[list].filter(({ id }) => id !== gone),
  );
  if (list !== 'threats') return rest;
  const mitigations = model.mitigations.map((mitigation) =>
    mitigation.threats.includes(gone)
      ? { ...mitigation, threats: mitigation.threats.filter((id) => id !== gone) }
      : mitigation,
  );
  return { ...rest, mitigations };
}
