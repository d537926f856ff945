import { tiers } from '#core/content/vocabulary.ts';
import { pointWeight } from '#core/grading/score.ts';
import type { PointView, Result } from '#web/ui/api/types.ts';
import { tierLabels } from '#web/ui/labels.ts';
import type { Entries } from './entries.ts';
import { EntryLink } from './entry-link.tsx';
import { type Scoring, scoreLines, weightText } from './score-lines.ts';
import { ScoreRules } from './score-rules.tsx';
import styles from './score-sheet.module.css';
import { TierRow } from './tier-row.tsx';

type Props = { readonly result: Result; readonly entries: Entries };

/** How the score comes about: what each tier earned against what full marks need, then what was capped or taken off. */
export function ScoreSheet({ result, entries }: Props) {
  const score = Math.round(result.scoreAfterOverrules * 100);
  return (
    <section className={styles.sheet} aria-labelledby="score-title">
      <h3 id="score-title">How the {score} comes about</h3>
      {result.scoring ? (
        <Sum scoring={result.scoring} result={result} entries={entries} />
      ) : (
        <p className="muted small">
          An earlier version of Hotseat graded this by other rules, so they cannot be shown here.
        </p>
      )}
      <Legend result={result} />
      <ScoreRules points={result.points} />
    </section>
  );
}

function Sum({ scoring, result, entries }: Props & { readonly scoring: Scoring }) {
  const shown = tiers.filter((tier) => scoring.tiers[tier].total > 0);
  const widest = Math.max(...shown.map((tier) => scoring.tiers[tier].total));
  const lines = scoreLines(scoring, entries);
  return (
    <table className={styles.sum} aria-labelledby="score-title">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            <span className="visually-hidden">Tier</span>
          </th>
          <th scope="col">Earned</th>
          <th scope="col">Needed</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((tier) => (
          <TierRow
            key={tier}
            label={tierLabels[tier]}
            tier={scoring.tiers[tier]}
            widest={widest}
            prompted={promptedWeight(result.points.filter((point) => point.tier === tier))}
          />
        ))}
      </tbody>
      <tbody className={styles.lines}>
        {lines.map(({ text, about, figure }) => (
          <tr key={text}>
            <th scope="row" colSpan={3}>
              {text}
              {about.map((entry) => (
                <EntryLink key={entry.key} entry={entry} />
              ))}
            </th>
            <td>{figure}</td>
          </tr>
        ))}
        {lines.length > 1 ? (
          <tr className={styles.total}>
            <th scope="row" colSpan={3}>
              Score
            </th>
            <td>{Math.round(result.scoreAfterOverrules * 100)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

const promptedWeight = (points: readonly PointView[]): number =>
  points.filter(({ prompted }) => prompted).reduce((total, point) => total + pointWeight(point), 0);

function Legend({ result: { prompted, scoring } }: { readonly result: Result }) {
  return (
    <>
      {scoring && scoring.tiers.should.total > 0 ? (
        <p className={styles.legend}>
          <i className={styles.tick} aria-hidden="true" /> Enough for full marks; more than that, and bonuses,
          make up for losses.
        </p>
      ) : null}
      {prompted.met > 0 ? (
        <p className={styles.legend}>
          <i className={styles.prompted} aria-hidden="true" /> Said after a probe:{' '}
          <span className="number">{weightText(prompted.met)}</span> more, kept apart from the score.
        </p>
      ) : null}
    </>
  );
}
