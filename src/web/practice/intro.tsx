import type { Format } from '#core/content/vocabulary.ts';
import type { QuestionDetail } from '#web/ui/api/types.ts';
import { AttemptList } from '#web/ui/attempt-list.tsx';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { QuestionMeta } from '#web/ui/question-meta.tsx';
import { Section } from '#web/ui/section.tsx';
import { Snippet } from '#web/ui/snippet.tsx';
import styles from './practice.module.css';

const advice: Record<Format, string> = {
  explain: 'Say the principle first, then a concrete attack, then the defense and where it stops.',
  'review-code': 'Name the line, what an attacker does with it, how bad that is, and the fix you would ship.',
  'threat-model':
    'Say what you assume, what you protect and from whom; then threats in order, and what is left.',
  story: 'One event: the situation, your task, what you yourself did, and what came of it, in numbers.',
};

const wayOfWorking =
  'Say what you do and why, in order, with the people it takes, and one example of your own.';

type Props = { readonly detail: QuestionDetail; readonly starting: boolean; readonly onStart: () => void };

/** Before the clock runs: the question, how long there is, and what came of it before. */
export function Intro({ detail, starting, onStart }: Props) {
  const { question, history } = detail;
  return (
    <Page title={question.title} lead={<QuestionMeta question={question} />}>
      <div className={styles.asked}>
        <Prompt text={question.prompt} />
        {question.snippet ? <Snippet snippet={question.snippet} /> : null}
      </div>
      <div className={styles.start}>
        <button type="button" className="button primary" disabled={starting} onClick={onStart}>
          Start answering
        </button>
        <p className="muted">
          The clock starts with you and gives you {plural(question.minutes, 'minute')}.{' '}
          {question.category === 'behavioral' && question.format === 'explain'
            ? wayOfWorking
            : advice[question.format]}
        </p>
      </div>
      {history.length > 0 ? (
        <Section title="Before" note={plural(history.length, 'attempt')}>
          <AttemptList attempts={history} />
        </Section>
      ) : null}
    </Page>
  );
}
