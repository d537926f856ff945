import type { Extension } from '@codemirror/state';

type Load = () => Promise<Extension>;

const javascript: Load = async () => (await import('@codemirror/lang-javascript')).javascript();
const typescript: Load = async () =>
  (await import('@codemirror/lang-javascript')).javascript({ typescript: true });
const html: Load = async () => (await import('@codemirror/lang-html')).html();
const yaml: Load = async () => (await import('@codemirror/lang-yaml')).yaml();

const byEnding: Readonly<Record<string, Load>> = {
  py: async () => (await import('@codemirror/lang-python')).python(),
  java: async () => (await import('@codemirror/lang-java')).java(),
  go: async () => (await import('@codemirror/lang-go')).go(),
  js: javascript,
  mjs: javascript,
  cjs: javascript,
  ts: typescript,
  html,
  htm: html,
  tmpl: html,
  gohtml: html,
  css: async () => (await import('@codemirror/lang-css')).css(),
  json: async () => (await import('@codemirror/lang-json')).json(),
  yaml,
  yml: yaml,
  xml: async () => (await import('@codemirror/lang-xml')).xml(),
  sql: async () => (await import('@codemirror/lang-sql')).sql(),
};

/** The grammar for a file by its ending; plain text where there is none, or where it cannot be fetched. */
export async function languageOf(path: string): Promise<Extension> {
  const ending = path.split('.').at(-1)?.toLowerCase() ?? '';
  return (await byEnding[ending]?.().catch(() => [])) ?? [];
}
