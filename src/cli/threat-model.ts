import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { type Analysis, analyze } from '#core/threat-model/analyze.ts';
import { exportModel } from '#core/threat-model/export-model.ts';
import { importModel, type ModelFormat } from '#core/threat-model/import-model.ts';
import type { Loss, ModelProblem } from '#core/threat-model/model-problem.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { packFolders } from '#server/packs/pack-folders.ts';
import { exportedFile } from '#server/threat-models/exported-file.ts';
import { dataHome, shippedContent } from './paths.ts';
import { textOf, unreadable } from './read-input.ts';
import { printable } from './terminal.ts';

const badModel = 2;
const formats = { md: 'markdown', pdf: 'pdf', svg: 'svg' } as const;
const help = `
FILE is a threat model of Hotseat, of OWASP Threat Dragon (1 or 2) or of the Open Threat Model (JSON or YAML); - reads
standard input. What a format cannot hold is listed on standard error. Exit status: 0 done; 2 the file cannot be read
or is no sound model.`;

type ConvertOptions = { to: ModelFormat; out?: string; json?: boolean };
type ReportOptions = { format: keyof typeof formats; output?: string };
type Input = Extract<ReturnType<typeof importModel>, { ok: true }>;

/** Adds `hotseat threat-model analyze|convert|report`. */
export function addThreatModelCommands(program: Command): void {
  const threatModel = program
    .command('threat-model')
    .description('analyze, convert and report threat models');
  threatModel
    .command('analyze <file>')
    .description('list the threats that the rules find, why, and which facts are missing')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(runAnalyze);
  threatModel
    .command('convert <file>')
    .description('write a threat model in another format')
    .addOption(
      new Option('--to <format>', 'the format')
        .choices(['hotseat', 'threat-dragon', 'otm'])
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'where to write it; without it, standard output')
    .option('--json', 'print JSON: the format it was in, what was lost, and the model unless --out is given')
    .addHelpText('after', help)
    .action(runConvert);
  threatModel
    .command('report <file>')
    .description('tell the model and what the rules find, or draw it')
    .addOption(
      new Option('--format <format>', 'md: Markdown; pdf; svg: the diagram alone')
        .choices(['md', 'pdf', 'svg'])
        .default('md'),
    )
    .option('--output <file>', 'where to write it; without it, Markdown and SVG go to standard output')
    .addHelpText('after', help)
    .action(runReport);
}

function runAnalyze(file: string, { json }: { json?: boolean }): void {
  const input = modelIn(file, json);
  if (!input) return;
  const analysis = analyze(input.model, rules());
  if (json) console.log(JSON.stringify({ ...contractOf(analysis), losses: input.losses }, null, 2));
  else {
    tellLosses(input.losses);
    console.log(summary(analysis));
  }
}

function runConvert(file: string, { to, out, json }: ConvertOptions): void {
  const input = modelIn(file, json);
  if (!input) return;
  const { text, losses } = exportModel(input.model, to);
  const all = [...input.losses, ...losses];
  if (out !== undefined) writeFileSync(out, text);
  tellLosses(all);
  if (json) {
    const model = out === undefined ? { model: JSON.parse(text) } : { out };
    console.log(JSON.stringify({ from: input.format, to, losses: all, ...model }, null, 2));
  } else if (out === undefined) process.stdout.write(text);
}

async function runReport(file: string, { format, output }: ReportOptions): Promise<void> {
  if (format === 'pdf' && output === undefined)
    throw new Error('A PDF is no text for a terminal. Say where to write it: --output report.pdf');
  const input = modelIn(file);
  if (!input) return;
  tellLosses(input.losses);
  const { content } = await exportedFile(input.model, formats[format], rules());
  if (output === undefined) process.stdout.write(content);
  else writeFileSync(output, content);
}

const rules = () => openLibrary({ folders: packFolders(shippedContent, dataHome()) }).threatRules;

/** Reads a model, or says on standard error what is wrong and sets the exit status. */
export function modelIn(file: string, json?: boolean): Input | undefined {
  const text = textOf(file);
  if (text === undefined) return refuse([{ path: '', ...unreadable(file) }], json);
  const read = importModel(text);
  return read.ok ? read : refuse(read.problems, json);
}

function refuse(problems: readonly ModelProblem[], json: boolean | undefined): undefined {
  process.exitCode = badModel;
  if (json) console.log(JSON.stringify({ problems }, null, 2));
  for (const { path, message, mend } of problems)
    console.error(printable(`${path === '' ? '' : `${path}: `}${message} ${mend}`));
  return undefined;
}

export function tellLosses(losses: readonly Loss[]): void {
  for (const { where, what } of losses) console.error(printable(`not carried: ${where}: ${what}`));
}

/** The fields that other programs rely on. */
function contractOf({ threats, questions }: Analysis) {
  return {
    threats: threats.map(({ rule, element, label, because }) => ({
      rule: rule.id,
      element,
      label,
      stride: rule.stride,
      title: rule.title,
      because,
      explanation: rule.explanation,
      cwe: rule.cwe.map((id) => `CWE-${id}`),
      capec: rule.capec.map((id) => `CAPEC-${id}`),
      mitigations: rule.mitigations,
      falsePositive: rule.falsePositive,
    })),
    questions,
  };
}

function summary({ threats, questions }: Analysis): string {
  const lines = [
    ...threats.flatMap(({ rule, label, because }) => [
      `! ${label}: ${rule.title} (${rule.stride}, ${rule.id})`,
      ...because.map((fact) => `    ${fact}`),
    ]),
    ...questions.map(({ question, rules: open }) => `? ${question} (decides on ${open.length})`),
    `${threats.length} threats, ${questions.length} questions.`,
  ];
  return printable(lines.join('\n'));
}
