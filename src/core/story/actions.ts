import { firstPerson, firstPlural } from './cues.ts';
import { plain, type ReadSentence } from './reading.ts';
import type { Ownership } from './story-grade.ts';

export type Actor = 'i' | 'we' | 'others';

const vague =
  /\b(?:stuff|things?|some(?:how|thing)|whatever|various|and so on|etc|kinds? of|a lot of|worked on|work on|dealt with|handled|helped (?:out|with)|was involved|took care|looked into it|best practices?|all hands|did what|as needed|the usual|solutions?|aligned?|synerg\w+|stakeholders)\b/;
const fewestWords = 7;

/** Who acts in a sentence: whoever of "I" and "we" stands first, others where neither stands. */
export function actorOf(sentence: ReadSentence): Actor {
  for (const { word } of sentence.words) {
    if (firstPerson.has(word)) return 'i';
    if (firstPlural.has(word)) return 'we';
  }
  return /^[A-Z]?[a-z]+ed\b/.test(sentence.text) ? 'i' : 'others';
}

/** Whether an action is told so that one could see it done. */
export const isConcrete = (sentence: ReadSentence): boolean =>
  sentence.words.length >= fewestWords && !vague.test(plain(sentence));

/** Whether a sentence passes over what happened with words like "stuff" and "handled". */
export const isVague = (sentence: ReadSentence): boolean => vague.test(plain(sentence));

export type Actors = { readonly i: number; readonly we: number; readonly others: number };

export function countActors(actions: readonly ReadSentence[]): Actors {
  const count = (actor: Actor): number => actions.filter((action) => actorOf(action) === actor).length;
  return { i: count('i'), we: count('we'), others: count('others') };
}

/** Share of "I" among actions with a named actor; others count half, since "she agreed" answers an "I asked". */
export const ownShare = ({ i, we, others }: Actors): number => (i === 0 ? 0 : i / (i + we + others / 2));

const mostly = 0.65;
const hardly = 0.25;

export function ownershipOf(actors: Actors): Ownership {
  if (actors.i + actors.we + actors.others === 0) return 'nobody';
  const share = ownShare(actors);
  if (share >= mostly) return 'i';
  return share <= hardly ? 'we' : 'mixed';
}
