import { Link } from '@tanstack/react-router';
import type { ScenarioSession, ScenarioView, SpotItem, SpotView } from '#web/ui/api/scenario-types.ts';
import judged from '#web/ui/judgment.module.css';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { points } from '../scenario-labels.ts';
import styles from './spot.module.css';

type Props = {
  readonly scenario: ScenarioView;
  readonly session: ScenarioSession;
  readonly spot: SpotView;
};

/** What was right, what was wrong, and why. */
export function SpotResult({ scenario, session, spot }: Props) {
  return (
    <Page
      title="Spot the invalid threat"
      documentTitle={`${scenario.title}, spot the invalid threat, result`}
      lead={scenario.title}
      wide
      actions={
        <Link to="/scenarios/$slug/spot" params={{ slug: scenario.slug }} className="button">
          Do it again
        </Link>
      }
    >
      <p className={styles.score}>
        <span className="number">{points(session.score ?? 0)}</span> of 100 points
      </p>
      <Section title="How you judged">
        <Figures items={spot.items} />
      </Section>
      <Section title="Threats">
        <ol className={styles.items}>
          {spot.items.map((item) => (
            <Item key={item.id} item={item} judgment={session.draft.judgments[item.id]} />
          ))}
        </ol>
      </Section>
    </Page>
  );
}

function Figures({ items }: { readonly items: SpotView['items'] }) {
  const of = (isReal: boolean) => items.filter(({ outcome }) => outcome?.real === isReal);
  const right = (some: readonly SpotItem[]): number => some.filter(({ outcome }) => outcome?.right).length;
  const [real, fabricated] = [of(true), of(false)];
  return (
    <div className={styles.figures}>
      <p>
        Sensitivity: you rejected {right(fabricated)} of the {fabricated.length} fabricated threats.{' '}
        {right(fabricated) === fabricated.length
          ? 'None got past you.'
          : 'Those that got past you would cost your team work on what cannot happen.'}
      </p>
      <p>
        Specificity: you accepted {right(real)} of the {real.length} real threats.{' '}
        {right(real) === real.length
          ? 'You threw none away.'
          : 'Those that you threw away would stay open in the real system.'}
      </p>
      <p className="muted">The score is the mean of both shares: rejecting everything earns half.</p>
    </div>
  );
}

type ItemProps = { readonly item: SpotItem; readonly judgment: { readonly reason: string } | undefined };

function Item({ item: { claim, outcome }, judgment }: ItemProps) {
  if (!outcome) return null;
  const { real, right, why, fact, reason } = outcome;
  const kind = real ? 'a real threat' : 'a fabricated threat';
  return (
    <li>
      <p>{claim}</p>
      <p className={judged.verdict} data-right={right}>
        {right ? 'Right' : 'Wrong'}: {kind}
      </p>
      {fact === null ? null : (
        <p>
          The interviewer said: “{fact}” {why}
        </p>
      )}
      {judgment?.reason ? <blockquote className={judged.reason}>{judgment.reason}</blockquote> : null}
      {reason === null ? null : (
        <p className="muted small">Your reason says {points(reason)} % of what rules it out.</p>
      )}
    </li>
  );
}
