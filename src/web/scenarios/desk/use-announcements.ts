import { useEffect, useRef, useState } from 'react';
import {
  type Announcement,
  beginRound,
  type RoundMode,
  type RoundStage,
  stepRound,
} from '#core/threat-model/practice/round.ts';
import type { Stopwatch } from '#web/ui/timer/use-timer.ts';

/** What the interviewer said last, as the clock goes on; empty in the beginning and without an exam. */
export function useAnnouncements(
  mode: RoundMode,
  stage: RoundStage,
  watch: Stopwatch,
): readonly Announcement[] {
  const [said, setSaid] = useState<readonly Announcement[]>([]);
  const round = useRef(beginRound(mode, stage, watch.elapsed()));
  useEffect(() => {
    round.current = stepRound(round.current, { type: 'go', stage }).round;
  }, [stage]);
  const { elapsed } = watch;
  useEffect(() => {
    if (mode !== 'exam') return;
    const look = (): void => {
      const step = stepRound(round.current, { type: 'clock', seconds: elapsed() });
      round.current = step.round;
      if (step.said.length > 0) setSaid(step.said);
    };
    look();
    const ticking = setInterval(look, 1000);
    return () => clearInterval(ticking);
  }, [mode, elapsed]);
  return said;
}
