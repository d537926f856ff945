import type { Command } from 'commander';
import { z } from 'zod';
import { longestAnswer } from '#core/content/answer.ts';
import type { Grade } from '#core/grading/grade.ts';
import { buildGrader } from '#server/grading/build-grader.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { packFolders, promptCacheFile } from '#server/packs/pack-folders.ts';
import { showAccuracy } from './accuracy.ts';
import { eachLine, LineError } from './batch.ts';
import { gradeModelFile } from './grade-model.ts';
import { dataHome, shippedContent } from './paths.ts';
import { mustBeRead, textOf } from './read-input.ts';
import { printable } from './terminal.ts';

type Options = {
  question?: string;
  answer?: string;
  batch?: string;
  reference?: boolean;
  flags?: boolean;
  accuracy?: boolean;
  scenario?: string;
  model?: string;
  asked?: string;
  json?: boolean;
};

const answerLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  answer: z.string().max(longestAnswer),
});
const flagsLine = answerLine.omit({ question: true });
const referenceLine = answerLine.extend({ references: z.array(z.string()).min(1) });

/** Adds `hotseat grade`. */
export function addGradeCommand(program: Command): void {
  program
    .command('grade')
    .description('grade an answer to a question, many answers from a file, or a threat model')
    .option('--question <slug>', 'the question')
    .option('--answer <file>', 'the answer; - reads standard input')
    .option(
      '--batch <file>',
      'JSON Lines {id, question, answer}; one grade a line comes out, in order, or {id, error} for a bad line and status 1 at the end; - reads standard input',
    )
    .option(
      '--reference',
      'with --batch: lines {id, question, references, answer}, graded against the references',
    )
    .option('--flags', 'with --batch: lines {id, answer}; only the red flags of each come out')
    .option('--accuracy', 'say how right the readers were on answers they had not seen')
    .option('--scenario <slug>', 'the scenario that a threat model is graded by')
    .option(
      '--model <file>',
      'with --scenario: the threat model (Hotseat, Threat Dragon or Open Threat Model); - reads standard input',
    )
    .option(
      '--asked <file>',
      'with --scenario: the scoping questions that were asked, or ids of facts, one a line',
    )
    .option('--json', 'print JSON')
    .action(grade);
}

async function grade(options: Options): Promise<void> {
  if (options.accuracy) return showAccuracy(options.json === true);
  if (options.scenario !== undefined || options.model !== undefined) return gradeModel(options);
  if (options.reference && options.flags) throw new Error('Give --reference or --flags, not both.');
  if (options.batch !== undefined) return batchOf(options)(options.batch);
  if (options.reference || options.flags)
    throw new Error('--reference and --flags read a file: add --batch FILE.');
  if (options.question === undefined || options.answer === undefined) {
    throw new Error('Give --question SLUG and --answer FILE, or --batch FILE.');
  }
  const { grader, library } = await open();
  const question = library.question(options.question);
  if (!question) throw new Error(unknownQuestion(options.question));
  const answer = mustBeRead(options.answer, textOf(options.answer));
  if (answer.length > longestAnswer) throw new Error(`The answer has more than ${longestAnswer} characters.`);
  const graded = await grader.grade({ question, answer });
  console.log(options.json ? JSON.stringify(contractOf(graded), null, 2) : summary(graded));
}

function gradeModel({ scenario, model, asked, json }: Options): void {
  if (scenario === undefined || model === undefined)
    throw new Error('Give both --scenario SLUG and --model FILE.');
  gradeModelFile({ scenario, model, ...(asked !== undefined && { asked }), ...(json && { json }) });
}

function batchOf({ reference, flags }: Options): (file: string) => Promise<void> {
  if (reference) return gradeReferences;
  return flags ? gradeFlags : gradeBatch;
}

async function open() {
  const home = dataHome();
  const library = openLibrary({
    folders: packFolders(shippedContent, home),
    cacheFile: promptCacheFile(home),
  });
  return { library, grader: await buildGrader(library) };
}

const unknownQuestion = (slug: string): string => printable(`There is no question "${slug}".`);

/** The fields that other programs rely on. */
function contractOf(graded: Grade) {
  return {
    question: graded.question,
    score: graded.score,
    band: graded.band,
    points: graded.points.map(({ id, tier, met, probability, quotes }) => ({
      id,
      tier,
      met,
      probability,
      quotes,
    })),
    misconceptions: graded.misconceptions.map(({ id, quotes }) => ({ id, quotes })),
    flags: graded.flags.map(({ id, quotes }) => ({ id, quotes })),
  };
}

async function gradeBatch(file: string): Promise<void> {
  const { grader, library } = await open();
  await eachLine(file, answerLine, async (line) => {
    const question = library.question(line.question);
    if (!question) {
      throw new LineError(
        `There is no sound question "${line.question}".`,
        'Name one of an installed pack; hotseat content lint tells of errors in its file.',
      );
    }
    return { id: line.id, ...contractOf(await grader.grade({ question, answer: line.answer })) };
  });
}

async function gradeReferences(file: string): Promise<void> {
  const { grader } = await open();
  await eachLine(file, referenceLine, async ({ id, question, references, answer }) => {
    const { score } = await grader.gradeAgainstReference({ id: String(id), question, references, answer });
    return { id, score };
  });
}

async function gradeFlags(file: string): Promise<void> {
  const { grader } = await open();
  await eachLine(file, flagsLine, async ({ id, answer }) => ({ id, flags: await grader.flags(answer) }));
}

function summary(graded: Grade): string {
  const marks = { yes: '+', no: '-', unsure: '?' } as const;
  const points = graded.points.map((point) => {
    const quote = point.quotes.map(({ text }) => `"${text}"`).join(' … ');
    return `${marks[point.met]} ${point.id} (${point.tier}) ${quote}`;
  });
  const others = [
    ...graded.misconceptions.map(({ id, quotes }) => `! misconception ${id} "${quotes[0]?.text ?? ''}"`),
    ...graded.flags.map(({ id, quotes }) => `! red flag ${id} "${quotes[0]?.text ?? ''}"`),
  ];
  return printable([`${graded.band}  ${graded.score.toFixed(2)}`, ...points, ...others].join('\n'));
}
