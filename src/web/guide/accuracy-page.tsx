import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import type { AccuracyCard } from '#web/ui/api/types.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import styles from './accuracy.module.css';
import { groupTitle, kindTitle } from './accuracy-titles.ts';

/** What was measured of the readers, on what, and where they fail. */
export function AccuracyPage() {
  const query = useQuery(queries.accuracy());
  return (
    <Page
      title="How right the grader is"
      lead="Every figure comes from answers to questions that the judge was not trained on."
    >
      <QueryView query={query} lines={12}>
        {(card) => (
          <>
            <Section title="On what" note={<Link to="/guide">Back to the guide</Link>}>
              <Ground card={card} />
            </Section>
            <Section title="The readers" note="Green where the aim is reached.">
              <Readers readers={card.readers} />
            </Section>
            {groups.map((group) => (
              <Section
                key={group}
                title={groupTitle(group)}
                note="Both readers together, agreement on points."
              >
                <Bars rows={card[group]} />
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}

const groups = ['formats', 'tiers', 'kinds'] as const;

function Ground({ card: { measured, questions, answers, people } }: { readonly card: AccuracyCard }) {
  return (
    <div className={styles.prose}>
      <p>
        {answers} answers to {questions} questions, measured on {measured}. They were written without sight of
        the rubrics, and labeled point by point by a reader who did not know what kind of answer it was.
        {people
          ? ` A second reader labeled a part of them: the two agree on points with F1 ${people.f1.toFixed(2)} and kappa ${people.kappa.toFixed(2)}.`
          : ''}
      </p>
      <p>
        F1 is 1 when every point is found and none is invented; kappa is 1 for full agreement and 0 for what
        chance would give. Points on which the grader says “not sure” are counted apart. The answers were
        written, not recorded: expect a little less of real speech. The standards of the bands and the weights
        by which the readers are combined were fitted on labels like these.
      </p>
    </div>
  );
}

const readerTitles = { lexical: 'Words alone', judge: 'Judge alone', both: 'Both' } as const;
const readers = ['lexical', 'judge', 'both'] as const;

function Readers({ readers: figures }: { readonly readers: AccuracyCard['readers'] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            {readers.map((reader) => (
              <th key={reader} scope="col">
                {readerTitles[reader]}
              </th>
            ))}
            <th scope="col">Aim</th>
          </tr>
        </thead>
        <tbody>
          {figures.both.map(({ what, target, atLeast }, row) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {readers.map((reader) => (
                <Value key={reader} figure={figures[reader][row]} />
              ))}
              <td className="number">
                {atLeast ? '≥' : '≤'} {target}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Figure = AccuracyCard['readers']['both'][number];

function Value({ figure }: { readonly figure: Figure | undefined }) {
  if (!figure) return <td>–</td>;
  const { value, target, atLeast } = figure;
  const reached = atLeast ? value >= target : value <= target;
  return (
    <td className="number" data-reached={reached}>
      {value.toFixed(3)}
      <span className="visually-hidden">{reached ? ', reached' : ', not reached'}</span>
    </td>
  );
}

function Bars({ rows }: { readonly rows: AccuracyCard['kinds'] }) {
  return (
    <table className={styles.bars}>
      <thead>
        <tr>
          <th scope="col">Of</th>
          <th scope="col">F1</th>
          <th scope="col">Kappa</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([name, { f1, kappa, points }]) => (
          <tr key={name}>
            <th scope="row">{kindTitle(name)}</th>
            <td>
              {kappa === null ? (
                'None made, none found'
              ) : (
                <>
                  <meter min={0} max={1} value={f1} aria-label={`F1 ${f1.toFixed(2)}`} />{' '}
                  <span className="number">{f1.toFixed(2)}</span>
                </>
              )}
            </td>
            <td className="number">{kappa?.toFixed(2) ?? '–'}</td>
            <td className="number">{points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
