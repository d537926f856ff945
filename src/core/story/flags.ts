import { redFlagIds } from '#core/content/vocabulary.ts';
import { flagCues } from './flag-cues.ts';
import { type FlagsModel, modelFlags } from './flags-model.ts';
import { plain } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import type { FlagGrade } from './story-grade.ts';

const reported =
  /\b(?:(?:he|she|they|someone|somebody|people|colleagues?|boss|chief|manager|director|lead|vendor) (?:\w+ )?(?:said|says|say|told|tells|thought|thinks|believed|called|claimed|joked|wanted)|used to (?:think|believe|say|talk)|i (?:was|am|feel|felt) (?:wrong|ashamed|embarrassed|sorry)|i'm not proud|wasn't fair|unfair of me|i (?:regret|apologi[sz]ed)|would be easy to|instead of|rather than|turned out (?:to be )?(?:wrong|useless)|(?:isn't|wasn't|is not) (?:true|enough|fair)|my mistake|i shouldn't have|i'd rather)\b/;

const regret =
  /\b(?:i was (?:dead |just |plain |completely )?wrong|(?:that|it|which) was (?:wrong|unfair|arrogant|a mistake|my mistake|on me|lazy of me|stupid of me|naive)|my (?:own )?(?:mistake|fault|failure)|i (?:regret\w*|apologi[sz]ed|said sorry|shouldn't have|should have asked|should've asked|had it backwards|got it wrong|am ashamed|wasn't proud|wouldn't do that again)|i'm (?:not proud|ashamed)|i'd (?:got it wrong|never (?:do|say) that again))\b/;

/**
 * The red flags that a story shows: by its turns of phrase, or else the one that the model is sure of. What others
 * are quoted with, or what is taken back, is none.
 */
export function flagsIn(story: string, model: FlagsModel): FlagGrade[] {
  const all = sentencesOf(story).map((sentence) => ({ sentence, said: plain(sentence) }));
  const takenBack = all.findLastIndex(({ said }) => regret.test(said));
  const meant = all.slice(takenBack + 1).filter(({ said }) => !reported.test(said));
  const cued = redFlagIds.flatMap((id) => {
    const shown = meant.filter(({ said }) => flagCues[id].some((cue) => cue.test(said)));
    const quotes = shown.map(({ sentence: { text, start, end } }) => ({ text, start, end }));
    return quotes.length > 0 ? [{ id, quotes }] : [];
  });
  if (cued.length > 0) return cued;
  return modelFlags(
    meant.map(({ sentence }) => sentence),
    model,
  );
}
