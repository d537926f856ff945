import { Link } from '@tanstack/react-router';
import type { TriageResult, TriageSession, TriageView } from '#web/ui/api/triage-types.ts';
import { clock } from '#web/ui/format-time.ts';
import judged from '#web/ui/judgment.module.css';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { partLabels, points, verdictLabels } from '../triage-labels.ts';
import styles from './result.module.css';
import { TwoOrders } from './two-orders.tsx';

type Props = { readonly set: TriageView; readonly session: TriageSession; readonly result: TriageResult };
type TitleOf = (id: string) => string;

/** What was right, what came too late, what was wasted, and how an expert ranks. */
export function TriageResultPage({ set, session, result }: Props) {
  const { grade, expert } = result;
  const titles = new Map(set.findings.map(({ id, title }) => [id, title]));
  const titleOf: TitleOf = (id) => titles.get(id) ?? id;
  return (
    <Page
      title={set.title}
      documentTitle={`${set.title}, result`}
      wide
      lead={`In ${clock(session.elapsedSeconds)}`}
    >
      <Section title="Score" note={`Closest to the expert who looks at this first: ${expert.view}`}>
        <p className={styles.score}>
          <span className="number">{points(grade.score)}</span> / 100
        </p>
        <dl className={styles.parts}>
          {(Object.keys(partLabels) as (keyof typeof partLabels)[]).map((part) => (
            <div key={part}>
              <dt>
                {partLabels[part]}: {points(grade.parts[part].score)}
              </dt>
              <dd>{grade.parts[part].because}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="What you took">
        <ul className={styles.list}>
          {grade.choices.map((choice) => (
            <Choice key={choice.id} choice={choice} session={session} result={result} titleOf={titleOf} />
          ))}
        </ul>
      </Section>
      <Lost result={result} reasons={session.draft.reasons} titleOf={titleOf} />
      <Section
        title="Two orders"
        note="Yours on the left, the expert's on the right. The lines that cross are where you differ."
      >
        <TwoOrders
          order={session.draft.order}
          rejected={session.draft.rejected}
          result={result}
          titleOf={titleOf}
        />
      </Section>
      <p className={styles.again}>
        <Link to="/triage/$slug" params={{ slug: set.slug }} className="button">
          Do it again
        </Link>
      </p>
    </Page>
  );
}

type ChoiceProps = {
  readonly choice: TriageResult['grade']['choices'][number];
  readonly session: TriageSession;
  readonly result: TriageResult;
  readonly titleOf: TitleOf;
};

function Choice({ choice: { id, verdict, because, words }, session, result, titleOf }: ChoiceProps) {
  const reason = session.draft.reasons[id] ?? '';
  const read = result.grade.reasons.find((each) => each.id === id);
  const isGood = verdict === 'right' || verdict === 'swapped';
  return (
    <li>
      <h3>{titleOf(id)}</h3>
      <p className={judged.verdict} data-right={isGood}>
        {verdictLabels[verdict]}
      </p>
      <p>{because}</p>
      {words === undefined ? null : <p>The words that show it: “{words}”</p>}
      {reason === '' ? null : <blockquote className={judged.reason}>{reason}</blockquote>}
      {read && read.named.length > 0 ? (
        <p className="muted small">
          Read in it: {read.named.map(({ aspect, quote }) => `${aspect} (“${quote.text}”)`).join(', ')}.
        </p>
      ) : null}
      {read && isGood && read.score < 1 ? (
        <p className="muted small">Not said, and it decides: {read.missing.join(', ')}.</p>
      ) : null}
    </li>
  );
}

type LostProps = {
  readonly result: TriageResult;
  readonly reasons: TriageSession['draft']['reasons'];
  readonly titleOf: TitleOf;
};

function Lost({ result: { grade }, reasons, titleOf }: LostProps) {
  const real = grade.rejections.filter(({ verdict }) => verdict === 'real');
  return (
    <>
      {grade.late.length === 0 ? null : (
        <Section title="What came too late">
          <ul className={styles.list}>
            {grade.late.map(({ id, place, because }) => (
              <li key={id}>
                <h3>{titleOf(id)}</h3>
                <p className="muted small">
                  {place === null ? 'You rejected it.' : `You put it at place ${place}.`}
                </p>
                <p>{because}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="False positives">
        <ul className={styles.list}>
          {grade.rejections
            .filter(({ verdict }) => verdict === 'right')
            .map(({ id, because }) => (
              <Judged
                key={id}
                title={titleOf(id)}
                verdict="Rightly rejected"
                isRight
                because={because}
                reason={reasons[id]}
              />
            ))}
          {grade.kept.map(({ id, words, because }) => (
            <Judged key={id} title={titleOf(id)} verdict="Not rejected" because={`${because} “${words}”`} />
          ))}
          {real.map(({ id, because }) => (
            <Judged
              key={id}
              title={titleOf(id)}
              verdict="Wrongly rejected"
              because={because}
              reason={reasons[id]}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

type JudgedProps = {
  readonly title: string;
  readonly verdict: string;
  readonly isRight?: boolean;
  readonly because: string;
  /** What the candidate said. */
  readonly reason?: string | undefined;
};

function Judged({ title, verdict, isRight = false, because, reason = '' }: JudgedProps) {
  return (
    <li>
      <h3>{title}</h3>
      <p className={judged.verdict} data-right={isRight}>
        {verdict}
      </p>
      <p>{because}</p>
      {reason === '' ? null : <blockquote className={judged.reason}>{reason}</blockquote>}
    </li>
  );
}
