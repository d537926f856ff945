import { isRecord } from '#web/ui/api/problem.ts';
import type { TriageSession } from '#web/ui/api/triage-types.ts';
import type { Stored, Text } from '#web/ui/drafts/draft.ts';

/** All that a candidate decides about a set. */
export type TriageWork = {
  readonly order: readonly string[];
  readonly chosen: readonly string[];
  readonly rejected: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
};

/** In UTF-16 code units. */
export const longestReason = 1000;

/** The work as one text for the draft keeper: the same work always gives the same text. */
export function textOfWork({ order, chosen, rejected, reasons }: TriageWork): Text {
  const sorted = Object.entries(reasons)
    .filter(([, reason]) => reason !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    answer: JSON.stringify({ order, chosen, rejected, reasons: Object.fromEntries(sorted) }),
    notes: '',
  };
}

/** Reads what `textOfWork` wrote. */
export const workOfText = ({ answer }: Pick<Text, 'answer'>): TriageWork => JSON.parse(answer);

/** Whether a text is such work; what lies in the browser's storage may be damaged. */
export function isWork({ answer }: Text): boolean {
  try {
    const work: unknown = JSON.parse(answer);
    if (!isRecord(work)) return false;
    return [work.order, work.chosen, work.rejected].every(Array.isArray) && isRecord(work.reasons);
  } catch {
    return false;
  }
}

export const storedOf = ({
  draft,
  elapsedSeconds,
  revision,
}: Pick<TriageSession, 'draft' | 'elapsedSeconds' | 'revision'>): Stored => ({
  ...textOfWork(draft),
  elapsedSeconds,
  revision,
});

/** Whether some part is longer than the server takes. */
export const isTooLongForTriage = (text: Text): boolean =>
  Object.values(workOfText(text).reasons).some((reason) => reason.length > longestReason);

/** Puts a finding at a place of the order, counted from 0; beyond the ends it stays at the end. */
export function moved(work: TriageWork, id: string, place: number): TriageWork {
  const others = work.order.filter((each) => each !== id);
  const at = Math.max(0, Math.min(others.length, place));
  return { ...work, order: [...others.slice(0, at), id, ...others.slice(at)] };
}

/** Takes a finding into the sprint, or puts it back; a full sprint stays as it is. */
export function taken(work: TriageWork, id: string, capacity: number): TriageWork {
  if (work.chosen.includes(id)) return { ...work, chosen: work.chosen.filter((each) => each !== id) };
  if (work.chosen.length >= capacity) return work;
  const rejected = work.rejected.filter((each) => each !== id);
  return { ...work, chosen: [...work.chosen, id], rejected };
}

/** Rejects a finding, or takes that back. */
export function rejected(work: TriageWork, id: string): TriageWork {
  if (work.rejected.includes(id)) return { ...work, rejected: work.rejected.filter((each) => each !== id) };
  const chosen = work.chosen.filter((each) => each !== id);
  return { ...work, chosen, rejected: [...work.rejected, id] };
}
