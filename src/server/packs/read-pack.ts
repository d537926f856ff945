import { type GuidePage, guideFrontMatter } from '#core/content/guide.ts';
import { type LexiconEntry, lexiconFile } from '#core/content/lexicon.ts';
import { type PackManifest, packManifest } from '#core/content/pack.ts';
import type { Problem } from '#core/content/problem.ts';
import { type RedFlag, redFlag } from '#core/content/red-flag.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import { parseMarkdownFile } from './markdown-file.ts';
import type { PackFiles } from './pack-files.ts';
import { readThreatRules } from './read-threat-rules.ts';
import { readYaml } from './read-yaml.ts';
import { readSourceFile } from './source-file.ts';

/** What a pack holds besides its questions. */
export type PackExtras = {
  readonly lexicon: readonly LexiconEntry[];
  readonly redFlags: readonly RedFlag[];
  readonly guide: readonly GuidePage[];
  readonly threatRules: readonly ThreatRule[];
  readonly problems: readonly Problem[];
};

/** Reads `pack.yaml`. */
export function readManifest(folder: string): {
  readonly manifest: PackManifest | undefined;
  readonly problems: readonly Problem[];
} {
  const { value, problems } = readYaml(folder, 'pack.yaml', packManifest);
  return { manifest: value, problems };
}

/** Reads lexicon, red flags, guide and threat rules; what has errors is left out and reported. */
export function readExtras(folder: string, files: PackFiles, pack: string): PackExtras {
  const problems: Problem[] = [];
  const keep = <T>(read: { value: T | undefined; problems: readonly Problem[] }): T[] => {
    problems.push(...read.problems);
    return read.value === undefined ? [] : [read.value];
  };
  const lexicon = files.lexicons
    .flatMap((file) => keep(readYaml(folder, file, lexiconFile)))
    .flatMap((parsed) => parsed.entries);
  const redFlags = files.redFlags.flatMap((file) => keep(readYaml(folder, file, redFlag)));
  const guide = files.guides.flatMap((file) => keep(readGuidePage(folder, file, pack)));
  const threat = readThreatRules(folder, files.threatRules);
  problems.push(...threat.problems);
  return { lexicon, redFlags, guide, threatRules: threat.rules, problems };
}

function readGuidePage(
  folder: string,
  file: string,
  pack: string,
): { value: GuidePage | undefined; problems: readonly Problem[] } {
  const read = readSourceFile(folder, file);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  const parsed = parseMarkdownFile(read.source, guideFrontMatter);
  if ('problem' in parsed) return { value: undefined, problems: [parsed.problem] };
  const { value, problems } = parsed.frontMatter;
  return { value: value && { ...value, pack, body: parsed.body }, problems };
}
