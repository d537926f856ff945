import type { Command } from 'commander';
import type { TriageFinding, TriageSet } from '#core/content/triage.ts';
import { type AnswerReading, readAnswer } from '#core/triage/answer.ts';
import { gradeTriage } from '#core/triage/grade-triage.ts';
import { triageSarif } from '#core/triage/sarif.ts';
import { type TriageGrade, triageWeights } from '#core/triage/triage-grade.ts';
import { loadTriage } from '#server/packs/load-triage.ts';
import { packFolders } from '#server/packs/pack-folders.ts';
import { cvssScore } from '#server/packs/read-triage.ts';
import { dataHome, programVersion, shippedContent } from './paths.ts';
import { textOf, unreadable } from './read-input.ts';
import { printable } from './terminal.ts';

const badAnswer = 2;
const help = `
The answer is JSON: {"order": [ids], "chosen": [ids], "rejected": [ids], "reasons": {"id": "a sentence"}}.
Exit status: 0 graded, whatever the score; 1 there is no such set; 2 the answer cannot be read.`;

/** Adds `hotseat triage …`. */
export function addTriageCommands(program: Command): void {
  const triage = program.command('triage').description('rank findings and choose what fits into a sprint');
  triage.command('list').description('list the sets').option('--json', 'print JSON').action(list);
  triage
    .command('show <slug>')
    .description('show the company and its findings')
    .option('--json', 'print JSON')
    .action(show);
  triage.command('sarif <slug>').description('print the findings as SARIF 2.1.0').action(sarif);
  triage
    .command('grade')
    .description('compare an answer with how experts decide')
    .requiredOption('--set <slug>', 'the set')
    .requiredOption('--answer <file>', 'the answer as JSON; - reads standard input')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(grade);
}

const sets = () => loadTriage(packFolders(shippedContent, dataHome()));

function setNamed(slug: string): TriageSet {
  const known = sets();
  const set = known.get(slug);
  if (!set)
    throw new Error(`There is no sound triage set "${slug}". There are: ${[...known.keys()].join(', ')}.`);
  return set;
}

function list({ json }: { json?: boolean }): void {
  const items = [...sets().values()].map(({ slug, pack, title, difficulty, minutes, asOf, findings }) => ({
    ...{ slug, pack, title, difficulty, minutes, asOf, findings: findings.length },
  }));
  if (json) console.log(JSON.stringify(items, null, 2));
  else
    for (const { slug, title, minutes, findings } of items)
      console.log(printable(`${slug}  ${title}  ${findings} findings  ${minutes} minutes`));
}

/** What may be seen before the answer is in. */
function briefOf({ slug, title, minutes, asOf, company, capacity, findings }: TriageSet) {
  return {
    ...{ slug, title, minutes, asOf, company, capacity },
    findings: findings.map(({ id, title: name, source, tool, cwe, cvss, cve, days, ...texts }) => ({
      ...{ id, title: name, source, tool, cwe, cvss, score: cvssScore(cvss), cve: cve ?? null, days },
      ...{ sarif: texts.sarif ?? null, ticket: texts.ticket ?? null, context: texts.context },
    })),
  };
}

function show(slug: string, { json }: { json?: boolean }): void {
  const set = setNamed(slug);
  if (json) {
    console.log(JSON.stringify(briefOf(set), null, 2));
    return;
  }
  const { title, company, capacity, asOf, findings } = set;
  const head = [
    title,
    '',
    `What it does: ${company.does}`,
    `Stack: ${company.stack}`,
    `Exposure: ${company.exposure}`,
    `At stake: ${company.stakes}`,
    `This sprint holds ${capacity} findings. EPSS and KEV are of ${asOf}.`,
  ];
  console.log(printable([...head, ...findings.map(describe)].join('\n')));
}

function describe(finding: TriageFinding): string {
  const { id, title, tool, cvss, cve, days, sarif: result, ticket, context } = finding;
  const known = cve ? `${cve.id}  EPSS ${cve.epss.toFixed(2)}${cve.kev ? '  KEV' : ''}` : 'no CVE';
  return [
    '',
    `${id}: ${title}`,
    `  ${tool}  CVSS ${cvssScore(cvss).toFixed(1)}  ${known}  ${days} ${days === 1 ? 'day' : 'days'}`,
    ...(result ? [`  ${result.uri}:${result.startLine}  ${result.ruleId}`] : []),
    ...indented(result?.message ?? ticket ?? ''),
    ...indented(`Owners: ${context}`),
  ].join('\n');
}

const indented = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`);

function sarif(slug: string): void {
  const log = triageSarif(setNamed(slug), { version: programVersion(), scoreOf: cvssScore });
  console.log(JSON.stringify(log, null, 2));
}

type GradeOptions = { set: string; answer: string; json?: boolean };

function grade({ set: slug, answer: file, json }: GradeOptions): void {
  const set = setNamed(slug);
  const read = answerIn(file, set);
  if (!read.ok) {
    console.error(printable(`${read.message}\n→ ${read.mend}`));
    process.exitCode = badAnswer;
    return;
  }
  const graded = gradeTriage(set, read.answer);
  console.log(json ? JSON.stringify(graded, null, 2) : printable(summary(graded)));
}

function answerIn(file: string, set: TriageSet): AnswerReading {
  const text = textOf(file);
  if (text === undefined) return { ok: false, ...unreadable(file) };
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const message = `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      ok: false,
      message,
      mend: 'Give order, chosen, rejected and reasons; see hotseat triage grade --help.',
    };
  }
  return readAnswer(input, set);
}

function summary({ score, expert, parts, choices, late, rejections, kept, reasons }: TriageGrade): string {
  const said = new Map(reasons.map((reason) => [reason.id, reason]));
  return [
    `${score.toFixed(2)}  closest to the expert "${expert}"`,
    ...Object.entries(parts).map(
      ([name, part]) =>
        `${part.score.toFixed(2)}  ${name} (${Math.round(100 * triageWeights[name as keyof typeof parts])} %): ${part.because}`,
    ),
    '',
    ...choices.flatMap(({ id, verdict, because, words }) => [
      `${verdict === 'right' || verdict === 'swapped' ? '+' : '!'} ${id} (${verdict}): ${because}`,
      ...(words === undefined ? [] : [`    "${words}"`]),
      ...(said.get(id)?.named ?? []).map(({ aspect, quote }) => `    ${aspect}: "${quote.text}"`),
      ...(said.get(id)?.missing.length ? [`    not said: ${said.get(id)?.missing.join(', ')}`] : []),
    ]),
    ...late.map(
      ({ id, place, expertPlace, because }) =>
        `- ${id} came too late (${place === null ? 'rejected or left out' : `place ${place}`}, the expert's ${expertPlace}): ${because}`,
    ),
    ...rejections.map(
      ({ id, verdict, because }) =>
        `${verdict === 'real' ? '!' : '+'} rejected ${id} (${verdict}): ${because}`,
    ),
    ...kept.map(({ id, words, because }) => `- ${id} is a false positive: ${because} "${words}"`),
  ].join('\n');
}
