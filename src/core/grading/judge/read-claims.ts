import type { AnswerText } from '../match/answer.ts';
import type { ClaimReader } from './claim-reader.ts';
import type { Claim } from './claims.ts';
import { type JudgeWindow, joined, judgeWindows, type Stretch } from './windows.ts';

/** What a reader found for one claim in an answer. */
export type ClaimReading = {
  /** Log odds that the answer makes the claim, in the words of `stretches`. */
  readonly logit: number;
  /**
   * What speaks for it most, in order: a sentence or two where those alone carry it, two places where it takes both.
   */
  readonly stretches: readonly Stretch[];
};

/** From where on it is worth asking which sentence carries a claim. */
const worthNarrowing = -1;
/** How much log odds shorter words may lose against the whole window. */
const tolerance = 0.7;
/** Between these two windows together may make what neither makes alone. */
const worthJoining = [-3, 1.5] as const;
/** How much log odds the second window must add. */
const gain = 1;

/**
 * Reads each claim in the windows of an answer that are closest to it; one reading a claim, none for an answer
 * without words. Where a window speaks for a claim its shorter parts are read too, and the shortest that still does is
 * what is quoted.
 */
export async function readClaims(
  reader: ClaimReader,
  answer: AnswerText,
  claims: readonly Claim[],
): Promise<readonly ClaimReading[]> {
  const windows = judgeWindows(answer.source);
  if (windows.length === 0) return [];
  const keys = windows.map((window) => keysIn(answer, window));
  const chosen = claims.map((claim) => closest(claim, windows, keys));
  const logits = await readAll(reader, claims, chosen);
  const best = claims.map(({ text }, index) => ({
    claim: text,
    ...strongest(chosen[index] ?? [], logits[index] ?? []),
  }));
  return narrowed(reader, answer.source, best);
}

/** Stems and concepts that begin in a stretch. */
const keysIn = ({ units, tokens }: AnswerText, { start, end }: Stretch): ReadonlySet<string> =>
  new Set(
    units
      .filter(({ from }) => {
        const at = tokens[from]?.start ?? 0;
        return at >= start && at < end;
      })
      .map(({ key }) => key),
  );

function closest(
  { vocabulary, windows: most }: Claim,
  windows: readonly JudgeWindow[],
  keys: readonly ReadonlySet<string>[],
): JudgeWindow[] {
  if (windows.length <= most) return [...windows];
  const weight = (at: number): number =>
    [...(keys[at] ?? [])].reduce((sum, key) => sum + (vocabulary.get(key) ?? 0), 0);
  const order = windows
    .map((window, at) => ({ window, weight: weight(at) }))
    .sort((a, b) => b.weight - a.weight || a.window.start - b.window.start);
  return order.slice(0, most).map(({ window }) => window);
}

/** Log odds of each claim in each of its stretches, read in one go. */
async function readAll(
  reader: ClaimReader,
  claims: readonly { readonly text: string }[],
  texts: readonly (readonly { readonly text: string }[])[],
): Promise<readonly (readonly number[])[]> {
  const logits = await reader.read(
    claims.flatMap(({ text: claim }, index) => (texts[index] ?? []).map(({ text }) => ({ claim, text }))),
  );
  let at = 0;
  return texts.map(({ length }) => {
    at += length;
    return logits.slice(at - length, at);
  });
}

type Best = {
  readonly claim: string;
  readonly logit: number;
  readonly window: JudgeWindow;
  /** The strongest that does not overlap with it. */
  readonly other: JudgeWindow | undefined;
};

function strongest(windows: readonly JudgeWindow[], logits: readonly number[]): Omit<Best, 'claim'> {
  const order = windows
    .map((window, at) => ({ window, logit: logits[at] ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.logit - a.logit);
  const [first = { window: joined('', []), logit: Number.NEGATIVE_INFINITY }, ...rest] = order;
  const other = rest.find(
    ({ window }) => window.end <= first.window.start || window.start >= first.window.end,
  )?.window;
  return { ...first, other };
}

type Attempt = { readonly text: string; readonly stretches: readonly Stretch[] };

/** Reads the shorter parts of what speaks for a claim, and two windows together where one does not decide it. */
async function narrowed(
  reader: ClaimReader,
  answer: string,
  best: readonly Best[],
): Promise<readonly ClaimReading[]> {
  const parts = best.map(({ logit, window }): Attempt[] =>
    logit > worthNarrowing
      ? shorterParts(answer, window).map((part) => ({ text: part.text, stretches: [part] }))
      : [],
  );
  const tries = best.map((own, index) => [...(parts[index] ?? []), ...together(own)]);
  const logits = await readAll(
    reader,
    best.map(({ claim }) => ({ text: claim })),
    tries,
  );
  return best.map(({ logit, window }, index) => {
    const own = logits[index] ?? [];
    const count = parts[index]?.length ?? 0;
    const both = own[count] ?? Number.NEGATIVE_INFINITY;
    if (both >= logit + gain) return { logit: both, stretches: tries[index]?.[count]?.stretches ?? [window] };
    const short = own.slice(0, count);
    const carrying = short.findIndex((value) => value >= logit - tolerance);
    return {
      logit: Math.max(logit, ...short),
      stretches: tries[index]?.[carrying]?.stretches ?? [window],
    };
  });
}

function together({ logit, window, other }: Best): Attempt[] {
  const [least, most] = worthJoining;
  if (!other || logit < least || logit > most) return [];
  const stretches = [window, other].sort((a, b) => a.start - b.start);
  return [{ text: stretches.map(({ text }) => text).join(' '), stretches }];
}

/** In how many parts a window is taken apart: enough for sentences, and a list of single words costs no more. */
const mostParts = 8;

/** Single parts of a window, then neighbors: shortest first. */
function shorterParts(answer: string, { pieces }: JudgeWindow): Stretch[] {
  const size = Math.ceil(pieces.length / mostParts);
  const parts = pieces.flatMap((_, at) =>
    at % size === 0 ? [joined(answer, pieces.slice(at, at + size))] : [],
  );
  const runs = [1, 2].flatMap((length) =>
    length < parts.length
      ? parts.slice(0, parts.length - length + 1).map((_, from) => parts.slice(from, from + length))
      : [],
  );
  return runs.map((run) => joined(answer, run));
}
