import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { Empty } from '#web/ui/states.tsx';
import styles from './guide.module.css';
import { sectionsOf } from './sections.ts';

export function GuidePage() {
  const query = useQuery(queries.guide());
  return (
    <Page title="Guide" lead="What happens in an application-security interview, and how to be good at it.">
      <QueryView query={query} lines={10}>
        {({ pages }) =>
          pages.length === 0 ? (
            <Empty title="No pages">
              No content pack brings a guide. The system check in the settings says why.
            </Empty>
          ) : (
            <>
              {sectionsOf(pages).map((section) => (
                <Section key={section.id} title={section.title} note={section.note}>
                  <ul className={styles.list}>
                    {section.pages.map((page) => (
                      <li key={page.slug}>
                        <Link to="/guide/$slug" params={{ slug: page.slug }}>
                          {page.title}
                        </Link>
                        <p>{page.summary}</p>
                      </li>
                    ))}
                  </ul>
                </Section>
              ))}
              <AboutGrading />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function AboutGrading() {
  return (
    <Section title="The grader" note="What reads your answers.">
      <ul className={styles.list}>
        <li>
          <Link to="/guide/accuracy">How right the grader is</Link>
          <p>Measured on answers that it had not seen: where it agrees with people, and where it fails.</p>
        </li>
      </ul>
    </Section>
  );
}
