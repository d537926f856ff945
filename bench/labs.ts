// From Run to verdict: warm, cold and without confinement, for the reference fix of every lab; then verdicts per minute.
import { join } from 'node:path';
import { type LabLanguage, labLanguages } from '#core/content/lab.ts';
import { appAfter, hasPages, submissionOf } from '#server/labs/submission-of.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { createLabSandbox } from '#server/sandbox/lab-sandbox.ts';
import type { Sandbox, Submission } from '#server/sandbox/sandbox.ts';
import { type Measured, percentile, printResults } from './results.ts';
import { createUnconfinedSandbox } from './unconfined-sandbox.ts';

const root = join(import.meta.dirname, '..');
const toolchains = join(root, '.hotseat/toolchains');
const library = openLibrary({ folders: [{ folder: join(root, 'content/core'), removable: false }] });

const rounds = Number(process.env.ROUNDS ?? 4);
/** Time for the next warm sandbox to stand ready before the next run is pressed. */
const breath: { readonly [Language in LabLanguage]: number } = {
  python: 700,
  javascript: 700,
  go: 1200,
  java: 5000,
};
/** A browser takes longer to stand ready than the languages of page labs do. */
const breathWithBrowser = 3000;
const target: { readonly [Language in LabLanguage]: number } = {
  python: 700,
  javascript: 700,
  go: 1500,
  java: 2500,
};

type Entry = { readonly slug: string; readonly submission: Submission; readonly page: boolean };

/** Every lab of a language with its reference fix. */
function entriesIn(language: LabLanguage): Entry[] {
  return [...library.labs.keys()].flatMap((slug) => {
    const lab = library.lab(slug);
    const reference = lab?.fixes.find(({ role }) => role === 'reference');
    if (!lab || lab.language !== language || !reference) return [];
    return [{ slug, submission: submissionOf(lab, appAfter(lab, reference)), page: hasPages(lab) }];
  });
}

/** Milliseconds of every run; each lab as often as the others. */
async function times(sandbox: Sandbox, entries: readonly Entry[], pause: number): Promise<number[]> {
  const all: number[] = [];
  const first = entries[0];
  // Whatever the first run finds, it finds nothing warm.
  if (first) await sandbox.run(first.submission);
  for (let round = 0; round < rounds; round += 1) {
    for (const { slug, submission } of entries) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const began = performance.now();
      const { outcome, message } = await sandbox.run(submission);
      if (outcome !== 'pass')
        throw new Error(`${slug}: the reference fix does not pass: ${outcome} ${message}`);
      all.push(performance.now() - began);
    }
  }
  await sandbox.close();
  return all;
}

/** Those that also pass where nothing is confined; some checks need addresses that only the sandbox has. */
async function passing(sandbox: Sandbox, entries: readonly Entry[]): Promise<Entry[]> {
  const kept: Entry[] = [];
  for (const entry of entries) {
    if ((await sandbox.run(entry.submission)).outcome === 'pass') kept.push(entry);
  }
  await sandbox.close();
  return kept;
}

async function measure(name: string, language: LabLanguage, entries: readonly Entry[]): Promise<Measured[]> {
  const [first] = entries;
  if (!first) return [];
  const pause = first.page ? breathWithBrowser : breath[language];
  const confined = (keepWarm: boolean) => createLabSandbox({ toolchains, keepWarm });
  const warm = await times(confined(true), entries, pause);
  const unconfined = await passing(createUnconfinedSandbox({ toolchains, keepWarm: false }), entries);
  const plain = await times(createUnconfinedSandbox({ toolchains, keepWarm: true }), unconfined, pause);
  const same = await times(confined(true), unconfined, pause);
  const cold = await times(confined(false), entries, 0);
  const row = (what: string, samples: readonly number[], share: number, limit?: number): Measured => ({
    what: `${name}: ${what}, p${share}`,
    value: percentile(samples, share),
    unit: 'ms',
    ...(limit !== undefined && { target: limit }),
  });
  const cost = (percentile(same, 50) / percentile(plain, 50) - 1) * 100;
  return [
    row('warm', warm, 50, target[language]),
    row('warm', warm, 95, target[language]),
    row(`${unconfined.length} of them without confinement`, plain, 50),
    row(`${unconfined.length} of them without confinement`, plain, 95),
    row('cold', cold, 50),
    { what: `${name}: what the sandbox adds at p50`, value: cost, unit: '%', target: 15 },
  ];
}

async function measureLanguage(language: LabLanguage): Promise<Measured[]> {
  const entries = entriesIn(language);
  const plain = entries.filter(({ page }) => !page);
  const pages = entries.filter(({ page }) => page);
  return [
    ...(await measure(`${language}, ${plain.length} labs`, language, plain)),
    ...(await measure(`${language}, ${pages.length} page labs`, language, pages)),
  ];
}

/** How many verdicts all users together get in a minute, each pressing Run again as soon as a verdict is there. */
async function throughput(users: number): Promise<Measured[]> {
  const [found] = entriesIn('python');
  if (!found) return [];
  const sandbox = createLabSandbox({ toolchains, keepWarm: true });
  const seconds = 20;
  const until = performance.now() + seconds * 1000;
  let verdicts = 0;
  const user = async (): Promise<void> => {
    while (performance.now() < until) {
      await sandbox.run(found.submission);
      verdicts += 1;
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  await sandbox.close();
  return [
    {
      what: `verdicts per minute, ${users} at once (${found.slug})`,
      value: (verdicts / seconds) * 60,
      unit: '',
    },
  ];
}

const results: Measured[] = [];
for (const language of labLanguages) results.push(...(await measureLanguage(language)));
for (const users of [1, 4, 16]) results.push(...(await throughput(users)));
printResults('Labs: from Run to verdict', results);
