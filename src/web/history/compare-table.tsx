import type { Verdict } from '#core/grading/grade.ts';
import type { PointView, Result } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { tierLabels, verdictLabels } from '#web/ui/labels.ts';
import styles from './compare.module.css';
import { type Change, type ComparedPoint, compareMatrix, countChanges } from './matrix.ts';

const changeLabels: Record<Change, string> = {
  gained: '▲ gained',
  lost: '▼ lost',
  same: '',
  new: 'new point',
  dropped: 'no longer asked',
};

const compared = (points: readonly PointView[]): readonly ComparedPoint[] =>
  points.map(({ id, claim, tier, met, overrule }) => ({ id, claim, tier, met: overrule?.verdict ?? met }));

export function CompareTable({ before, after }: { readonly before: Result; readonly after: Result }) {
  const rows = compareMatrix(compared(before.points), compared(after.points));
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
            <th scope="col">Point</th>
            <th scope="col">Earlier</th>
            <th scope="col">Later</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-change={row.change}>
              <td>
                <span className={styles.tier}>{tierLabels[row.tier]}</span>
                {row.claim}
              </td>
              <VerdictCell verdict={row.before} />
              <VerdictCell verdict={row.after} />
              <td className={styles.change}>{changeLabels[row.change]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function VerdictCell({ verdict }: { readonly verdict: Verdict | null }) {
  return (
    <td className={styles.verdict} data-verdict={verdict ?? undefined}>
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
