import type { Question } from '#core/content/question.ts';
import type { Quote } from '#core/grading/grade.ts';

/** What the second reader says of one point, after its quotes were checked. */
export type PointOpinion = {
  readonly id: string;
  /** `voided`: it claims the point was made and cannot show words of the answer that make it. */
  readonly verdict: 'yes' | 'no' | 'voided';
  readonly quotes: readonly Quote[];
};

export type Opinion = {
  readonly points: readonly PointOpinion[];
  readonly cost: {
    /** As the endpoint counts them; null where it does not say. */
    readonly promptTokens: number | null;
    readonly completionTokens: number | null;
    /** In the currency of the configured prices; null without prices or counts. */
    readonly amount: number | null;
  };
  readonly seconds: number;
};

export type OpinionFault = {
  readonly kind: 'unreachable' | 'too-slow' | 'refused' | 'malformed';
  readonly message: string;
  readonly mend: string;
};

export type OpinionResult =
  | { readonly ok: true; readonly opinion: Opinion }
  | { readonly ok: false; readonly fault: OpinionFault };

/** A second opinion from outside this machine, asked for by the user, answer by answer. Nothing depends on it. */
export type SecondReader = {
  /** The model, as it is configured. */
  readonly model: string;
  /** Where answers are sent. */
  readonly host: string;
  /** Never throws: what goes wrong is a value. Nothing of the key or the answer stands in a fault. */
  read(input: {
    readonly question: Pick<Question, 'prompt' | 'points'>;
    readonly answer: string;
    readonly signal?: AbortSignal;
  }): Promise<OpinionResult>;
};
