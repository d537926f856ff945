import type { Span } from '../text/read-text.ts';
import type { AnswerText } from './answer.ts';
import type { CompiledPoint, SlotGroup } from './compile-rubric.ts';
import { findPhrase } from './phrases.ts';

/** A phrase of a slot group in the answer; `credit` is less than 1 where its denial fits the point badly. */
export type SlotHit = Span & { readonly group: number; readonly credit: number };

const wrongDenial = 0;
const missingDenial = 0.5;

/** Every place where a slot group of the point is filled, echoes of the question left out. */
export function slotHits(answer: AnswerText, { groups }: CompiledPoint): SlotHit[] {
  const hits = groups.flatMap((group, index) => groupHits(answer, group, index));
  return hits.sort((a, b) => a.from - b.from);
}

function groupHits(answer: AnswerText, group: SlotGroup, index: number): SlotHit[] {
  return group.phrases.flatMap((phrase) =>
    findPhrase(answer, phrase)
      .filter(({ from }) => !answer.echo[answer.clauseOf[from] ?? -1])
      .map((span) => ({ ...span, group: index, credit: phrase.denies ? 1 : creditOf(answer, span, group) })),
  );
}

function creditOf(answer: AnswerText, { from, to }: Span, group: SlotGroup): number {
  let denied = 0;
  for (let at = from; at < to; at += 1) if (answer.denied[at]) denied += 1;
  if (denied * 2 > to - from) return group.saidDenied ? 1 : wrongDenial;
  return group.saidPlainly ? 1 : missingDenial;
}

/** Sums, over the groups, the best credit among the hits inside the window. */
export function filledGroups(hits: readonly SlotHit[], window: Span): number {
  const best = new Map<number, number>();
  for (const { from, to, group, credit } of hits) {
    if (from >= window.to) break;
    if (from >= window.from && to <= window.to && credit > (best.get(group) ?? 0)) best.set(group, credit);
  }
  let sum = 0;
  for (const credit of best.values()) sum += credit;
  return sum;
}
