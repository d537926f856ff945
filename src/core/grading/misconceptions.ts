import type { MisconceptionGrade, Quote } from './grade.ts';
import type { AnswerText } from './match/answer.ts';
import type { CompiledMisconception } from './match/compile-rubric.ts';
import { findPhrase, isDenied, type Phrase } from './match/phrases.ts';
import { recallIn, traceStatement } from './match/statement-recall.ts';
import { spanQuote } from './quote.ts';
import type { Span } from './text/read-text.ts';

/** From which weighted share of a statement's words a stretch says the same, by how many words the statement has. */
const shareFrom = (units: number): number => (units >= 6 ? 0.68 : 0.76);
const fewestUnits = 4;

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
  return statements.flatMap((statement) => {
    if (statement.units.length < fewestUnits) return [];
    const traces = traceStatement(answer, statement);
    if (traces.found.length < fewestUnits) return [];
    const from = shareFrom(statement.units.length);
    const window = answer.windows.find((span) => {
      if (span.lastClause - span.firstClause > 1) return false;
      const { share, order, mismatch } = recallIn(traces, span);
      return share >= from && order >= 0.5 && mismatch < 0.2 && !taken(answer, span);
    });
    return window ? [clauseQuote(answer, window)] : [];
  });
}

const rejection =
  /\b(myth|wrong|mistake|misconception|not true|isn['’]t true|false sense|that['’]s not|naive|(?:people|some|many|they|you) (?:\w+ )?(?:think|say|believe|assume|claim)s?|some(?:body|one) (?:\w+ )?(?:says|thinks)|used to|(?:people|those|somebody|someone|anybody|anyone) who (?:think|say|believe|claim)s?|the (?:idea|assumption|belief|notion) that|does nothing|does not help|doesn['’]t help|isn['’]t enough|not enough|not just)\b/i;
const contrast = /^(?:but|yet|still|however|instead)\b/i;

/** The speaker brings it up to reject it: in the clauses around, or with a "but" right after. */
function taken({ source, tokens, clauses, clauseOf }: AnswerText, { from, to }: Span): boolean {
  const text = (first: number, last: number): string =>
    source.slice(tokens[clauses[first]?.from ?? 0]?.start, tokens[(clauses[last]?.to ?? 1) - 1]?.end);
  const [first, last] = [clauseOf[from] ?? 0, clauseOf[to - 1] ?? 0];
  const end = Math.min(clauses.length - 1, last + 1);
  if (end > last && contrast.test(text(end, end))) return true;
  return rejection.test(text(Math.max(0, first - 1), end));
}

function clauseQuote(answer: AnswerText, { from, to }: Span): Quote {
  const { clauses, clauseOf } = answer;
  return spanQuote(answer, {
    from: clauses[clauseOf[from] ?? 0]?.from ?? from,
    to: clauses[clauseOf[to - 1] ?? 0]?.to ?? to,
  });
}
