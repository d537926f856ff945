import type { Threat, ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { proposedTitle } from '#core/threat-model/statement.ts';
import { labelsOf, namesIn } from './place-options.ts';

export type ThreatChanges = Partial<Omit<Threat, 'id'>>;

/** The change, with the title going along as long as it is the one that was proposed. */
export function changeThreat(model: ThreatModel, before: Threat, changes: ThreatChanges): ModelCommand {
  const after = { ...before, ...changes };
  const isProposed = changes.title === undefined && before.title === titleFor(model, before);
  const title = isProposed ? titleFor(model, after) : after.title;
  return { type: 'update-item', list: 'threats', id: before.id, changes: { ...changes, title } };
}

/** What the threat would be called by its statement, category and places. */
export const titleFor = (model: ThreatModel, { statement, stride, on }: Threat): string =>
  proposedTitle(statement, stride, labelsOf(on, namesIn(model)));
