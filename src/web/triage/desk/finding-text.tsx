import type { TriageFindingView } from '#web/ui/api/triage-types.ts';
import { plural } from '#web/ui/labels.ts';
import { Snippet } from '#web/ui/snippet.tsx';
import { sourceLabels } from '../triage-labels.ts';
import styles from './desk.module.css';

type Props = { readonly finding: TriageFindingView };

/** The figures of a finding in one line. */
export function FindingFigures({ finding }: Props) {
  const { source, tool, score, cve, days } = finding;
  return (
    <p className={styles.figures}>
      <span>{source === 'scanner' ? `${sourceLabels[source]}: ${tool}` : sourceLabels[source]}</span>
      <span>CVSS {score.toFixed(1)}</span>
      {cve ? (
        <span>
          {cve.id}, EPSS {cve.epss.toFixed(2)}
          {cve.kev ? <strong> KEV</strong> : null}
        </span>
      ) : (
        <span>no CVE</span>
      )}
      <span>{plural(days, 'day')} to fix</span>
    </p>
  );
}

/** All that there is to read of a finding: the ticket or the scanner's result, and what its owners say. */
export function FindingText({ finding }: Props) {
  const { id, cwe, cvss, sarif, ticket, context } = finding;
  return (
    <div className={styles.text}>
      {ticket === null ? null : <blockquote className={styles.ticket}>{ticket.trim()}</blockquote>}
      {sarif === null ? null : (
        <>
          <p>{messageOf(sarif)}</p>
          <details>
            <summary>SARIF</summary>
            <Snippet snippet={{ language: 'SARIF 2.1.0', file: `${id}.sarif`, code: sarif }} />
          </details>
        </>
      )}
      <p>
        <strong>Owners:</strong> {context}
      </p>
      <p className={styles.vector}>
        CWE-{cwe} {cvss}
      </p>
    </div>
  );
}

type Log = {
  readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[];
};

/** The server's own log with one result. */
const messageOf = (sarif: string): string =>
  (JSON.parse(sarif) as Log).runs[0]?.results[0]?.message.text ?? '';
