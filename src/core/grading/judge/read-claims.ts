import type { ClaimReader } from './claim-reader.ts';
import { type JudgeWindow, joined, judgeWindows, type Stretch } from './windows.ts';

/** What a reader found for one claim in an answer. */
export type ClaimReading = {
  /** Log odds that the answer makes the claim, in the words of `window`. */
  readonly logit: number;
  /** The stretch of the answer that speaks for it most: a sentence or two where those alone carry it. */
  readonly window: Stretch;
};

/** From where on it is worth asking which sentence carries a claim. */
const worthNarrowing = -1;
/** How much log odds shorter words may lose against the whole window. */
const tolerance = 0.7;

/**
 * Reads each claim in every window of an answer; one reading a claim, none for an answer without words. Where a
 * window speaks for a claim its shorter parts are read too, and the shortest that still does is what is quoted.
 */
export async function readClaims(
  reader: ClaimReader,
  answer: string,
  claims: readonly string[],
): Promise<readonly ClaimReading[]> {
  const windows = judgeWindows(answer);
  if (windows.length === 0) return [];
  const logits = await reader.read(claims.flatMap((claim) => windows.map(({ text }) => ({ claim, text }))));
  const best = claims.map((claim, index) => {
    const own = logits.slice(index * windows.length, (index + 1) * windows.length);
    return { claim, ...strongest(windows, own) };
  });
  return narrowed(reader, answer, best);
}

type Best = { readonly claim: string; readonly logit: number; readonly window: JudgeWindow };

function strongest(windows: readonly JudgeWindow[], logits: readonly number[]): Omit<Best, 'claim'> {
  return windows.reduce<Omit<Best, 'claim'>>(
    (top, window, index) => {
      const logit = logits[index] ?? Number.NEGATIVE_INFINITY;
      return logit > top.logit ? { logit, window } : top;
    },
    { logit: Number.NEGATIVE_INFINITY, window: windows[0] ?? joined('', []) },
  );
}

async function narrowed(
  reader: ClaimReader,
  answer: string,
  best: readonly Best[],
): Promise<readonly ClaimReading[]> {
  const tries = best.map(({ logit, window }) => (logit > worthNarrowing ? shorterParts(answer, window) : []));
  const logits = await reader.read(
    best.flatMap(({ claim }, index) => (tries[index] ?? []).map(({ text }) => ({ claim, text }))),
  );
  let at = 0;
  return best.map(({ logit, window }, index) => {
    const parts = tries[index] ?? [];
    const own = logits.slice(at, at + parts.length);
    at += parts.length;
    const carrying = parts.findIndex(
      (_, part) => (own[part] ?? Number.NEGATIVE_INFINITY) >= logit - tolerance,
    );
    const top = Math.max(logit, ...own);
    return { logit: top, window: parts[carrying] ?? window };
  });
}

/** Single pieces of a window, then neighbors: shortest first. */
function shorterParts(answer: string, { pieces }: JudgeWindow): Stretch[] {
  const runs = [1, 2].flatMap((length) =>
    length < pieces.length
      ? pieces.slice(0, pieces.length - length + 1).map((_, from) => pieces.slice(from, from + length))
      : [],
  );
  return runs.map((run) => joined(answer, run));
}
