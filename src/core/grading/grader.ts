import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import { type Findings, lexicalFindings, type Sought } from './findings.ts';
import type { FlagGrade, Grade } from './grade.ts';
import { gradeText } from './grade-text.ts';
import type { Judge } from './judge/judge.ts';
import { type Judged, judgeAnswer, judgedClaims } from './judge/judge-answer.ts';
import { keepRecent } from './keep-recent.ts';
import { type AnswerText, readAnswer } from './match/answer.ts';
import { type CompiledRubric, compileRubric } from './match/compile-rubric.ts';
import type { Rubric } from './match/rubric.ts';
import { indexWords, typoMender, type WordIndex } from './match/typos.ts';
import { type CompiledFlag, compileFlags, findFlags } from './red-flags.ts';
import { type ReferenceQuestion, rubricFromReference, scoredByShare } from './reference.ts';
import { indexLexicon, type LexiconIndex } from './text/lexicon-index.ts';
import { readText } from './text/read-text.ts';
import type { Token } from './text/tokens.ts';

export type { Rubric } from './match/rubric.ts';
export { rubricFromReference } from './reference.ts';
export { explainScore, pointWeight, scoreVerdicts } from './score.ts';

export type Grader = {
  /** Grades an answer against a rubric. The same input gives the same grade everywhere. */
  grade(task: RubricTask): Promise<Grade>;
  /** Grades an answer against model answers; with several, the one that fits best counts. */
  gradeAgainstReference(input: ReferenceQuestion & { readonly answer: string }): Promise<Grade>;
  /** The red flags that an answer to any question shows. */
  flags(answer: string): Promise<readonly FlagGrade[]>;
  /** What each reader found by itself, before both are combined: what a calibration is fitted on. */
  inspect(task: RubricTask): Promise<{ readonly lexical: Findings; readonly judged: Judged | undefined }>;
};

type RubricTask = { readonly question: Rubric; readonly answer: string };

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
  const flags = compileFlags(redFlags, lexicon);
  const prepared = new WeakMap<object, Prepared>();
  const prepare = (question: Rubric): Prepared => {
    const known = prepared.get(question);
    if (known) return known;
    const fresh = prepareRubric(question, lexicon, lexiconWords);
    prepared.set(question, fresh);
    return fresh;
  };
  const read = ({ question, answer }: RubricTask): { text: AnswerText; rubric: CompiledRubric } => {
    const { rubric, mend } = prepare(question);
    return { rubric, text: readAnswer(answer, lexicon, rubric.prompt, mend) };
  };
  // Cut once while it is graded again and again, so that its rubric stays prepared.
  const referenceRubric = keepRecent(mostReferences, (text) => rubricFromReference(JSON.parse(text)));
  const taskOf = (task: RubricTask, sought: readonly CompiledFlag[]) => {
    const { rubric, text } = read(task);
    return { question: task.question, sought: { rubric, flags: sought }, text };
  };
  return {
    grade: (task) => gradeText(taskOf(task, flags), judge),
    gradeAgainstReference: async ({ answer, references, ...rest }) => {
      const rubrics = references.map((reference) =>
        referenceRubric(JSON.stringify({ ...rest, references: [reference] })),
      );
      const grades = await Promise.all(
        // By words alone: on public sets of short answers the judge was less right than they are.
        rubrics.map(async (question) => scoredByShare(await gradeText(taskOf({ question, answer }, [])))),
      );
      const [first, ...others] = grades;
      if (!first) throw new Error('A reference question needs at least one reference.');
      return others.reduce((best, next) => (next.score > best.score ? next : best), first);
    },
    flags: async (answer) => {
      const text = readAnswer(answer, lexicon, readText('', lexicon), () => undefined);
      const sought = { rubric: emptyRubric, flags };
      const lexical = { points: [], misconceptions: [], flags: findFlags(text, flags) };
      return judge ? (await judgeAnswer(judge, { text, sought, lexical })).flags : lexical.flags;
    },
    inspect: async (task) => {
      const { rubric, text } = read(task);
      const sought = { rubric, flags };
      const lexical = lexicalFindings(text, sought);
      return { lexical, judged: judge ? await judgedClaims(judge.reader, text, sought) : undefined };
    },
  };
}

const mostReferences = 200;
const emptyRubric: Sought['rubric'] = { points: [], misconceptions: [], subject: new Set(), weigh: () => 1 };

function prepareRubric(question: Rubric, lexicon: LexiconIndex, lexiconWords: WordIndex): Prepared {
  const rubric = compileRubric(question, lexicon);
  return { rubric, mend: typoMender([indexWords(rubric.words), lexiconWords]) };
}
