import { type AnswerText, type Window, windowsOf } from './answer.ts';
import type { CompiledPoint } from './compile-rubric.ts';
import { type LexicalFeatures, noFeatures } from './features.ts';
import { findPhrase } from './phrases.ts';
import { filledGroups, type SlotHit, slotHits } from './slot-hits.ts';
import { type Recall, recallIn, type Traces, traceStatement } from './statement-recall.ts';
import type { Weigh } from './weights.ts';
import { containment, trigramsOf } from './trigrams.ts';

/** The features of one window for one point. */
export type Measured = {
  readonly window: Window;
  readonly features: LexicalFeatures;
  readonly hits: readonly SlotHit[];
};

/** What is the same for every point of a rubric. */
export type Setting = { readonly weigh: Weigh; readonly topic: number };

const wide = 6;

/** Measures a point in every window of an answer in which anything of it stands. */
export function measurePoint(answer: AnswerText, point: CompiledPoint, { weigh, topic }: Setting): Measured[] {
  const hits = slotHits(answer, point);
  const traces = point.statements.map((statement) => traceStatement(answer, statement));
  const anti = point.anti
    .flatMap((phrase) => findPhrase(answer, phrase))
    .filter(({ from }) => !answer.denied[from]);
  const near = answer.windows.flatMap((window): Measured[] => {
    const inside = hits.filter(({ from, to }) => from >= window.from && to <= window.to);
    if (
      inside.length === 0 &&
      !traces.some(({ found }) => found.some(({ from }) => from >= window.from && from < window.to))
    )
      return [];
    const features = {
      ...wordFeatures(answer, point, window, traces, weigh),
      ...slotFeatures(point, hits, window),
      anti: anti.some(({ from }) => from >= window.from && from < window.to) ? 1 : 0,
      topic,
      hedged: isHedged(answer, window) ? 1 : 0,
    };
    return [{ window, features, hits: inside }];
  });
  return near.concat(spreadOut(answer, point, hits, near));
}

function slotFeatures({ need }: CompiledPoint, hits: readonly SlotHit[], window: Window) {
  const filled = filledGroups(hits, window);
  return { slots: Math.min(1, filled / need), filled: filled >= need ? 1 : 0, spread: 0 };
}

function isHedged({ hedged }: AnswerText, { firstClause, lastClause }: Window): boolean {
  return hedged.slice(firstClause, lastClause + 2).includes(true);
}

function wordFeatures(
  answer: AnswerText,
  point: CompiledPoint,
  window: Window,
  traces: readonly Traces[],
  weigh: (key: string) => number,
) {
  const recalls = traces.map((trace) => recallIn(trace, window)).sort((a, b) => b.share - a.share);
  const [best, next] = recalls;
  const known: Recall = best ?? { share: 0, order: 0, mismatch: 0 };
  const { mass, focus } = vocabularyIn(answer, point, window, weigh);
  return {
    ...noFeatures,
    recall: known.share,
    second: next?.share ?? 0,
    order: known.order,
    mismatch: known.mismatch,
    mass,
    focus,
  };
}

function vocabularyIn(
  answer: AnswerText,
  point: CompiledPoint,
  window: Window,
  weigh: (key: string) => number,
) {
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
  const widths = point.collective ? [wide, wide * 3, answer.clauses.length] : [wide];
  for (const [step, width] of widths.entries()) {
    const found = windowsOf(answer, width).filter(
      ({ firstClause, lastClause }) =>
        lastClause - firstClause + 1 === Math.min(width, answer.clauses.length),
    );
    const filled = found.filter((window) => filledGroups(hits, window) >= point.need);
    if (filled.length > 0)
      return filled.map((window) => spreadWindow(window, hits, near, point.collective ? step / 4 : 0.6));
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
  const best = inside.reduce<LexicalFeatures>(
    (top, { features }) => (features.recall > top.recall ? features : top),
    noFeatures,
  );
  return {
    window,
    features: { ...best, slots: 1, filled: 1, spread, hedged: 0 },
    hits: hits.filter(({ from, to }) => from >= window.from && to <= window.to),
  };
}

/** Fills in the trigram feature, which is too dear to take for every window. */
export function withTrigrams(answer: AnswerText, point: CompiledPoint, measured: Measured): Measured {
  const said = trigramsOf(
    answer.tokens
      .slice(measured.window.from, measured.window.to)
      .filter((token) => !token.grammatical)
      .map(({ word }) => word),
  );
  const shares = point.statements.map(({ units }) =>
    containment(trigramsOf(units.flatMap(({ parts }) => parts)), said),
  );
  return { ...measured, features: { ...measured.features, trigrams: Math.max(0, ...shares) } };
}
