import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { longestReason } from '#core/content/answer.ts';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { AttemptView } from '#web/ui/api/types.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/length/text-field.tsx';
import { focusEntry } from '#web/ui/quotes/use-link.ts';
import { Problem } from '#web/ui/states.tsx';
import { claimOf, type Entry, overruledTo } from './entries.ts';
import styles from './overrule.module.css';
import type { Range } from './selection.ts';
import { WordPicker } from './word-picker.tsx';

type Props = { readonly attempt: AttemptView; readonly entry: Entry; readonly onClose: () => void };

/** The candidate's word against the reader's: for "I did say this", the words that say it. */
export function OverruleDialog({ attempt, entry, onClose }: Props) {
  const verdict = overruledTo(entry);
  const [range, setRange] = useState<Range | null>(null);
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => calls.overrule(attempt.id, entry, { verdict, quote: range, reason: reason.trim() }),
    onSuccess: (view) => {
      client.setQueryData(queries.attempt(attempt.id).queryKey, view);
      forgetProgress(client);
      onClose();
      focusEntry(entry.key);
    },
  });
  const needsWords = verdict === 'yes';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!needsWords || range) send.mutate();
  };
  return (
    <Dialog title={needsWords ? 'I did say this' : 'I did not say this'} onClose={onClose} wide>
      <form onSubmit={onSubmit} className={styles.form}>
        <p className={styles.claim}>{claimOf(entry)}</p>
        {needsWords ? <WordPicker answer={attempt.answer} range={range} onPick={setRange} /> : null}
        <TextField
          id="reason"
          first={!needsWords}
          label="Why (for yourself, may stay empty)"
          limit={longestReason}
          value={reason}
          onChange={setReason}
        />
        <div className="buttons">
          <button
            type="submit"
            className="button primary"
            disabled={send.isPending || (needsWords && !range)}
          >
            Count it my way
          </button>
          <button type="button" className="button" onClick={onClose}>
            Leave it
          </button>
        </div>
        <p className="muted small">Both verdicts are kept, and you can take yours back at any time.</p>
        {send.isError ? <Problem error={send.error} /> : null}
      </form>
    </Dialog>
  );
}
