import { Link } from '@tanstack/react-router';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { RoundResult as Result, ScenarioSession, ScenarioView } from '#web/ui/api/scenario-types.ts';
import { clock, moment } from '#web/ui/format-time.ts';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { modeLabels, points } from '../scenario-labels.ts';
import { Dimensions } from './dimensions.tsx';
import { FactList } from './fact-list.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { OwnMitigations, OwnThreats } from './own-items.tsx';
import { ReferenceThreats } from './reference-threats.tsx';
import styles from './result.module.css';
import { Timeline } from './timeline.tsx';
import { TwoModels } from './two-models.tsx';

type Props = { readonly scenario: ScenarioView; readonly session: ScenarioSession };

/** What came of a round: the score and all that it follows from. */
export function RoundResult({ scenario, session }: Props) {
  const { result, mode, startedAt, elapsedSeconds } = session;
  if (!result) return <p>This round has no grade. Start it anew.</p>;
  return (
    <Page
      title={scenario.title}
      documentTitle={`${scenario.title}, result`}
      wide
      lead={`${modeLabels[mode]} round, ${moment(startedAt, new Date())}, ${clock(elapsedSeconds)} of work`}
      actions={
        <Link to="/scenarios/$slug" params={{ slug: scenario.slug }} className="button">
          Practice it again
        </Link>
      }
    >
      <p className={styles.score}>
        <span className="number">{points(session.score ?? 0)}</span> of 100 points
      </p>
      <Matter session={session} result={result} />
    </Page>
  );
}

type MatterProps = { readonly session: ScenarioSession; readonly result: Result };

function Matter({ session, result }: MatterProps) {
  // A fact that is absent is absent in JSON too, which the type of an answer does not say.
  const [own, reference] = [session.draft.model, result.reference.model] as [ThreatModel, ThreatModel];
  return (
    <>
      <Section title="Five dimensions" note="Each with its share of the whole.">
        <Dimensions dimensions={result.dimensions} />
      </Section>
      <section className={styles.compared} aria-labelledby="two-models">
        <h2 id="two-models">The two models</h2>
        <p className="muted small">The same number and color stand for the same thing.</p>
        <TwoModels own={own} reference={reference} result={result} />
      </section>
      <Section title="Your threats">
        <OwnThreats own={own} result={result} />
      </Section>
      <Section title="The threats that count" note="In the order of their urgency.">
        <ReferenceThreats own={own} result={result} />
      </Section>
      <Section title="Your mitigations">
        <OwnMitigations own={own} result={result} />
      </Section>
      <Section title="What questions reveal">
        <FactList facts={result.facts} />
      </Section>
      {session.followUps.length > 0 ? (
        <Section title="Follow-ups">
          <FollowUpList followUps={session.followUps} />
        </Section>
      ) : null}
      <Section title="Over time">
        <Timeline story={result.story} />
      </Section>
      <Section title="Twist and closing">
        <Closing session={session} result={result} />
      </Section>
    </>
  );
}

function Closing({ session, result: { twist, residualRisks, tradeOffs } }: MatterProps) {
  return (
    <div className={styles.closing}>
      <h3>Twist</h3>
      <p className={styles.prompt}>{twist.prompt}</p>
      <p>{twistLine(twist)}</p>
      {session.draft.twistReply === '' ? null : <blockquote>{session.draft.twistReply}</blockquote>}
      <p>
        <strong>A strong reply:</strong> {twist.reference}
      </p>
      <h3>Residual risk worth naming</h3>
      <ul>
        {residualRisks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
      <h3>Trade-offs worth naming</h3>
      <ul>
        {tradeOffs.map((tradeOff) => (
          <li key={tradeOff}>{tradeOff}</li>
        ))}
      </ul>
    </div>
  );
}

function twistLine({ told, score }: Result['twist']): string {
  if (!told) return 'You handed in before you heard it. It is no part of the score.';
  return `Your reply has ${points(score ?? 0)} % of a strong one in it. It is no part of the score; threats that it brought into your model are.`;
}
