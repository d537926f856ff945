import type { MisconceptionGrade, Quote } from './grade.ts';
import type { AnswerText, Window } from './match/answer.ts';
import type { CompiledMisconception } from './match/compile-rubric.ts';
import { findPhrase, isDenied, type Phrase } from './match/phrases.ts';
import { recallIn, type Traces, traceStatement } from './match/statement-recall.ts';
import { spanQuote } from './quote.ts';
import { judgingKey } from './text/judging-words.ts';
import type { Span } from './text/read-text.ts';

/** From which weighted share of one wording two clauses say the same, by how many words the wording has. */
const shareFrom = (units: number): number => (units >= 6 ? 0.68 : 0.76);
/** From which sum over the three closest wordings, the further ones counting less, a single clause does. */
const closenessFrom = 1;
const fewestUnits = 4;
const fewestFound = 2;
const inFull = 0.93;
const withoutVerdict = 0.78;

/** Returns the misconceptions that the answer shows, with the words that show them. */
export function findMisconceptions(
  answer: AnswerText,
  rubric: readonly CompiledMisconception[],
): MisconceptionGrade[] {
  return rubric.flatMap((misconception) => {
    const [first] = [...byPhrase(answer, misconception), ...byRecall(answer, misconception)];
    return first ? [{ id: misconception.id, probability: 0.9, quotes: [first] }] : [];
  });
}

/** The longer the phrase, the more words may stand in between. */
const slackOf = ({ sequences: [words = []] }: Phrase): number => Math.max(1, Math.min(3, words.length - 2));

function byPhrase(answer: AnswerText, { phrases }: CompiledMisconception): Quote[] {
  return phrases.flatMap((phrase) =>
    findPhrase(answer, phrase, slackOf(phrase))
      .filter((span) => phrase.denies || !isDenied(answer, span))
      .filter((span) => !taken(answer, span))
      .map((span) => clauseQuote(answer, span)),
  );
}

function byRecall(answer: AnswerText, { statements }: CompiledMisconception): Quote[] {
  const traces = statements
    .map((statement) => traceStatement(answer, statement))
    .filter(({ found }) => found.length >= fewestFound);
  if (traces.length === 0) return [];
  const speaksSo = statements.some(({ text }) => rejection.test(text));
  return answer.windows
    .filter((span) => isShort(answer, span) && says(traces, span) && !taken(answer, span))
    .map((span) => spanQuote(answer, span))
    .filter(({ text }) => speaksSo || !rejection.test(text));
}

const mostWords = 32;

/** One clause, or two of the same sentence. */
function isShort({ clauses }: AnswerText, { from, to, firstClause, lastClause }: Window): boolean {
  if (to - from > mostWords || lastClause - firstClause > 1) return false;
  return clauses[firstClause]?.sentence === clauses[lastClause]?.sentence;
}

/** Whether a stretch says one of the wordings nearly in full, or several of them in large part. */
function says(traces: readonly Traces[], span: Window): boolean {
  const recalls = traces
    .map((trace) => ({ ...recallIn(trace, span), wording: trace.statement.units }))
    .filter(
      ({ mismatch, share, units, wording }) =>
        mismatch < 0.2 && units.size >= fewestFound && holdsCore(wording, units, share),
    )
    .sort((a, b) => b.share - a.share);
  const [best, second, third] = recalls;
  if (!best) return false;
  if (best.share >= inFull && best.units.size === best.wording.length) return true;
  if (best.units.size < 3 || best.order < 0.5) return false;
  if (best.units.size >= fewestUnits && best.share >= shareFrom(best.wording.length)) return true;
  return (
    best.share + 0.5 * (second?.share ?? 0) + 0.3 * (third?.share ?? 0) >=
    closenessFrom + (span.lastClause - span.firstClause) * 0.15
  );
}

/** The heaviest word of a wording has to be there, and so has a verdict such as "safe" unless nearly all else is. */
function holdsCore(
  wording: Traces['statement']['units'],
  found: ReadonlySet<number>,
  share: number,
): boolean {
  const heaviest = wording.reduce((top, { weight }) => Math.max(top, weight), 0);
  const core = wording.flatMap(({ key, weight }, index) =>
    key === judgingKey || weight === heaviest ? [index] : [],
  );
  const verdict = core.filter((index) => wording[index]?.key === judgingKey);
  return (
    (share >= withoutVerdict || verdict.every((index) => found.has(index))) &&
    core.some((index) => wording[index]?.key !== judgingKey && found.has(index))
  );
}

const rejection =
  /\b(?:myth|(?:is|are|was|be|s|simply|just) (?:simply |just |plain |plainly )?wrong|wrong to|(?:is|was|be|s) (?:an? )?(?:\w+ )?mistake|mistake (?:is|to)|misconception|not true|isn['’]t true|false sense|naive|(?:people|some|many|they|you) (?:\w+ )?(?:think|say|believe|assume|claim)s?|some(?:body|one) (?:\w+ )?(?:says|thinks)|used to (?:think|say|believe|be|call)|(?:people|those|somebody|someone|anybody|anyone) who (?:think|say|believe|claim)s?|the (?:idea|assumption|belief|notion) that|does nothing|means? (?:little|nothing)|does not help|doesn['’]t help|isn['’]t enough|not enough|not just)\b/i;
const contrast = /^\W*(?:but|yet|still|however|instead)\b/i;

/** The speaker brings it up to reject it: in the words around it, or with a "but" right after. */
function taken({ source, tokens, clauses, clauseOf }: AnswerText, { from, to }: Span): boolean {
  const first = clauses[Math.max(0, (clauseOf[from] ?? 0) - 1)];
  const last = clauses[Math.min(clauses.length - 1, (clauseOf[to - 1] ?? 0) + 1)];
  const before = source.slice(tokens[first?.from ?? 0]?.start, tokens[from]?.start);
  const after = source.slice(tokens[to - 1]?.end, tokens[(last?.to ?? to) - 1]?.end);
  return contrast.test(after) || rejection.test(before) || rejection.test(after);
}

function clauseQuote(answer: AnswerText, { from, to }: Span): Quote {
  const { clauses, clauseOf } = answer;
  return spanQuote(answer, {
    from: clauses[clauseOf[from] ?? 0]?.from ?? from,
    to: clauses[clauseOf[to - 1] ?? 0]?.to ?? to,
  });
}
