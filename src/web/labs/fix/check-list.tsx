import type { CheckResult } from '#web/ui/api/lab-types.ts';
import { VerdictIcon, WarnIcon } from '#web/ui/icons.tsx';
import { checkKindLabels } from '../lab-labels.ts';
import { Output } from '../output.tsx';
import styles from './fix.module.css';

/** What failed first, with what was sent and seen; what passed in one line each. */
export function CheckList({ results }: { readonly results: readonly CheckResult[] }) {
  if (results.length === 0) return null;
  const failed = results.filter(({ status }) => status !== 'pass');
  const passed = results.filter(({ status }) => status === 'pass');
  return (
    <ul className={styles.checks}>
      {[...failed, ...passed].map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a hidden check has no id
        <li key={`${result.id ?? 'hidden'}-${index}`} data-status={result.status}>
          <Check result={result} open={index === 0} />
        </li>
      ))}
    </ul>
  );
}

const statusLabels = {
  functional: { pass: 'works', fail: 'broken', error: 'could not be checked' },
  exploit: { pass: 'stopped', fail: 'still works', error: 'could not be tried' },
} as const;

type CheckProps = { readonly result: CheckResult /** Shows what was seen. */; readonly open: boolean };

function Check({ result, open }: CheckProps) {
  const { kind, name, status, message, request, output } = result;
  const head = (
    <>
      {status === 'error' ? <WarnIcon /> : <VerdictIcon verdict={status === 'pass' ? 'yes' : 'no'} />}
      <span className={styles.kind}>{checkKindLabels[kind]}</span>
      <span className={styles.name}>{name}</span>
      <span className={styles.status}>{statusLabels[kind][status]}</span>
    </>
  );
  if (status === 'pass') return <p className={styles.check}>{head}</p>;
  return (
    <details open={open || undefined}>
      <summary className={styles.check}>{head}</summary>
      <dl className={styles.seen}>
        <div>
          <dt>{kind === 'exploit' ? 'What an attacker has' : 'What was expected'}</dt>
          <dd>{message}</dd>
        </div>
        {request ? (
          <div>
            <dt>Request</dt>
            <dd>
              <Output label={`Request of: ${name}`}>{request}</Output>
            </dd>
          </div>
        ) : null}
        {output ? (
          <div>
            <dt>Seen</dt>
            <dd>
              <Output label={`Seen in: ${name}`}>{output}</Output>
            </dd>
          </div>
        ) : null}
      </dl>
    </details>
  );
}
