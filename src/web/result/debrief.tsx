import type { Debrief, DebriefExample } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { segmentsOf } from '#web/ui/quotes/segments.ts';
import { Section } from '#web/ui/section.tsx';
import styles from './debrief.module.css';

export function DebriefView({ debrief }: { readonly debrief: Debrief }) {
  return (
    <>
      <Section title="Debrief" note="What was measured and how a strong answer runs.">
        <p className={styles.tests}>{debrief.tests}</p>
        <MarkdownText text={debrief.markdown} firstHeading={3} />
      </Section>
      {debrief.examples.length > 0 ? (
        <Section title="Worked answers" note="With what earns and what costs.">
          {debrief.examples.map((example) => (
            <WorkedExample key={example.title} example={example} />
          ))}
        </Section>
      ) : null}
      <Section title="The twist" note="What comes after a strong answer.">
        <p className={styles.twist}>“{debrief.twist.prompt}”</p>
        <details className={styles.reply}>
          <summary>How a good reply runs</summary>
          <p>{debrief.twist.reference}</p>
        </details>
      </Section>
      <Section title="References">
        <ul className={styles.references}>
          {debrief.references.map((reference) => (
            <li key={reference}>{reference}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Content is written in lines of a hundred characters; only an empty line starts a paragraph. */
const unwrap = (text: string): string => text.replace(/(\S)[ \t]*\n(?!\s*\n)\s*(?=\S)/g, '$1 ');

function WorkedExample({ example }: { readonly example: DebriefExample }) {
  const answer = unwrap(example.answer);
  const marks = example.notes.flatMap((note, index) => {
    const quote = unwrap(note.quote);
    const start = answer.indexOf(quote);
    return start < 0 ? [] : [{ id: String(index + 1), start, end: start + quote.length }];
  });
  return (
    <details className={styles.example}>
      <summary>
        {example.title} <BandBadge band={example.band} />
      </summary>
      <div className={styles.annotated}>
        <p className={styles.exampleAnswer}>
          {segmentsOf(answer, marks).map((segment) => (
            <span key={segment.start}>
              {segment.ids.length > 0 ? <mark>{segment.text}</mark> : segment.text}
              {segment.closes.map((number) => (
                <sup key={number}>{number}</sup>
              ))}
            </span>
          ))}
        </p>
        <ol className={styles.comments}>
          {example.notes.map((note) => (
            <li key={note.quote}>{note.comment}</li>
          ))}
        </ol>
      </div>
    </details>
  );
}
