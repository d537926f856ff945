import type { MisconceptionGrade, Quote } from './grade.ts';
import type { AnswerText } from './match/answer.ts';
import type { CompiledMisconception } from './match/compile-rubric.ts';
import { findPhrase } from './match/phrases.ts';
import { recallIn, traceStatement } from './match/statement-recall.ts';
import type { Span } from './text/read-text.ts';

const slack = 3;
const recallFrom = 0.8;

/** Returns the misconceptions that the answer shows, with the words that show them. */
export function findMisconceptions(
  answer: AnswerText,
  rubric: readonly CompiledMisconception[],
): MisconceptionGrade[] {
  return rubric.flatMap((misconception) => {
    const quotes = [...byPhrase(answer, misconception), ...byRecall(answer, misconception)];
    const [first] = quotes;
    return first ? [{ id: misconception.id, probability: 0.9, quotes: [first] }] : [];
  });
}

function byPhrase(answer: AnswerText, { phrases }: CompiledMisconception): Quote[] {
  return phrases.flatMap((phrase) =>
    findPhrase(answer, phrase, slack)
      .filter((span) => phrase.denies || !mostlyDenied(answer, span))
      .filter((span) => !taken(answer, span))
      .map((span) => clauseQuote(answer, span)),
  );
}

function byRecall(answer: AnswerText, { statements }: CompiledMisconception): Quote[] {
  return statements.flatMap((statement) => {
    if (statement.units.length < 3) return [];
    const traces = traceStatement(answer, statement);
    const window = answer.windows.find((span) => {
      if (span.lastClause - span.firstClause > 1) return false;
      const { share, mismatch } = recallIn(traces, span);
      return share >= recallFrom && mismatch < 0.2 && !taken(answer, span);
    });
    return window ? [clauseQuote(answer, window)] : [];
  });
}

const mostlyDenied = ({ denied }: AnswerText, { from, to }: Span): boolean => {
  let count = 0;
  for (let at = from; at < to; at += 1) if (denied[at]) count += 1;
  return count * 2 > to - from;
};

const taking =
  /\b(myth|wrong|mistake|misconception|not true|isn't true|false sense|that's not|naive|people (think|say|believe)|some (say|think)|but that|used to)\b/i;

/** The speaker brings it up to reject it. */
function taken({ source, tokens, clauses, clauseOf }: AnswerText, { from, to }: Span): boolean {
  const first = clauses[Math.max(0, (clauseOf[from] ?? 0) - 1)];
  const last = clauses[Math.min(clauses.length - 1, (clauseOf[to - 1] ?? 0) + 1)];
  return taking.test(source.slice(tokens[first?.from ?? 0]?.start, tokens[(last?.to ?? 1) - 1]?.end));
}

function clauseQuote({ source, tokens, clauses, clauseOf }: AnswerText, { from, to }: Span): Quote {
  const start = tokens[clauses[clauseOf[from] ?? 0]?.from ?? from]?.start ?? 0;
  const end = tokens[(clauses[clauseOf[to - 1] ?? 0]?.to ?? to) - 1]?.end ?? start;
  return { text: source.slice(start, end), start, end };
}
