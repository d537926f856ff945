import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { queries } from '#web/ui/api/queries.ts';
import type { AttemptView, Opinion, Result } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { verdictLabels } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './second-opinion.module.css';

type Props = { readonly attempt: AttemptView; readonly result: Result };

/** Absent unless the user has set a second reader up. Nothing leaves the machine before the button is pressed. */
export function SecondOpinion({ attempt, result }: Props) {
  const { data } = useQuery(queries.secondReader());
  if (!data || data.state === 'off') return null;
  if (data.state === 'wrong') {
    return (
      <Section title="Second reader">
        <p>
          {data.message} {data.mend}
        </p>
      </Section>
    );
  }
  const note = `${data.model} at ${data.host}. It changes no grade, and nothing of it is kept.`;
  return (
    <Section title="Second reader" note={note}>
      <Asking attempt={attempt} result={result} host={data.host} />
    </Section>
  );
}

function Asking({ attempt, result, host }: Props & { readonly host: string }) {
  const controller = useRef<AbortController | null>(null);
  const asked = useMutation({
    mutationFn: () => {
      controller.current = new AbortController();
      return calls.secondOpinion(attempt.id, controller.current.signal);
    },
  });
  const cancel = (): void => {
    controller.current?.abort();
    asked.reset();
  };
  useEffect(() => () => controller.current?.abort(), []);
  const compared = asked.data ? compare(asked.data, result) : undefined;
  return (
    <div className={styles.asking}>
      <div role="status">
        {asked.isPending ? `Waiting for ${host}.` : null}
        {asked.data && compared ? `${summary(compared)} ${price(asked.data)}` : null}
      </div>
      {compared ? <Differences rows={compared.filter(({ differs }) => differs)} /> : null}
      {asked.isError ? <Problem error={asked.error} /> : null}
      <p className="muted">
        Asking sends the question, its rubric and your answer to {host}, which may charge for it.
      </p>
      <button type="button" className="button" onClick={() => (asked.isPending ? cancel() : asked.mutate())}>
        {asked.isPending ? 'Cancel' : asked.data ? 'Ask again' : 'Ask for a second opinion'}
      </button>
    </div>
  );
}

type Row = {
  readonly point: Result['points'][number];
  readonly second: Opinion['points'][number];
  readonly differs: boolean;
};

const compare = (opinion: Opinion, { points }: Result): readonly Row[] =>
  points.flatMap((point) => {
    const second = opinion.points.find(({ id }) => id === point.id);
    return second ? [{ point, second, differs: differs(point.met, second.verdict) }] : [];
  });

function summary(rows: readonly Row[]): string {
  const apart = rows.filter((row) => row.differs).length;
  return apart === 0
    ? 'Both readers agree on every point.'
    : `The readers differ on ${apart} of ${rows.length} points.`;
}

function Differences({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul className={styles.rows}>
      {rows.map(({ point, second }) => (
        <li key={point.id}>
          <p className={styles.claim}>{point.claim}</p>
          <p>
            <VerdictIcon verdict={point.met} /> Hotseat: {verdictLabels[point.met].toLowerCase()}.{' '}
            <VerdictIcon verdict={second.verdict === 'yes' ? 'yes' : 'no'} /> Second reader:{' '}
            {words(second.verdict)}.
          </p>
          {second.quotes.map((quote) => (
            <q key={quote.start}>{quote.text}</q>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Verdict = Opinion['points'][number]['verdict'];

const differs = (met: Result['points'][number]['met'], verdict: Verdict): boolean =>
  met === 'unsure' || (met === 'yes') !== (verdict === 'yes');

function words(verdict: Verdict): string {
  switch (verdict) {
    case 'yes':
      return 'made';
    case 'no':
      return 'missed';
    case 'voided':
      return 'made, but its quote does not stand in your answer, so it does not count';
  }
}

function price({ cost, seconds }: Opinion): string {
  const tokens =
    cost.promptTokens === null || cost.completionTokens === null
      ? 'The endpoint does not say how many tokens it took.'
      : `${cost.promptTokens} tokens sent, ${cost.completionTokens} received${cost.amount === null ? '' : `, cost ${cost.amount.toFixed(4)} by your prices`}.`;
  return `${tokens} ${seconds} s.`;
}
