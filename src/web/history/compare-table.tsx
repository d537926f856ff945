import { tiers } from '#core/content/vocabulary.ts';
import type { Verdict } from '#core/grading/grade.ts';
import type { PointView, Result } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { tierLabels, verdictLabels } from '#web/ui/labels.ts';
import styles from './compare.module.css';
import { type Change, type ComparedPoint, compareMatrix, countChanges, type MatrixRow } from './matrix.ts';

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

export function CompareTable({ before, after }: { readonly before: Result; readonly after: Result }) {
  const rows = compareMatrix(compared(before.points), compared(after.points)).toSorted(byTier);
  const counts = countChanges(rows);
  return (
    <>
      <p className={styles.counts}>
        <span className="number">{counts.gained}</span> gained, <span className="number">{counts.lost}</span>{' '}
        lost, <span className="number">{counts.same}</span> unchanged.
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
