import { useCallback, useMemo, useRef, useState } from 'react';
import { drawn } from '#core/threat-model/diagram/drawn.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { type History, perform, redo, startHistory, undo } from '#core/threat-model/edit/history.ts';

export type ModelHistory = {
  readonly document: ThreatModel;
  /** Does a command, one step to undo. Returns the model after it: the same one when it could not be done. */
  readonly perform: (command: ModelCommand) => ThreatModel;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/**
 * A model under edit, with everything that was done to it. `save` gets each new state at once; a later `initial` is
 * ignored. A model that was never drawn is laid out, which is no step.
 */
export function useModelHistory(initial: ThreatModel, save: (document: ThreatModel) => void): ModelHistory {
  const [history, setHistory] = useState(() => startHistory(drawn(initial)));
  const latest = useRef(history);
  const saved = useRef(save);
  saved.current = save;
  const step = useCallback((change: (from: History) => History): ThreatModel => {
    const next = change(latest.current);
    if (next !== latest.current) {
      latest.current = next;
      setHistory(next);
      saved.current(next.present);
    }
    return next.present;
  }, []);
  const steps = useMemo(
    () => ({
      perform: (command: ModelCommand) => step((from) => perform(from, command)),
      undo: () => void step(undo),
      redo: () => void step(redo),
    }),
    [step],
  );
  return {
    ...steps,
    document: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
