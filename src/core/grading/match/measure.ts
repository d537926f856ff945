import { type AnswerText, type Window, windowsOf } from './answer.ts';
import type { CompiledPoint } from './compile-rubric.ts';
import { type LexicalFeatures, noFeatures } from './features.ts';
import { findPhrase, isDenied } from './phrases.ts';
import { filledGroups, type SlotHit, slotHits } from './slot-hits.ts';
import { recallIn, type Traces, traceStatement } from './statement-recall.ts';
import type { Weigh } from './weights.ts';

/** The features of one window for one point. */
export type Measured = {
  readonly window: Window;
  readonly features: LexicalFeatures;
  readonly hits: readonly SlotHit[];
};

/** What is the same for every point of a rubric. */
export type Setting = { readonly weigh: Weigh; readonly topic: number };

type Sources = Setting & {
  readonly hits: readonly SlotHit[];
  readonly traces: readonly Traces[];
  readonly anti: readonly number[];
};

const wide = 6;
const narrow = 4;
const nothing = { share: 0, order: 0, mismatch: 0, units: new Set<number>() };

/** Measures a point in every window of an answer in which anything of it stands. */
export function measurePoint(answer: AnswerText, point: CompiledPoint, setting: Setting): Measured[] {
  const sources = {
    ...setting,
    hits: slotHits(answer, point),
    traces: point.statements.map((statement) => traceStatement(answer, statement)),
    anti: antiHits(answer, point),
  };
  const near = answer.windows.flatMap((window) => measureWindow(answer, point, window, sources));
  return [...near, ...spreadOut(answer, point, sources.hits, near)];
}

const antiHits = (answer: AnswerText, { anti }: CompiledPoint): number[] =>
  anti.flatMap((phrase) =>
    findPhrase(answer, phrase)
      .filter((span) => phrase.denies || !isDenied(answer, span))
      .map(({ from }) => from),
  );

function measureWindow(
  answer: AnswerText,
  point: CompiledPoint,
  window: Window,
  sources: Sources,
): Measured[] {
  const inside = (from: number): boolean => from >= window.from && from < window.to;
  const hits = sources.hits.filter(({ from, to }) => inside(from) && to <= window.to);
  if (hits.length === 0 && !sources.traces.some(({ found }) => found.some(({ from }) => inside(from))))
    return [];
  const features = {
    ...wordFeatures(answer, point, window, sources),
    ...slotFeatures(point, hits, window),
    anti: sources.anti.some(inside) ? 1 : 0,
    topic: sources.topic,
    hedged: isHedged(answer, window) ? 1 : 0,
  };
  return [{ window, features, hits }];
}

function slotFeatures({ need, groups }: CompiledPoint, hits: readonly SlotHit[], window: Window) {
  if (groups.length === 0) return { slots: 0, filled: 0, spread: 0 };
  const filled = filledGroups(hits, window);
  return { slots: Math.min(1, filled / need), filled: filled >= need ? 1 : 0, spread: 0 };
}

function isHedged({ hedged }: AnswerText, { firstClause, lastClause }: Window): boolean {
  return hedged.slice(firstClause, lastClause + 2).includes(true);
}

function wordFeatures(answer: AnswerText, point: CompiledPoint, window: Window, { traces, weigh }: Sources) {
  const recalls = traces.map((trace) => recallIn(trace, window)).sort((a, b) => b.share - a.share);
  const [best = nothing, next] = recalls;
  return {
    ...noFeatures,
    recall: best.share,
    second: next?.share ?? 0,
    order: best.order,
    mismatch: best.mismatch,
    ...vocabularyIn(answer, point, window, weigh),
  };
}

function vocabularyIn(answer: AnswerText, point: CompiledPoint, window: Window, weigh: Weigh) {
  const seen = new Set<string>();
  let own = 0;
  let all = 0;
  for (const { key, from } of answer.units) {
    if (from < window.from || seen.has(key)) continue;
    if (from >= window.to) break;
    seen.add(key);
    const weight = point.vocabulary.get(key);
    own += weight ?? 0;
    all += weight ?? weigh(key);
  }
  return { mass: Math.min(1, own / Math.max(0.5, point.mass)), focus: all === 0 ? 0 : own / all };
}

/** Slots that are filled only over more than three clauses: everywhere for points that ask for several things. */
function spreadOut(
  answer: AnswerText,
  point: CompiledPoint,
  hits: readonly SlotHit[],
  near: readonly Measured[],
): Measured[] {
  if (hits.length === 0 || near.some(({ features }) => features.filled === 1)) return [];
  const count = answer.clauses.length;
  const widths = point.collective ? [wide, wide * 3, count] : [narrow];
  for (const [step, width] of widths.entries()) {
    const found = windowsOf(answer, width).filter(
      ({ firstClause, lastClause }) => lastClause - firstClause + 1 === Math.min(width, count),
    );
    const filled = found.filter((window) => filledGroups(hits, window) >= point.need);
    if (filled.length > 0) {
      return filled.map((window) => spreadWindow(window, hits, near, point.collective ? step / 4 : 0.6));
    }
  }
  return [];
}

function spreadWindow(
  window: Window,
  hits: readonly SlotHit[],
  near: readonly Measured[],
  spread: number,
): Measured {
  const inside = near.filter((item) => item.window.from >= window.from && item.window.to <= window.to);
  const best = inside.reduce(
    (top, { features }) => (features.recall > top.recall ? features : top),
    noFeatures,
  );
  return {
    window,
    features: { ...best, slots: 1, filled: 1, spread, hedged: 0 },
    hits: hits.filter(({ from, to }) => from >= window.from && to <= window.to),
  };
}
