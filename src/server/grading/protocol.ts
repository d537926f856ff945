import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { Grade } from '#core/grading/grade.ts';
import type { ReferenceQuestion } from '#core/grading/reference.ts';
import type { GradedModel } from '#core/threat-model/grading/grade-model.ts';
import type { ModelGrade } from '#core/threat-model/grading/model-grade.ts';

/** What the thread builds its grader from. */
export type GradingSetup = {
  readonly lexicon: readonly LexiconEntry[];
  readonly redFlags: readonly RedFlag[];
  readonly threatRules: readonly ThreatRule[];
};

/** One grading; the thread answers each request before it is sent the next. */
export type GradingRequest =
  | {
      readonly kind: 'rubric';
      /** A question as JSON: the same text is the same rubric, which is prepared only once. */
      readonly question: string;
      readonly answer: string;
    }
  | { readonly kind: 'reference'; readonly input: ReferenceQuestion & { readonly answer: string } }
  /** `scenario` as JSON, as for questions. */
  | { readonly kind: 'model'; readonly scenario: string; readonly graded: GradedModel }
  | { readonly kind: 'meaning'; readonly scenario: string; readonly model: GradedModel['model'] };

/** What each element and flow of a model stands for, by id. */
export type Meaning = ReadonlyMap<string, readonly string[]>;

export type GradingReply =
  | { readonly kind: 'graded'; readonly grade: Grade | ModelGrade | Meaning }
  /** The grader threw; the thread goes on. */
  | { readonly kind: 'failed'; readonly error: unknown };
