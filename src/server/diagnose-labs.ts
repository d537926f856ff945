import { type LabLanguage, labLanguageNames, labLanguages } from '#core/content/lab.ts';
import type { SystemItem } from './routes/schemas/system.ts';
import { findLabBrowser } from './sandbox/browser.ts';
import type { Probed } from './sandbox/probe.ts';
import { readToolchain } from './sandbox/toolchain.ts';

export type LabsDiagnosed = { readonly toolchains: string; readonly sandbox: Probed };

/** What labs need: the sandbox, a browser for the labs on a page, and a toolchain for each language. */
export function labItems({ toolchains, sandbox }: LabsDiagnosed): SystemItem[] {
  return [
    sandboxItem(sandbox),
    ...labLanguages.map((language) => languageItem(toolchains, language)),
    browserItem(),
  ];
}

function sandboxItem(probed: Probed): SystemItem {
  const name = 'Sandbox of labs';
  if (probed.ready) return { name, state: 'ready', detail: `bubblewrap ${probed.version}`, mend: null };
  return { name, state: 'missing', detail: probed.message, mend: probed.mend };
}

function languageItem(toolchains: string, language: LabLanguage): SystemItem {
  const name = `Labs in ${labLanguageNames[language]}`;
  const read = readToolchain(toolchains, language);
  if (read.state === 'ready')
    return { name, state: 'ready', detail: toolOf(language, read.toolchain.version), mend: null };
  return { name, state: read.state, detail: read.message, mend: read.mend };
}

const toolOf = (language: LabLanguage, version: string): string =>
  language === 'javascript' ? `Node.js ${version}` : `${labLanguageNames[language]} ${version}`;

function browserItem(): SystemItem {
  const name = 'Browser for labs on a page';
  const browser = findLabBrowser();
  if (browser) return { name, state: 'ready', detail: browser.program, mend: null };
  return {
    name,
    state: 'missing',
    detail: 'Chromium is not installed; labs on a page cannot be checked without it.',
    mend: 'Run: sudo apt-get install -y chromium',
  };
}
