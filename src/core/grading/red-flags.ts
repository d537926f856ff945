import type { RedFlag } from '#core/content/red-flag.ts';
import type { RedFlagId } from '#core/content/vocabulary.ts';
import type { FlagGrade } from './grade.ts';
import type { AnswerText } from './match/answer.ts';
import { type CompiledMisconception, opinionsOf } from './match/compile-rubric.ts';
import { compilePhrase } from './match/phrases.ts';
import { findMisconceptions } from './misconceptions.ts';
import type { LexiconIndex } from './text/lexicon-index.ts';

/** A red flag is read like a misconception that rules nothing out. */
export type CompiledFlag = CompiledMisconception & { readonly id: RedFlagId };

/** Prepares the red flags once for any number of answers. */
export const compileFlags = (redFlags: readonly RedFlag[], lexicon: LexiconIndex): CompiledFlag[] =>
  redFlags.map(({ id, claim, shows, phrases }) => ({
    id,
    claim,
    contradicts: [],
    ...opinionsOf(shows, lexicon, () => 1),
    phrases: phrases.map((text) => compilePhrase(text, lexicon, 2)),
  }));

/** The red flags that an answer shows by its words. */
export const findFlags = (answer: AnswerText, flags: readonly CompiledFlag[]): FlagGrade[] =>
  flags.flatMap((flag) => findMisconceptions(answer, [flag]).map(({ quotes }) => ({ id: flag.id, quotes })));
