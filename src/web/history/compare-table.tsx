import { tiers } from '#core/content/vocabulary.ts';
import type { Verdict } from '#core/grading/grade.ts';
import type { PointView, Result } from '#web/ui/api/types.ts';
import { VerdictIcon, WarnIcon } from '#web/ui/icons.tsx';
import { tierLabels, verdictLabels } from '#web/ui/labels.ts';
import styles from './compare.module.css';
import {
  type Change,
  type ComparedPoint,
  compareMatrix,
  compareMisconceptions,
  countChanges,
  type MatrixRow,
  type MisconceptionRow,
} from './matrix.ts';

const changeLabels: Record<Change, string> = {
  gained: '▲ gained',
  lost: '▼ lost',
  same: '',
  new: 'new point',
  dropped: 'no longer asked',
};

const byTier = (a: MatrixRow, b: MatrixRow): number => tiers.indexOf(a.tier) - tiers.indexOf(b.tier);

const compared = (points: readonly PointView[]): readonly ComparedPoint[] =>
  points.map(({ id, claim, tier, met, overrule }) => ({ id, claim, tier, met: overrule?.verdict ?? met }));

const hundred = (share: number): number => Math.round(share * 100);

/** Those that the candidate has not denied. */
const held = ({ misconceptions }: Result): Result['misconceptions'] =>
  misconceptions.filter(({ overrule }) => overrule === null);

export function CompareTable({ before, after }: { readonly before: Result; readonly after: Result }) {
  const rows = compareMatrix(compared(before.points), compared(after.points)).toSorted(byTier);
  const counts = countChanges(rows);
  const misconceptions = compareMisconceptions(held(before), held(after));
  return (
    <>
      <p className={styles.counts}>
        <span className="number">{counts.gained}</span> gained, <span className="number">{counts.lost}</span>{' '}
        lost, <span className="number">{counts.same}</span> unchanged. Score{' '}
        <span className="number">{hundred(before.scoreAfterOverrules)}</span> →{' '}
        <span className="number">{hundred(after.scoreAfterOverrules)}</span>.
      </p>
      <table className={`table ${styles.matrix ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col">Point</th>
            <th scope="col">Earlier</th>
            <th scope="col">Later</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-change={row.change}>
              <td className={styles.tier}>{tierLabels[row.tier]}</td>
              <td className={styles.claim}>{row.claim}</td>
              <VerdictCell label="Earlier" verdict={row.before} />
              <VerdictCell label="Later" verdict={row.after} />
              <td className={styles.change}>{changeLabels[row.change]}</td>
            </tr>
          ))}
          {misconceptions.map((row) => (
            <MisconceptionCells key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function VerdictCell({ label, verdict }: { readonly label: string; readonly verdict: Verdict | null }) {
  return (
    <td className={styles.verdict} data-verdict={verdict ?? undefined} data-label={label}>
      {verdict === null ? (
        <span className="muted">–</span>
      ) : (
        <span>
          <VerdictIcon verdict={verdict} />
          {verdictLabels[verdict]}
        </span>
      )}
    </td>
  );
}

function MisconceptionCells({ row }: { readonly row: MisconceptionRow }) {
  const change = row.after ? 'lost' : 'gained';
  return (
    <tr data-change={row.before === row.after ? 'same' : change}>
      <td className={styles.tier}>Wrong</td>
      <td className={styles.claim}>{row.claim}</td>
      <HeldCell label="Earlier" held={row.before} />
      <HeldCell label="Later" held={row.after} />
      <td className={styles.change}>{row.before === row.after ? '' : row.after ? '▼ new' : '▲ gone'}</td>
    </tr>
  );
}

function HeldCell({ label, held }: { readonly label: string; readonly held: boolean }) {
  return (
    <td className={styles.verdict} data-verdict={held ? 'wrong' : undefined} data-label={label}>
      {held ? (
        <span>
          <WarnIcon />
          Said
        </span>
      ) : (
        <span className="muted">–</span>
      )}
    </td>
  );
}
