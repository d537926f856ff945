import type { Command } from 'commander';
import { createGrader } from '#core/grading/grader.ts';
import type { ReviewFinding } from '#core/review/finding.ts';
import { gradeReview } from '#core/review/grade-review.ts';
import { readFindings } from '#core/review/read-findings.ts';
import type { ReviewGrade } from '#core/review/review-grade.ts';
import { toSarif } from '#core/review/sarif.ts';
import { explanationScorer } from '#server/labs/score-explanation.ts';
import { labIn, openLabs } from './labs.ts';
import { packOption } from './pack-option.ts';
import { programVersion } from './paths.ts';
import { textOf, unreadable } from './read-input.ts';
import { printable } from './terminal.ts';

type Options = { lab: string; findings: string; pack?: string; json?: boolean };

const badFindings = 2;
const help = `
Exit status: 0 graded, whatever the score; 1 there is no such lab or pack, or it has errors; 2 the findings cannot be read.
docs/review-findings.md describes the file.`;

/** Adds `hotseat review grade|sarif`. */
export function addReviewCommands(program: Command): void {
  const review = program.command('review').description('grade what a reviewer or a scanner reports on a lab');
  const withInput = (command: Command): Command =>
    command
      .requiredOption('--lab <slug>', 'the lab')
      .requiredOption('--findings <file>', 'findings as JSON or SARIF 2.1.0; - reads standard input')
      .option(...packOption);
  withInput(review.command('grade'))
    .description('compare findings with what is there')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(grade);
  withInput(review.command('sarif'))
    .description('print findings as SARIF 2.1.0')
    .addHelpText('after', help)
    .action(sarif);
}

async function grade(options: Options): Promise<void> {
  const input = readInput(options);
  if (!input) return;
  const { library, lab, findings } = input;
  const grader = createGrader(languageOf(library, options.pack));
  const graded = await gradeReview({
    truth: lab,
    findings,
    scoreExplanation: explanationScorer(grader, lab),
  });
  if (options.json) console.log(JSON.stringify(contractOf(lab.slug, graded, findings), null, 2));
  else console.log(summary(graded, findings));
}

/** The words of a pack that is not added come on top of those that are there. */
function languageOf({ lexicon, redFlags }: ReturnType<typeof openLabs>, pack: string | undefined) {
  if (pack === undefined) return { lexicon, redFlags };
  const added = openLabs();
  return {
    lexicon: [...added.lexicon, ...lexicon],
    redFlags: redFlags.length > 0 ? redFlags : added.redFlags,
  };
}

function sarif(options: Options): void {
  const input = readInput(options);
  if (input) console.log(JSON.stringify(toSarif(input.findings, programVersion()), null, 2));
}

function readInput(options: Options) {
  const library = openLabs(options.pack);
  const lab = labIn(library, options.lab, options.pack);
  const text = textOf(options.findings);
  if (text === undefined) return refuse(unreadable(options.findings));
  const reading = readFindings(
    text,
    lab.app.map(({ path }) => path),
  );
  if (!reading.ok) return refuse(reading);
  for (const note of reading.notes) console.error(printable(note));
  return { library, lab, findings: reading.findings };
}

function refuse({ message, mend }: ReturnType<typeof unreadable>): undefined {
  console.error(printable(`${message}\n→ ${mend}`));
  process.exitCode = badFindings;
  return undefined;
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** The fields that other programs rely on. */
function contractOf(lab: string, graded: ReviewGrade, findings: readonly ReviewFinding[]) {
  const placed = <T extends { readonly reported: number }>(item: T) => {
    const { file, startLine, endLine = startLine } = findings[item.reported] ?? { file: '', startLine: 0 };
    return { ...item, file, startLine, endLine };
  };
  return {
    lab,
    score: rounded(graded.score),
    precision: rounded(graded.precision),
    recall: rounded(graded.recall),
    findings: graded.findings.map((finding) => ({
      ...finding,
      place: rounded(finding.place),
      cwe: rounded(finding.cwe),
      severity: rounded(finding.severity),
      explanation: finding.explanation === null ? null : rounded(finding.explanation),
    })),
    falseAlarms: graded.falseAlarms.map(placed),
    nearMisses: graded.nearMisses.map(placed),
  };
}

function summary(graded: ReviewGrade, findings: readonly ReviewFinding[]): string {
  const marks = { found: '+', partial: '~', missed: '-' } as const;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const at = (reported: number): string => {
    const finding = findings[reported];
    return finding ? `${finding.file}:${finding.startLine}` : '';
  };
  return printable(
    [
      `score ${graded.score.toFixed(2)}  precision ${percent(graded.precision)}  recall ${percent(graded.recall)}`,
      ...graded.findings.map(
        ({ outcome, id, because }) => `${marks[outcome]} ${id} (${outcome}): ${because}`,
      ),
      ...graded.falseAlarms.map(({ reported, because }) => `! false alarm at ${at(reported)}: ${because}`),
      ...graded.nearMisses.map(({ reported, because }) => `? near miss at ${at(reported)}: ${because}`),
    ].join('\n'),
  );
}
