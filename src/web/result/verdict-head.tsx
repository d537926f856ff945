import { countWords } from '#core/content/answer.ts';
import type { AttemptView, Result } from '#web/ui/api/types.ts';
import { clock } from '#web/ui/format-time.ts';
import { bandLabels } from '#web/ui/labels.ts';
import { ScoreMeter } from '#web/ui/score-meter.tsx';
import { CreditBar } from './credit-bar.tsx';
import styles from './result.module.css';

type Props = { readonly attempt: AttemptView; readonly result: Result };

/** The grade in one line of sight: band and what it means, against the own score, and what the credit is made of. */
export function VerdictHead({ attempt, result }: Props) {
  const band = result.bandAfterOverrules;
  const score = result.scoreAfterOverrules;
  const changed = band !== result.band || Math.abs(score - result.score) > 0.005;
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <div>
        <h2 id="verdict" className={styles.band}>
          {bandLabels[band]}
          <span className={styles.score}>
            {Math.round(score * 100)}
            <span className="muted"> / 100</span>
          </span>
        </h2>
        <p className={styles.anchor}>{result.anchor}</p>
        {changed ? (
          <p className="muted small">
            With your corrections. The reader had said {bandLabels[result.band].toLowerCase()},{' '}
            <span className="number">{Math.round(result.score * 100)}</span>.
          </p>
        ) : null}
      </div>
      <div className={styles.measures}>
        <ScoreMeter self={attempt.selfScore} band={band} score={score} />
        <p className="small">{gapText(attempt.selfScore, band)}</p>
        <CreditBar unprompted={result.unprompted} prompted={result.prompted} />
        <p className="muted small">
          <span className="number">{countWords(attempt.answer)}</span> words in{' '}
          <span className="number">{clock(attempt.elapsedSeconds)}</span> of{' '}
          <span className="number">{clock(attempt.question.minutes * 60)}</span>. {result.accuracy}
        </p>
      </div>
    </section>
  );
}

const order = ['strong-no', 'no', 'yes', 'strong-yes'];

function gapText(self: number | null, band: string): string {
  if (self === null) return '';
  const gap = self - (order.indexOf(band) + 1);
  if (gap === 0) return 'You had judged it the same.';
  const steps = Math.abs(gap) === 1 ? 'one step' : `${Math.abs(gap)} steps`;
  return gap > 0 ? `You had judged it ${steps} better.` : `You had judged it ${steps} worse.`;
}
