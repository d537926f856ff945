import { type Fluency, fluencyOf } from '../text/fluency.ts';
import { hedgedClauses } from '../text/hedging.ts';
import type { LexiconIndex } from '../text/lexicon-index.ts';
import { type Corrector, type ReadText, readText, type Span } from '../text/read-text.ts';

/** One to three clauses in a row; `from` and `to` are tokens, `to` excluded. */
export type Window = Span & { readonly firstClause: number; readonly lastClause: number };

export type AnswerText = ReadText & {
  readonly windows: readonly Window[];
  readonly hedged: readonly boolean[];
  /** Clauses that only say the question again. */
  readonly echo: readonly boolean[];
  readonly fluency: Fluency;
};

const widest = 3;

/** Reads an answer for grading against a rubric whose prompt is given. */
export function readAnswer(
  source: string,
  lexicon: LexiconIndex,
  prompt: ReadText,
  correct: Corrector,
): AnswerText {
  const text = readText(source, lexicon, correct);
  return {
    ...text,
    windows: windowsOf(text, widest),
    hedged: hedgedClauses(text.tokens, text.clauses),
    echo: text.clauses.map((clause) => isEcho(text, clause, prompt)),
    fluency: fluencyOf(text.tokens),
  };
}

/** Speech without punctuation makes long clauses; a window of several has at most so many words. */
const mostWords = 55;

/** All runs of one to `width` clauses, in order. */
export function windowsOf({ clauses }: ReadText, width: number): Window[] {
  return clauses.flatMap((clause, first) =>
    clauses
      .slice(first, first + width)
      .filter(
        (last, offset) => offset === 0 || last.to - clause.from <= mostWords * Math.max(1, width / widest),
      )
      .map((last, offset) => ({
        from: clause.from,
        to: last.to,
        firstClause: first,
        lastClause: first + offset,
      })),
  );
}

const echoFrom = 0.6;

/** Most of the clause's neighboring words stand side by side in the question too. */
function isEcho(text: ReadText, clause: Span, prompt: ReadText): boolean {
  const stems = (read: ReadText, from: number, to: number): string[] =>
    read.tokens.slice(from, to).map(({ stem }) => stem);
  const asked = pairs(stems(prompt, 0, prompt.tokens.length));
  const said = [...pairs(stems(text, clause.from, clause.to))];
  return said.length >= 3 && said.filter((pair) => asked.has(pair)).length / said.length >= echoFrom;
}

const pairs = (items: readonly string[]): Set<string> =>
  new Set(items.slice(1).map((item, index) => `${items[index] ?? ''} ${item}`));
