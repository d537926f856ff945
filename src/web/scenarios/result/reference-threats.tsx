import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { tierLabels } from '#web/ui/labels.ts';
import styles from './result.module.css';

type Props = { readonly own: ThreatModel; readonly result: RoundResult };

/** The threats of the scenario by rank, and where the candidate has them; missed musts stand out. */
export function ReferenceThreats({ own, result }: Props) {
  const ranks = new Map(own.threats.map(({ id }, index) => [id, index + 1]));
  const found = new Map(
    result.matched
      .filter(({ kind }) => kind === 'threat')
      .map(({ reference, candidates }) => [reference, candidates[0]]),
  );
  return (
    <ol className={styles.threats}>
      {result.threats.map(({ id, title, claim, tier, stride, places, likelihood, impact }) => {
        const rank = ranks.get(found.get(id) ?? '');
        return (
          <li key={id} data-missed={(rank === undefined && tier === 'must') || undefined}>
            <p>
              <span className={styles.tier} data-tier={tier}>
                {tierLabels[tier]}
              </span>{' '}
              <strong>{title}</strong>
            </p>
            <p className={styles.verdict} data-state={rank === undefined ? 'wrong' : 'met'}>
              {rank === undefined ? 'Missed' : `Yours is number ${rank}`}
            </p>
            <p>{claim}</p>
            <p className="muted small">
              {strideNames[stride]}; likelihood {likelihood}, impact {impact} of 5; on {places.join(', ')}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
