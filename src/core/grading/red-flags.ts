import type { RedFlag } from '#core/content/red-flag.ts';
import type { FlagGrade } from './grade.ts';
import type { AnswerText } from './match/answer.ts';
import { opinionOf } from './match/compile-rubric.ts';
import { compilePhrase } from './match/phrases.ts';
import { findMisconceptions } from './misconceptions.ts';
import type { LexiconIndex } from './text/lexicon-index.ts';
import { readText } from './text/read-text.ts';

/** Prepares the red flags; the result returns those that an answer shows. */
export function flagFinder(
  redFlags: readonly RedFlag[],
  lexicon: LexiconIndex,
): (answer: AnswerText) => FlagGrade[] {
  const compiled = redFlags.map((flag) => ({
    flag,
    rubric: {
      id: flag.id,
      contradicts: [],
      statements: flag.shows.map((text) => opinionOf(readText(text, lexicon), () => 1)),
      phrases: flag.phrases.map((text) => compilePhrase(text, lexicon, 2)),
    },
  }));
  return (answer) =>
    compiled.flatMap(({ flag, rubric }) =>
      findMisconceptions(answer, [rubric]).map(({ quotes }) => ({ id: flag.id, quotes })),
    );
}
