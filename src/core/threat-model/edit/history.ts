import type { ThreatModel } from '../document.ts';
import { applyCommand } from './apply-command.ts';
import type { ModelCommand } from './command.ts';

/** A model with every state before it, the oldest first, and those that were undone, the next one first. */
export type History = {
  readonly past: readonly ThreatModel[];
  readonly present: ThreatModel;
  readonly future: readonly ThreatModel[];
};

export const startHistory = (present: ThreatModel): History => ({ past: [], present, future: [] });

/** Does a command; the same history when the command changes nothing. What was undone is forgotten. */
export function perform(history: History, command: ModelCommand): History {
  const present = applyCommand(history.present, command);
  if (present === history.present) return history;
  return { past: [...history.past, history.present], present, future: [] };
}

/** Goes back by one command; the same history at the start. */
export function undo(history: History): History {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (!before) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** Does again what was undone last; the same history when nothing was. */
export function redo(history: History): History {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (!next) return history;
  return { past: [...past, present], present: next, future: rest };
}
