import { Link } from '@tanstack/react-router';
import { countWords } from '#core/content/answer.ts';
import type { AttemptView, Result } from '#web/ui/api/types.ts';
import { clock } from '#web/ui/format-time.ts';
import { bandLabels } from '#web/ui/labels.ts';
import { ScoreMeter } from '#web/ui/score-meter.tsx';
import type { Entries } from './entries.ts';
import styles from './result.module.css';
import { nextBandText } from './score-lines.ts';
import { ScoreSheet } from './score-sheet.tsx';

type Props = { readonly attempt: AttemptView; readonly result: Result; readonly entries: Entries };

/** The grade in one line of sight: band and what it means, against the own score, and how the score comes about. */
export function VerdictHead({ attempt, result, entries }: Props) {
  const band = result.bandAfterOverrules;
  const score = result.scoreAfterOverrules;
  const next = result.scoring ? nextBandText(result.scoring) : '';
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <div className={styles.measures}>
        <div>
          <h2 id="verdict" className={styles.band}>
            {bandLabels[band]}
            <span className={styles.score}>
              {Math.round(score * 100)}
              <span className="muted"> / 100</span>
            </span>
          </h2>
          <p className={styles.anchor}>{result.anchor}</p>
          <Corrected result={result} />
        </div>
        <ScoreMeter self={attempt.selfScore} band={band} score={score} />
        <p>
          {gapText(attempt.selfScore, band)} {next}
        </p>
        <p className="muted small">
          <span className="number">{countWords(attempt.answer)}</span> words in{' '}
          <span className="number">{clock(attempt.elapsedSeconds)}</span> of{' '}
          <span className="number">{clock(attempt.question.minutes * 60)}</span>. {result.accuracy}{' '}
          <Link to="/guide/accuracy">How right it is</Link>
        </p>
      </div>
      <ScoreSheet result={result} entries={entries} />
    </section>
  );
}

function Corrected({ result }: { readonly result: Result }) {
  const { band, score, bandAfterOverrules, scoreAfterOverrules } = result;
  if (band === bandAfterOverrules && Math.abs(scoreAfterOverrules - score) <= 0.005) return null;
  return (
    <p className="muted small">
      With your corrections. The reader had said {bandLabels[band].toLowerCase()},{' '}
      <span className="number">{Math.round(score * 100)}</span>.
    </p>
  );
}

const order = ['strong-no', 'no', 'yes', 'strong-yes'];

function gapText(self: number | null, band: string): string {
  if (self === null) return '';
  const gap = self - (order.indexOf(band) + 1);
  if (gap === 0) return 'You had judged it the same.';
  const steps = ['', 'one step', 'two steps', 'three steps'][Math.abs(gap)] ?? '';
  return gap > 0 ? `You had judged it ${steps} better.` : `You had judged it ${steps} worse.`;
}
