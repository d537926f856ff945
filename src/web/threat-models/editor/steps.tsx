import type { ModelHistory } from '../use-model-history.ts';

type Props = {
  readonly history: ModelHistory;
  /** Tells what happened to those who do not see it. */
  readonly say: (text: string) => void;
};

/** Undo and redo. */
export function Steps({ history, say }: Props) {
  const step = (act: () => void, word: string): void => {
    act();
    say(word);
  };
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={!history.canUndo}
        onClick={() => step(history.undo, 'Undone.')}
      >
        Undo
      </button>
      <button
        type="button"
        className="button small"
        disabled={!history.canRedo}
        onClick={() => step(history.redo, 'Done again.')}
      >
        Redo
      </button>
    </>
  );
}
