import { useState } from 'react';
import { type Draft, saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import type { ModelHistory } from '../use-model-history.ts';
import { TitleDialog } from './title-dialog.tsx';

type Props = { readonly history: ModelHistory; readonly draft: Draft };

const wording = {
  unreachable: 'Not saved yet: Hotseat is not reachable, the model is kept in this browser',
  nowhere: 'Not saved anywhere: keep this page open until Hotseat is reachable',
  conflict: 'Not saved: another tab changed this model',
  gone: 'Not saved: this model was deleted elsewhere',
};

/** Whether everything is saved, and what can be done with the model as a whole. */
export function PageActions({ history, draft }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span className="small">
        <SaveStateLine state={saveStateOf(draft)} wording={wording} />
      </span>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        Title and description
      </button>
      {isOpen ? <TitleDialog history={history} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
