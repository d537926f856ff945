import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { tierLabels } from '#web/ui/labels.ts';
import { points } from '../scenario-labels.ts';
import styles from './result.module.css';

type Props = { readonly own: ThreatModel; readonly result: RoundResult };
type Verdict = {
  readonly word: string;
  readonly state: 'met' | 'free' | 'open' | 'wrong';
  readonly because: string;
};

const extraWords = {
  valid: { word: 'Valid, and more than the reference has', state: 'met' },
  additional: { word: 'Additional', state: 'free' },
  repeated: { word: 'Said before', state: 'free' },
  misplaced: { word: 'In the wrong place', state: 'wrong' },
} as const;

/** What became of one threat or mitigation of the candidate. */
function verdictOf(
  id: string,
  of: 'threat' | 'mitigation',
  { matched, extras, contradicted, questions }: RoundResult,
): Verdict {
  const hit = matched.find(({ kind, candidates }) => kind === of && candidates.includes(id));
  if (hit) {
    const word = `Counts: ${hit.label}, ${points(hit.credit)} %`;
    return { word, state: 'met', because: hit.because };
  }
  const wrong = contradicted.find(({ candidate }) => candidate === id);
  if (wrong) return { word: 'Contradicted', state: 'wrong', because: wrong.because };
  const extra = extras.find(({ kind, candidate }) => kind === of && candidate === id);
  if (extra) return { ...extraWords[extra.verdict], because: extra.because };
  const question = questions.find(({ candidate }) => candidate === id);
  return {
    word: 'Open',
    state: 'open',
    because: question?.question ?? 'Nothing speaks for it or against it.',
  };
}

/** The candidate's threats in their order, each with what the grader made of it. */
export function OwnThreats({ own, result }: Props) {
  if (own.threats.length === 0) return <p className="muted">You wrote down none.</p>;
  return (
    <ol className={styles.threats}>
      {own.threats.map(({ id, title, stride }) => (
        <Judged key={id} title={title} note={strideNames[stride]} verdict={verdictOf(id, 'threat', result)} />
      ))}
    </ol>
  );
}

/** The same for mitigations, and those of the scenario that are not there. */
export function OwnMitigations({ own, result }: Props) {
  const missed = result.missed.filter(({ kind }) => kind === 'mitigation');
  return (
    <>
      {own.mitigations.length === 0 ? <p className="muted">You wrote down none.</p> : null}
      <ol className={styles.threats}>
        {own.mitigations.map(({ id, title, kind }) => (
          <Judged key={id} title={title} note={kind} verdict={verdictOf(id, 'mitigation', result)} />
        ))}
      </ol>
      {missed.length === 0 ? null : (
        <>
          <h3 className={styles.then}>Not in your model</h3>
          <ul className={styles.missed}>
            {missed.map(({ reference, label, tier }) => (
              <li key={reference}>
                <span className={styles.tier} data-tier={tier}>
                  {tierLabels[tier]}
                </span>{' '}
                {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type JudgedProps = { readonly title: string; readonly note: string; readonly verdict: Verdict };

function Judged({ title, note, verdict: { word, state, because } }: JudgedProps) {
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className="muted small">{note}</span>
      </p>
      <p className={styles.verdict} data-state={state}>
        {word}
      </p>
      <p className="small">{because}</p>
    </li>
  );
}
