import { commonWeaknesses } from './common.ts';
import { weaknesses } from './tree.ts';
import type { Weakness } from './weakness.ts';

type Entry = {
  readonly weakness: Weakness;
  readonly words: readonly string[];
  readonly aliases: readonly string[];
  /** Place among the common ones, or beyond all of them. */
  readonly rank: number;
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const ranks = new Map([...commonWeaknesses.keys()].map((id, rank) => [id, rank]));

const entries: readonly Entry[] = [...weaknesses.values()]
  .map((weakness) => ({
    weakness,
    words: wordsOf(weakness.name),
    aliases: (commonWeaknesses.get(weakness.id) ?? []).map((alias) => wordsOf(alias).join(' ')),
    rank: ranks.get(weakness.id) ?? ranks.size + weakness.id,
  }))
  .sort((a, b) => a.rank - b.rank);

/**
 * Finds weaknesses by number ("89", "CWE-89"), by words of the name in any order and from their beginnings, or by what
 * people call them ("idor"). The best match comes first; among equals, common ones. An empty query lists all of
 * them, common ones first.
 */
export function searchWeaknesses(query: string, limit = 50): readonly Weakness[] {
  const asked = wordsOf(query.replace(/\bcwe[-\s_]*(?=\d)/gi, ''));
  if (asked.length === 0) return entries.slice(0, limit).map(({ weakness }) => weakness);
  return entries
    .map((entry) => ({ entry, match: matchOf(entry, asked) }))
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.match - a.match)
    .slice(0, limit)
    .map(({ entry }) => entry.weakness);
}

/** How well an entry matches, from 0 (not at all) to 5. */
function matchOf({ weakness, words, aliases }: Entry, asked: readonly string[]): number {
  const phrase = asked.join(' ');
  const id = String(weakness.id);
  if (phrase === id) return 5;
  if (aliases.includes(phrase)) return 4;
  if (aliases.some((alias) => alias.startsWith(phrase))) return 3;
  const own = [...words, ...aliases.flatMap((alias) => alias.split(' '))];
  if (asked.every((word) => own.some((known) => known.startsWith(word)))) return 2;
  return asked.length === 1 && id.startsWith(phrase) ? 1 : 0;
}
