import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import { because } from './explain.ts';
import type { FlagGrade, Grade, MisconceptionGrade } from './grade.ts';
import type { Judge } from './judge/judge.ts';
import { judgeAnswer } from './judge/judge-answer.ts';
import { gradeOf, readPoint, vetoed } from './judge-point.ts';
import { type AnswerText, readAnswer } from './match/answer.ts';
import { type CompiledRubric, compileRubric } from './match/compile-rubric.ts';
import type { Rubric } from './match/rubric.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';
import { topicOf } from './match/topic.ts';
import { indexWords, typoMender, type WordIndex } from './match/typos.ts';
import { findMisconceptions } from './misconceptions.ts';
import { flagFinder } from './red-flags.ts';
import { keepRecent, type ReferenceQuestion, rubricFromReference, scoredByShare } from './reference.ts';
import { scoreVerdicts } from './score.ts';
import { indexLexicon, type LexiconIndex } from './text/lexicon-index.ts';
import { readText } from './text/read-text.ts';
import type { Token } from './text/tokens.ts';

export type { Rubric } from './match/rubric.ts';
export { rubricFromReference } from './reference.ts';
export { explainScore, pointWeight, scoreVerdicts } from './score.ts';

export type Grader = {
  /** Grades an answer against a rubric. The same input gives the same grade everywhere. */
  grade(input: { readonly question: Rubric; readonly answer: string }): Promise<Grade>;
  /** Grades an answer against model answers; with several, the one that fits best counts. */
  gradeAgainstReference(input: ReferenceQuestion & { readonly answer: string }): Promise<Grade>;
  /** The red flags that an answer to any question shows. */
  flags(answer: string): Promise<readonly FlagGrade[]>;
};

export type GraderParts = {
  readonly lexicon: readonly LexiconEntry[];
  readonly redFlags: readonly RedFlag[];
  /** Reads each claim in the answer; without it the lexical reader stands alone. */
  readonly judge?: Judge;
};

type Prepared = { readonly rubric: CompiledRubric; readonly mend: (token: Token) => string | undefined };

/** Builds a grader. Rubrics are prepared once and kept as long as their objects live. */
export function createGrader({ lexicon: entries, redFlags, judge }: GraderParts): Grader {
  const lexicon = indexLexicon(entries);
  const lexiconWords = indexWords(lexicon.words);
  const findFlags = flagFinder(redFlags, lexicon);
  const prepared = new WeakMap<object, Prepared>();
  const prepare = (question: Rubric): Prepared => {
    const known = prepared.get(question);
    if (known) return known;
    const fresh = prepareRubric(question, lexicon, lexiconWords);
    prepared.set(question, fresh);
    return fresh;
  };
  const referenceRubric = keepRecent(rubricFromReference);
  const grade: Grader['grade'] = async ({ question, answer }) => {
    const { rubric, mend } = prepare(question);
    const text = readAnswer(answer, lexicon, rubric.prompt, mend);
    return gradeText({ question, rubric, text, flags: findFlags(text) }, judge);
  };
  return {
    grade,
    gradeAgainstReference: async ({ answer, references, ...rest }) => {
      const rubrics = references.map((reference) => referenceRubric({ ...rest, references: [reference] }));
      const grades = await Promise.all(
        rubrics.map(async (question) => scoredByShare(await grade({ question, answer }))),
      );
      const [first, ...others] = grades;
      if (!first) throw new Error('A reference question needs at least one reference.');
      return others.reduce((best, next) => (next.score > best.score ? next : best), first);
    },
    flags: async (answer) => findFlags(readAnswer(answer, lexicon, readText('', lexicon), () => undefined)),
  };
}

function prepareRubric(question: Rubric, lexicon: LexiconIndex, lexiconWords: WordIndex): Prepared {
  const rubric = compileRubric(question, lexicon);
  return { rubric, mend: typoMender([indexWords(rubric.words), lexiconWords]) };
}

type Task = {
  readonly question: Rubric;
  readonly rubric: CompiledRubric;
  readonly text: AnswerText;
  readonly flags: readonly FlagGrade[];
};

async function gradeText({ question, rubric, text, flags }: Task, judge: Judge | undefined): Promise<Grade> {
  const setting = { weigh: rubric.weigh, topic: topicOf(text, rubric) };
  const lexical = rubric.points.map((point) => readPoint(text, point, setting));
  const found = isFluent(text) ? findMisconceptions(text, rubric.misconceptions) : [];
  const { readings, misconceptions } = judge
    ? await judgeAnswer(judge, { question, text, lexical, found })
    : { readings: lexical, misconceptions: found };
  const points = readings.map((reading) => {
    const ruledOut = rulingOut(rubric, misconceptions, reading.point.point.id);
    return ruledOut ? vetoed(reading, ruledOut) : gradeOf(reading, because(reading));
  });
  const { score, band } = scoreVerdicts(question, { points, misconceptions });
  const reader = judge ? 'judge' : 'lexical';
  return { question: question.slug, score, band, points, misconceptions, flags, reader };
}

const isFluent = ({ tokens, fluency }: AnswerText): boolean =>
  sentenceLikeness(tokens, fluency, { from: 0, to: tokens.length }, 'sentences') >= 0.5;

/** The shown misconception after which nobody can have made the point. */
function rulingOut(
  rubric: CompiledRubric,
  shown: readonly MisconceptionGrade[],
  point: string,
): MisconceptionGrade | undefined {
  const ids = rubric.misconceptions
    .filter(({ contradicts }) => contradicts.includes(point))
    .map(({ id }) => id);
  return shown.find(({ id }) => ids.includes(id));
}
