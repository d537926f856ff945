import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import type { Grade } from '#core/grading/grade.ts';
import type { ReferenceQuestion } from '#core/grading/reference.ts';

/** What the thread builds its grader from. */
export type GradingSetup = {
  readonly lexicon: readonly LexiconEntry[];
  readonly redFlags: readonly RedFlag[];
};

/** One grading; the thread answers each request before it is sent the next. */
export type GradingRequest =
  | {
      readonly kind: 'rubric';
      /** A question as JSON: the same text is the same rubric, which is prepared only once. */
      readonly question: string;
      readonly answer: string;
    }
  | { readonly kind: 'reference'; readonly input: ReferenceQuestion & { readonly answer: string } };

export type GradingReply =
  | { readonly kind: 'graded'; readonly grade: Grade }
  /** The grader threw; the thread goes on. */
  | { readonly kind: 'failed'; readonly error: unknown };
