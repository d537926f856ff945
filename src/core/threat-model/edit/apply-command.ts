import type { ThreatModel } from '../document.ts';
import { readDocument } from '../read-document.ts';
import { add } from './add.ts';
import type { ModelCommand } from './command.ts';
import { setFact, setKind } from './facts.ts';
import { changeList } from './list-command.ts';
import { nest } from './nest.ts';
import { place } from './place.ts';
import { remove } from './remove.ts';
import { sameValue } from './same-value.ts';
import { updated } from './updated.ts';

/**
 * The model with a command done to it. The same model when the command changes nothing or would leave the model
 * invalid: an empty label, an id that is taken or leads nowhere, a boundary inside itself, more than fits.
 */
export function applyCommand(model: ThreatModel, command: ModelCommand): ThreatModel {
  const next = change(model, command);
  if (!next || sameValue(model, next)) return model;
  return readDocument(next).ok ? next : model;
}

/** Undefined where it cannot be done. Whether the result is valid is for the caller to check. */
function change(model: ThreatModel, command: ModelCommand): ThreatModel | undefined {
  switch (command.type) {
    case 'all':
      return command.commands.reduce<ThreatModel | undefined>((at, each) => at && change(at, each), model);
    case 'add-element':
    case 'add-boundary':
    case 'add-flow':
      return add(model, command);
    case 'update-element':
      return { ...model, elements: updated(model.elements, command.id, command.changes) };
    case 'update-flow':
      return { ...model, flows: updated(model.flows, command.id, command.changes) };
    case 'update-boundary':
      return { ...model, boundaries: updated(model.boundaries, command.id, command.changes) };
    case 'set-fact':
      return setFact(model, command);
    case 'set-kind':
      return setKind(model, command.id, command.kind);
    case 'nest':
      return nest(model, command.ids, command.into);
    case 'remove':
      return remove(model, command.ids);
    case 'place':
      return place(model, command.boxes, command.into);
    case 'set-texts':
      return { ...model, ...command.changes };
    case 'set-dismissed':
      return setDismissed(model, command);
    default:
      return changeList(model, command);
  }
}

function setDismissed(
  model: ThreatModel,
  { rule, on, reason }: Extract<ModelCommand, { readonly type: 'set-dismissed' }>,
): ThreatModel {
  const others = model.dismissed.filter((each) => each.rule !== rule || each.on !== on);
  return { ...model, dismissed: reason === null ? others : [...others, { rule, on, reason }] };
}
