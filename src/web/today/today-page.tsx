import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/ui/api/queries.ts';
import type { Today } from '#web/ui/api/types.ts';
import { AttemptList } from '#web/ui/attempt-list.tsx';
import { localDate } from '#web/ui/format-time.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { Countdown } from './countdown.tsx';
import { FirstTime } from './first-time.tsx';
import { LabList } from './lab-list.tsx';
import { NextList } from './next-list.tsx';
import { RoundLine } from './round-line.tsx';
import { Tally } from './tally.tsx';

const longDay = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

export function TodayPage() {
  const now = new Date();
  const query = useQuery(queries.today(localDate(now)));
  return (
    <QueryView page query={query} lines={8}>
      {(today) =>
        today.firstTime ? (
          <FirstTime today={today} />
        ) : (
          <Page
            title="Today"
            lead={
              <>
                {longDay.format(now)}. <Countdown days={today.daysToInterview} date={today.interviewDate} />
              </>
            }
          >
            <Matter today={today} />
          </Page>
        )
      }
    </QueryView>
  );
}

function Matter({ today }: { readonly today: Today }) {
  return (
    <>
      {today.openDrafts.length > 0 ? (
        <Section title="Unfinished" note="Your words are kept.">
          <AttemptList attempts={today.openDrafts} />
        </Section>
      ) : null}
      <Section title="Up next">
        <NextList next={today.next} />
      </Section>
      {today.labs.length > 0 ? (
        <Section title="In the lab" note="Real apps to review, attack and fix.">
          <LabList labs={today.labs} />
        </Section>
      ) : null}
      <RoundLine />
      <Section title="Last results">
        {today.recent.length > 0 ? (
          <AttemptList attempts={today.recent} />
        ) : (
          <p className="muted">No answer graded yet. The first one shows up here.</p>
        )}
      </Section>
      <Section title="So far">
        <Tally counts={today.counts} />
      </Section>
    </>
  );
}
