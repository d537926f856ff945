import { useMemo } from 'react';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { tierLabels } from '#web/ui/labels.ts';
import { points } from '../scenario-labels.ts';
import { colors, Diagram } from './diagram.tsx';
import { numbersAt, type Pair, pairsOf } from './pairs.ts';
import styles from './result.module.css';

type Props = {
  readonly own: ThreatModel;
  readonly reference: ThreatModel;
  readonly result: RoundResult;
};

/** The candidate's drawing and the reference that fits best, with what stands for what. */
export function TwoModels({ own, reference, result }: Props) {
  const pairs = useMemo(() => pairsOf(own, result.matched), [own, result.matched]);
  const ownNumbers = useMemo(() => numbersAt(pairs, ({ candidates }) => candidates), [pairs]);
  const theirNumbers = useMemo(() => numbersAt(pairs, (pair) => [pair.reference]), [pairs]);
  const kinds: readonly string[] = ['element', 'flow', 'boundary'];
  const missed = result.missed.filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <div className={styles.models}>
        <div>
          <h3>Yours</h3>
          <Diagram title="Your model" model={own} numbers={ownNumbers} />
        </div>
        <div>
          <h3>The reference that fits best</h3>
          <Diagram title="The reference" model={reference} numbers={theirNumbers} />
        </div>
      </div>
      {pairs.length === 0 ? null : <PairTable pairs={pairs} />}
      {missed.length === 0 ? null : (
        <>
          <h3>Not in your model</h3>
          <ul className={styles.missed}>
            {missed.map(({ reference: id, kind, label, tier }) => (
              <li key={`${kind} ${id}`}>
                <span className={styles.tier} data-tier={tier}>
                  {tierLabels[tier]}
                </span>{' '}
                {label} <span className="muted small">{kind}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PairTable({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <details className={styles.pairs}>
      <summary>What stands for what, as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keys too */}
      <section className="scroll-x" tabIndex={0} aria-label="What stands for what">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Yours</th>
              <th scope="col">In the reference</th>
              <th scope="col" className="figure">
                Fit
              </th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ number, reference, ownLabels, referenceLabel, kind, credit, because }) => (
              <tr key={`${kind} ${reference}`}>
                <td>
                  <span className={styles.number} data-color={number % colors}>
                    {number}
                  </span>
                </td>
                <td>{ownLabels.join(', ')}</td>
                <td>
                  {referenceLabel} <span className="muted small">{kind}</span>
                </td>
                <td className="figure number">{`${points(credit)}\u00a0%`}</td>
                <td>{because}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
