import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';

/** A model, and how it is changed. */
export type Editing = {
  readonly model: ThreatModel;
  readonly perform: (command: ModelCommand) => unknown;
};
