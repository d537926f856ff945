import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Lab, LabBrief } from '#core/content/lab.ts';
import { type SkippedFix, skippedFixes, type Trial, verifyLab } from '#server/labs/verify-lab.ts';
import { type NoticeProof, verifyNotices } from '#server/labs/verify-notices.ts';
import { listPack } from '#server/packs/pack-files.ts';
import { createLabSandbox } from '#server/sandbox/lab-sandbox.ts';
import type { Sandbox } from '#server/sandbox/sandbox.ts';
import { packOption } from './pack-option.ts';
import { toolchainsFolder } from './paths.ts';
import { printable } from './terminal.ts';

type Labs = { readonly labs: ReadonlyMap<string, LabBrief>; lab(slug: string): Lab | undefined };
type Options = { json?: boolean; verbose?: boolean; pack?: string };
type Proof = {
  readonly slug: string;
  readonly trials: readonly Trial[];
  readonly skippedFixes: readonly SkippedFix[];
  readonly notices: readonly NoticeProof[];
  readonly skipped?: string;
};

/** Adds `hotseat labs verify`. */
export function addVerifyCommand(labs: Command, openLabs: (pack?: string) => Labs): void {
  labs
    .command('verify [slugs...]')
    .description('prove labs by running every declared version of their apps')
    .option(...packOption)
    .option('--json', 'print JSON')
    .option('--verbose', 'show every check of every version')
    .action(async (slugs: string[], options: Options) => verify(openLabs(options.pack), slugs, options));
}

async function verify(library: Labs, wanted: readonly string[], options: Options): Promise<void> {
  const slugs = wanted.length > 0 ? wanted : slugsIn(library, options.pack);
  const sandbox = createLabSandbox({ toolchains: toolchainsFolder, keepWarm: true });
  const began = performance.now();
  const proofs = new Map<string, Proof>();
  const waiting = [...slugs];
  const proveNext = async (): Promise<void> => {
    for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
      proofs.set(
        slug,
        await proofOf(library.lab(slug), slug, { sandbox, options, say: sayer(slugs.length, options) }),
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, proveNext));
  } finally {
    await sandbox.close();
  }
  const inOrder = slugs.flatMap((slug) => proofs.get(slug) ?? []);
  report(inOrder, performance.now() - began, options);
}

/** In a pack that somebody is writing, a lab with errors is not passed over. */
const slugsIn = (library: Labs, pack: string | undefined): readonly string[] =>
  pack === undefined ? [...library.labs.keys()] : listPack(resolve(pack)).labs;

/** Labs that are proven side by side; a sandbox uses little more than one processor. */
const atOnce = Math.min(4, availableParallelism());

type Say = { line(text: string): void; end(): void };

/** One lab tells each line as it comes; of several at once each tells all of its own together. */
function sayer(labs: number, { json }: Options): Say {
  const out = json ? process.stderr : process.stdout;
  if (labs === 1) return { line: (text) => void out.write(`${printable(text)}\n`), end: () => undefined };
  const lines: string[] = [];
  return {
    line: (text) => void lines.push(`${printable(text)}\n`),
    end: () => void out.write(lines.join('')),
  };
}

async function proofOf(
  lab: Lab | undefined,
  slug: string,
  { sandbox, options, say }: { sandbox: Sandbox; options: Options; say: Say },
): Promise<Proof> {
  if (!lab) {
    const lint = options.pack === undefined ? '' : ` ${options.pack} --lab ${slug}`;
    throw new Error(`There is no lab called ${slug}, or it has errors.\n→ Run: hotseat content lint${lint}`);
  }
  const here = sandbox.available(lab.language);
  if (!here.ready)
    return { slug, trials: [], skippedFixes: [], notices: [], skipped: `${here.message} ${here.mend}` };
  say.line(`${slug} (${lab.language})`);
  const trials = await verifyLab(lab, sandbox, { onTrial: (trial) => tell(trial, options, say) });
  const skipped = skippedFixes(lab, sandbox);
  for (const { name, because } of skipped) say.line(`  skip   ${name.padEnd(36)} ${because}`);
  const notices = await verifyNotices(lab, sandbox);
  for (const notice of notices) tellNotice(notice, say);
  say.end();
  return { slug, trials, skippedFixes: skipped, notices };
}

function tellNotice({ finding, noticed, attacks, right, because }: NoticeProof, say: Say): void {
  say.line(
    `  ${right ? 'right' : 'WRONG'}  notice ${finding.padEnd(29)} ${noticed} of ${attacks} attacks noticed`,
  );
  if (!right) say.line(`         ${because}`);
}

function tell({ name, right, because, verdict }: Trial, { verbose }: Options, say: Say): void {
  const row = verdict.tests.map(({ status }) => ({ pass: '·', fail: 'x', error: '!' })[status]).join('');
  say.line(
    `  ${right ? 'right' : 'WRONG'}  ${name.padEnd(36)} ${verdict.outcome.padEnd(13)} ${row.padEnd(24)} ${verdict.durationMs} ms`,
  );
  if (!right) say.line(`         ${because}`);
  if (!right && verdict.outcome === 'build-failed') say.line(verdict.output);
  if (!verbose && right) return;
  for (const { id, status, message, request, output } of verdict.tests) {
    if (!verbose && status === 'pass') continue;
    say.line(`         ${status.padEnd(5)} ${id} ${message}`);
    if (verbose && status !== 'pass')
      say.line([request, output].join('\n---\n').replace(/^/gm, '           '));
  }
}

function report(proofs: readonly Proof[], milliseconds: number, options: Options): void {
  const trials = proofs.flatMap((proof) => proof.trials);
  const notices = proofs.flatMap((proof) => proof.notices);
  const wrong = [...trials, ...notices].filter(({ right }) => !right).length;
  const skipped = proofs.filter((proof) => proof.skipped);
  if (wrong > 0 || skipped.length > 0) process.exitCode = 1;
  if (options.json) {
    const shown = proofs.map(({ slug, skipped: why, trials: all, ...rest }) => ({
      slug,
      ...(why && { skipped: why }),
      trials: all.map(({ name, role, right, because, verdict }) => ({
        ...{ name, role, right, because, outcome: verdict.outcome, durationMs: verdict.durationMs },
        failed: verdict.tests.filter(({ status }) => status !== 'pass').map(({ id }) => id),
      })),
      ...{ skippedFixes: rest.skippedFixes, notices: rest.notices },
    }));
    console.log(
      JSON.stringify(
        {
          ...{ labs: shown, verdicts: trials.length, notices: notices.length, wrong },
          milliseconds: Math.round(milliseconds),
        },
        null,
        2,
      ),
    );
    return;
  }
  for (const { slug, skipped: why } of skipped) console.log(printable(`${slug}: not verified. ${why}`));
  const fixes = proofs.flatMap((proof) => proof.skippedFixes).length;
  const counts = [
    `${proofs.length - skipped.length} labs, ${trials.length} verdicts, ${notices.length} notices, ${wrong} wrong`,
    ...(fixes > 0 ? [`${fixes} fixes skipped`] : []),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  console.log(counts.join(', '));
}
