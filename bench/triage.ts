// How experts, people who sort by one number and people who guess score on every triage set of the core pack.
// `--json FILE` writes the figures.
import { join } from 'node:path';
import type { TriageSet } from '#core/content/triage.ts';
import type { TriageAnswer } from '#core/triage/answer.ts';
import { expertAnswer, randomAnswer, sortedAnswer } from '#core/triage/answers-of.ts';
import { gradeTriage } from '#core/triage/grade-triage.ts';
import { loadTriage } from '#server/packs/load-triage.ts';
import { cvssScore } from '#server/packs/read-triage.ts';
import { type Measured, printResults } from './results.ts';

const guesses = 2000;

/** Mulberry32: the same guesses in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const by = (set: TriageSet, figureOf: (finding: TriageSet['findings'][number]) => number): TriageAnswer => {
  const values = new Map(set.findings.map((finding) => [finding.id, figureOf(finding)]));
  return sortedAnswer(set, (id) => values.get(id) ?? 0);
};
/** The same choice by somebody who argues as well as the experts do. */
const argued = (set: TriageSet, answer: TriageAnswer): TriageAnswer => ({
  ...answer,
  reasons: Object.fromEntries(set.experts.flatMap(({ take }) => take.map(({ id, why }) => [id, why]))),
});

function scoresOn(set: TriageSet) {
  const scoreOf = (answer: TriageAnswer): number => gradeTriage(set, answer).score;
  const random = numbers(1);
  const drawn = Array.from({ length: guesses }, () => scoreOf(argued(set, randomAnswer(set, random))));
  return {
    expert: Math.min(...set.experts.map((expert) => scoreOf(expertAnswer(set, expert)))),
    cvss: scoreOf(
      argued(
        set,
        by(set, ({ cvss }) => cvssScore(cvss)),
      ),
    ),
    epss: scoreOf(
      argued(
        set,
        by(set, ({ cve }) => cve?.epss ?? 0),
      ),
    ),
    random: drawn.reduce((sum, score) => sum + score, 0) / guesses,
  };
}

const folder = join(import.meta.dirname, '../content/core');
const results = [...loadTriage([{ folder }]).values()].flatMap((set): Measured[] => {
  const { expert, cvss, epss, random } = scoresOn(set);
  const what = (name: string): string => `${set.slug}: ${name}`;
  return [
    { what: what('worst expert'), value: expert, unit: '', target: 0.9, atLeast: true },
    { what: what('by CVSS'), value: cvss, unit: '', target: 0.6 },
    { what: what('by EPSS'), value: epss, unit: '' },
    { what: what('guessing, mean'), value: random, unit: '', target: 0.3 },
  ];
});
printResults(`triage, ${guesses} guesses a set; all argue with the words of experts`, results);
