import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';
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

/** What became of one threat of the candidate. */
function verdictOf(id: string, { matched, extras, contradicted, questions }: RoundResult): Verdict {
  const hit = matched.find(({ kind, candidates }) => kind === 'threat' && candidates.includes(id));
  if (hit) {
    const word = `Counts: ${hit.label}, ${points(hit.credit)} %`;
    return { word, state: 'met', because: hit.because };
  }
  const wrong = contradicted.find(({ candidate }) => candidate === id);
  if (wrong) return { word: 'Contradicted', state: 'wrong', because: wrong.because };
  const extra = extras.find(({ kind, candidate }) => kind === 'threat' && candidate === id);
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
      {own.threats.map(({ id, title, stride }) => {
        const { word, state, because } = verdictOf(id, result);
        return (
          <li key={id}>
            <p>
              <strong>{title}</strong> <span className="muted small">{strideNames[stride]}</span>
            </p>
            <p className={styles.verdict} data-state={state}>
              {word}
            </p>
            <p className="small">{because}</p>
          </li>
        );
      })}
    </ol>
  );
}
