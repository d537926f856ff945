import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { PointView } from '#web/ui/api/types.ts';
import { plural, tierLabels } from '#web/ui/labels.ts';
import { focusEntry } from '#web/ui/quotes/use-link.ts';
import { type Entries, type Entry, verdictOf } from './entries.ts';
import { PointItem } from './point-item.tsx';
import styles from './result.module.css';
import { FlagItem, MisconceptionItem } from './warning-items.tsx';

type Props = {
  readonly entries: Entries;
  readonly attempt: string;
  readonly onDispute: (entry: Entry) => void;
};

function useWithdraw(attempt: string): (entry: Entry) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (entry: Entry) => calls.withdrawOverrule(attempt, entry),
    onSuccess: (view, entry) => {
      client.setQueryData(queries.attempt(attempt).queryKey, view);
      forgetProgress(client);
      focusEntry(entry.key);
    },
  });
  return mutate;
}

/** What was wrong first, because it costs most; then the points by tier. */
export function EntryLists({ entries, attempt, onDispute }: Props) {
  const actions = { onDispute, onWithdraw: useWithdraw(attempt) };
  return (
    <div className={styles.lists}>
      {entries.misconceptions.length > 0 ? (
        <Group title="Misconceptions" note="These cost more than a missing point.">
          {entries.misconceptions.map((entry) => (
            <MisconceptionItem key={entry.key} entry={entry} {...actions} />
          ))}
        </Group>
      ) : null}
      {entries.flags.length > 0 ? (
        <Group title="Red flags" note="Ways of talking that lose offers.">
          {entries.flags.map((entry) => (
            <FlagItem key={entry.key} entry={entry} {...actions} />
          ))}
        </Group>
      ) : null}
      {(['must', 'should', 'bonus'] as const).map((tier) => {
        const own = entries.points.filter((entry) => entry.view.tier === tier);
        if (own.length === 0) return null;
        return (
          <Group key={tier} title={tierLabels[tier]} note={countMet(own)}>
            {own.map((entry) => (
              <PointItem key={entry.key} entry={entry} {...actions} />
            ))}
          </Group>
        );
      })}
    </div>
  );
}

function countMet(points: readonly Entry<PointView>[]): string {
  const count = (verdict: string) => points.filter((entry) => verdictOf(entry.view) === verdict).length;
  const unsure = count('unsure');
  return `${count('yes')} of ${plural(points.length, 'point')} met${unsure > 0 ? `, ${unsure} not sure` : ''}`;
}

type GroupProps = { readonly title: string; readonly note: string; readonly children: React.ReactNode };

function Group({ title, note, children }: GroupProps) {
  return (
    <section className={styles.group}>
      <header>
        <h2>{title}</h2>
        <span className="muted small">{note}</span>
      </header>
      <ul>{children}</ul>
    </section>
  );
}
