import { z } from 'zod';
import { guideFrontMatter } from '#core/content/guide.ts';
import { fixFile, labFile } from '#core/content/lab.ts';
import { lexiconFile } from '#core/content/lexicon.ts';
import { packManifest } from '#core/content/pack.ts';
import { questionFrontMatter } from '#core/content/question.ts';
import { redFlag } from '#core/content/red-flag.ts';
import { scenarioFile } from '#core/content/scenario.ts';
import { threatRuleFile } from '#core/content/threat-rule.ts';
import { triageFile } from '#core/content/triage.ts';

const kinds = {
  pack: packManifest,
  question: questionFrontMatter,
  lexicon: lexiconFile,
  'red-flag': redFlag,
  guide: guideFrontMatter,
  lab: labFile,
  fix: fixFile,
  'threat-rules': threatRuleFile,
  scenario: scenarioFile,
  triage: triageFile,
} as const;

/** The JSON Schemas for editors, by file name, made from the schemas that check the content at run time. */
export function contentSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).map(([kind, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
      return [`${kind}.schema.json`, `${JSON.stringify({ title: `Hotseat ${kind}`, ...json }, null, 2)}\n`];
    }),
  );
}
