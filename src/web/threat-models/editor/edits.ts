import type { ThreatModel } from '#core/threat-model/document.ts';
import { clipOf, pasteCommand } from '#core/threat-model/edit/clip.ts';
import { namesOf } from './describe.ts';
import { type Editing, only } from './editing.ts';

export function removeChosen(editing: Editing, ids: readonly string[]): void {
  const { document, history, select, say } = editing;
  const names = namesOf(document, ids);
  const model = history.perform({ type: 'remove', ids });
  if (model === document) return;
  const flows = document.flows.length - model.flows.length - flowsAmong(document, ids);
  select(only());
  say(`Deleted ${names}${flows > 0 ? ` and ${flows === 1 ? 'its flow' : `${flows} flows`}` : ''}.`);
}

const flowsAmong = ({ flows }: ThreatModel, ids: readonly string[]): number =>
  flows.filter(({ id }) => ids.includes(id)).length;

/** Adds what was copied, selects the copies, and returns their ids. */
export function pasteInto(editing: Editing, clip: ThreatModel): readonly string[] {
  const { document, history, select, say } = editing;
  const { command, ids } = pasteCommand(document, clip);
  const model = history.perform(command);
  if (model === document) return [];
  select(only(...ids));
  say(`Added ${namesOf(model, ids)}.`);
  return ids;
}

export function copiesOf(editing: Editing, ids: readonly string[]): readonly string[] {
  const clip = clipOf(editing.document, ids);
  return clip ? pasteInto(editing, clip) : [];
}
