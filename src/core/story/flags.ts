import { redFlagIds } from '#core/content/vocabulary.ts';
import { flagCues } from './flag-cues.ts';
import { type FlagsModel, modelFlags } from './flags-model.ts';
import { plain } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import type { FlagGrade } from './story-grade.ts';

const reported =
  /\b(?:(?:he|she|they|someone|somebody|people|colleagues?|boss|chief|manager|director|lead|vendor) (?:\w+ )?(?:said|says|say|told|tells|thought|thinks|believed|called|claimed|joked|wanted)|used to (?:think|believe|say|talk)|i (?:was|am|feel|felt) (?:wrong|ashamed|embarrassed|sorry)|i'm not proud|wasn't fair|unfair of me|i (?:regret|apologi[sz]ed)|would be easy to|instead of|rather than|turned out (?:to be )?(?:wrong|useless)|(?:isn't|wasn't|is not) (?:true|enough|fair)|my mistake|i shouldn't have|i'd rather)\b/;

/**
 * The red flags that a story shows: by its turns of phrase, or else the one that the model is sure of. What others
 * are quoted with, or what is taken back, is none.
 */
export function flagsIn(story: string, model: FlagsModel): FlagGrade[] {
  const own = sentencesOf(story)
    .map((sentence) => ({ sentence, said: plain(sentence) }))
    .filter(({ said }) => !reported.test(said));
  const cued = redFlagIds.flatMap((id) => {
    const shown = own.filter(({ said }) => flagCues[id].some((cue) => cue.test(said)));
    const quotes = shown.map(({ sentence: { text, start, end } }) => ({ text, start, end }));
    return quotes.length > 0 ? [{ id, quotes }] : [];
  });
  return cued.length > 0 ? cued : modelFlags(story, model);
}
