import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import type { GuideOutline } from '#web/ui/api/types.ts';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import styles from './guide.module.css';
import { neighbours, sectionsOf } from './sections.ts';

export function ReaderPage() {
  const { slug } = useParams({ from: '/guide/$slug' });
  const query = useQuery(queries.guidePage(slug));
  const outline = useQuery(queries.guide());
  const pages = outline.data?.pages ?? [];
  return (
    <div className={styles.reader}>
      <QueryView page query={query} lines={12}>
        {(page) => (
          <Page title={page.title} lead={page.summary}>
            <MarkdownText text={page.markdown} firstHeading={2} />
            <Turn pages={pages} slug={slug} />
          </Page>
        )}
      </QueryView>
      <Contents pages={pages} />
    </div>
  );
}

function Turn({ pages, slug }: { readonly pages: readonly GuideOutline[]; readonly slug: string }) {
  const { previous, next } = neighbours(pages, slug);
  return (
    <p className={styles.turn}>
      {previous ? (
        <Link to="/guide/$slug" params={{ slug: previous.slug }}>
          ← {previous.title}
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link to="/guide/$slug" params={{ slug: next.slug }}>
          {next.title} →
        </Link>
      ) : null}
    </p>
  );
}

function Contents({ pages }: { readonly pages: readonly GuideOutline[] }) {
  return (
    <nav aria-label="Guide" className={styles.contents}>
      <p>
        <Link to="/guide">Guide</Link>
      </p>
      {sectionsOf(pages).map((section) => (
        <div key={section.id}>
          <h2>{section.title}</h2>
          <ul>
            {section.pages.map((page) => (
              <li key={page.slug}>
                <Link to="/guide/$slug" params={{ slug: page.slug }}>
                  {page.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
