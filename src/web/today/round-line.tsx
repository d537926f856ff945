import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import { Section } from '#web/ui/section.tsx';
import styles from './today.module.css';

/** The design round that is under way, or else the first that was never done; nothing when all were. */
export function RoundLine() {
  const { data } = useQuery(scenarioQueries.scenarios());
  const items = data?.items ?? [];
  const next =
    items.find(({ openRound }) => openRound !== null) ?? items.find(({ status }) => status === 'new');
  if (!next) return null;
  const { slug, title, minutes, openRound, industry } = next;
  return (
    <Section title="Design round" note="A system to scope, draw and attack on paper.">
      <ul className={styles.next}>
        <li>
          <span />
          <div>
            <Link
              to="/scenarios/$slug"
              params={{ slug }}
              {...(openRound === null ? {} : { search: { session: openRound } })}
              className={styles.title}
            >
              {title}
            </Link>
            <p className={styles.why}>{openRound === null ? 'Not done yet.' : 'It is where you stopped.'}</p>
          </div>
          <span className={styles.meta}>
            <span>{industry}</span>
            <Minutes value={minutes} />
          </span>
        </li>
      </ul>
    </Section>
  );
}
