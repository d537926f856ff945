import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LabSessions } from '#web/labs/lab-sessions.tsx';
import { ScenarioSessions } from '#web/scenarios/scenario-sessions.tsx';
import { TriageSessions } from '#web/triage/triage-sessions.tsx';
import { queries } from '#web/ui/api/queries.ts';
import type { AttemptSummary } from '#web/ui/api/types.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { Empty } from '#web/ui/states.tsx';
import { AttemptTable } from './attempt-table.tsx';
import { CalibrationSection } from './calibration-section.tsx';
import { DeleteAttempt } from './delete-attempt.tsx';
import styles from './history.module.css';

export function HistoryPage() {
  const query = useQuery(queries.attempts());
  return (
    <Page title="History" wide>
      <LabSessions />
      <ScenarioSessions />
      <TriageSessions />
      <QueryView query={query} lines={10}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="No attempts yet"
              action={
                <Link to="/bank" className="button primary">
                  Pick a question
                </Link>
              }
            >
              Every answer you hand in is kept here, with its grade and beside your own score.
            </Empty>
          ) : (
            <>
              <CalibrationSection />
              <Attempts items={items} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Attempts({ items }: { readonly items: readonly AttemptSummary[] }) {
  const { question } = useSearch({ from: '/history' });
  const navigate = useNavigate({ from: '/history' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [doomed, setDoomed] = useState<AttemptSummary | null>(null);
  const titles = [...new Map(items.map((item) => [item.question, item.title]))].toSorted((a, b) =>
    a[1].localeCompare(b[1]),
  );
  const shown = question ? items.filter((item) => item.question === question) : items;
  const pair = items
    .filter((item) => chosen.includes(item.id))
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  const [a, b] = pair;
  const choose = (item: AttemptSummary): void => {
    if (chosen.includes(item.id)) setChosen(chosen.filter((id) => id !== item.id));
    else {
      const sameQuestion = chosen.filter(
        (id) => items.find((each) => each.id === id)?.question === item.question,
      );
      setChosen([...sameQuestion.slice(-1), item.id]);
    }
  };
  return (
    <Section title="Attempts" note={plural(shown.length, 'attempt')}>
      <div className={styles.tools}>
        <label className={styles.filter}>
          Question
          <select
            className="input"
            value={question ?? ''}
            onChange={(event) =>
              void navigate({
                search: event.target.value ? { question: event.target.value } : {},
                replace: true,
              })
            }
          >
            <option value="">All</option>
            {titles.map(([slug, title]) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {a && b ? (
          <Link to="/compare" search={{ a: a.id, b: b.id }} className="button primary">
            Compare the two
          </Link>
        ) : (
          <span className="muted small">Tick two graded attempts of one question to compare them.</span>
        )}
      </div>
      <AttemptTable items={shown} chosen={chosen} onChoose={choose} onDelete={setDoomed} />
      {doomed ? <DeleteAttempt attempt={doomed} onClose={() => setDoomed(null)} /> : null}
    </Section>
  );
}
