import { useMemo } from 'react';
import styles from './answer.module.css';
import { marksOf, type Quoted } from './quoted.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { entryId, goTo, useLink, wordsId } from './use-link.ts';

type Props = { readonly answer: string; readonly entries: readonly Quoted[] };

/** The candidate's words, those that earned or cost something marked, with the number of what they are about. */
export function AnswerView({ answer, entries }: Props) {
  const segments = useMemo(() => segmentsOf(answer, marksOf(entries)), [answer, entries]);
  const byKey = useMemo(() => new Map(entries.map((entry) => [entry.key, entry])), [entries]);
  return (
    <div className={styles.answer}>
      {segments.map((segment) => (
        <span key={segment.start}>
          <Words segment={segment} byKey={byKey} />
          {segment.closes.map((key) => (
            <Footnote key={key} entry={byKey.get(key)} end={segment.start + segment.text.length} />
          ))}
        </span>
      ))}
    </div>
  );
}

const weight = { wrong: 3, met: 2, unsure: 1, none: 0 } as const;

function Words({
  segment,
  byKey,
}: {
  readonly segment: Segment;
  readonly byKey: ReadonlyMap<string, Quoted>;
}) {
  const { active, setActive } = useLink();
  const [first] = segment.ids;
  if (first === undefined) return segment.text;
  const tones = segment.ids
    .map((key) => byKey.get(key)?.tone ?? 'none')
    .sort((a, b) => weight[b] - weight[a]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the footnote behind the words is the link for the keyboard
    <mark
      className={styles.words}
      data-tone={tones[0]}
      data-active={(active !== null && segment.ids.includes(active)) || undefined}
      onMouseEnter={() => setActive(segment.ids.at(-1) ?? first)}
      onMouseLeave={() => setActive(null)}
      onClick={() => goTo(entryId(segment.ids.at(-1) ?? first))}
    >
      {segment.text}
    </mark>
  );
}

function Footnote({ entry, end }: { readonly entry: Quoted | undefined; readonly end: number }) {
  const { active, setActive } = useLink();
  if (!entry) return null;
  return (
    <a
      id={wordsId(entry.key, end)}
      href={`#${entryId(entry.key)}`}
      className={styles.footnote}
      data-tone={entry.tone}
      data-active={active === entry.key || undefined}
      aria-label={`${entry.label}: go to what these words are about`}
      onMouseEnter={() => setActive(entry.key)}
      onMouseLeave={() => setActive(null)}
      onFocus={() => setActive(entry.key)}
      onBlur={() => setActive(null)}
      onClick={(event) => {
        event.preventDefault();
        goTo(entryId(entry.key));
      }}
    >
      {entry.label}
    </a>
  );
}
