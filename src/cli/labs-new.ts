import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type LabLanguage, labLanguages } from '#core/content/lab.ts';
import { writeNewLab } from '#server/labs/new-lab.ts';
import { writeFix } from '#server/labs/write-fix.ts';
import { packFolders } from '#server/packs/pack-folders.ts';
import { packOption } from './pack-option.ts';
import { dataHome, shippedContent } from './paths.ts';
import { printable } from './terminal.ts';

/** Adds `hotseat labs new|fix`, for authors. */
export function addAuthorCommands(labs: Command): void {
  labs
    .command('new <slug>')
    .description('write a small lab that works into a pack, to be changed step by step')
    .addOption(
      new Option('--language <language>', 'of the app').choices([...labLanguages]).makeOptionMandatory(),
    )
    .option('--pack <folder>', 'the pack; a new or empty folder becomes one', '.')
    .action(create);
  labs
    .command('fix <slug> <name>')
    .description('write what a work folder changed as a fix: reference, accept-… or reject-…')
    .requiredOption('--from <folder>', 'the work folder, made with labs open')
    .option(...packOption)
    .action(fix);
}

function create(slug: string, { language, pack }: { language: LabLanguage; pack: string }): void {
  const problem = writeNewLab({ slug, language, pack });
  if (problem) throw new Error(`${problem.message}\n→ ${problem.mend}`);
  console.log(
    printable(
      `The lab is in ${join(pack, 'labs', slug)}; it works as it is. Begin with lab.yaml.\n` +
        `Check its files:  hotseat content lint ${pack} --lab ${slug}\n` +
        `Prove it:         hotseat labs verify --pack ${pack} ${slug}`,
    ),
  );
}

function fix(slug: string, name: string, { from, pack }: { from: string; pack?: string }): void {
  const folder = pack === undefined ? packWith(slug) : resolve(pack);
  const written = writeFix({ pack: folder, slug, name, from });
  if ('message' in written) throw new Error(`${written.message}\n→ ${written.mend}`);
  const place = join(pack ?? folder, 'labs', slug, 'fixes', name);
  console.log(printable(`Wrote ${join(place, 'change.patch')}, which changes ${written.files.join(', ')}.`));
  if (written.blank) console.log(printable(`Fill in ${join(place, 'fix.yaml')}.`));
}

function packWith(slug: string): string {
  const packs = packFolders(shippedContent, dataHome()).map(({ folder }) => folder);
  const found = packs.find((folder) => existsSync(join(folder, 'labs', slug)));
  if (found === undefined) {
    throw new Error(`No added pack has a lab called ${slug}.\n→ Name the folder of its pack with --pack.`);
  }
  return found;
}
