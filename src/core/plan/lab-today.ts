import type { Band } from '#core/content/vocabulary.ts';
import { type Schedule, schedule } from './schedule.ts';

/** A lab with how the candidate stands on it. */
export type LabCandidate = {
  readonly slug: string;
  readonly language: string;
  /** 1 (easiest) to 5. */
  readonly difficulty: number;
  /** Whether labs of its language run on this machine. */
  readonly runs: boolean;
  /** Whether a session is open. */
  readonly open: boolean;
  /** Scores of closed sessions, 0..1, with the ISO 8601 instant in UTC when each was last worked on. */
  readonly scores: readonly { readonly at: string; readonly score: number }[];
};

export type LabSituation = {
  readonly labs: readonly LabCandidate[];
  /** Programming languages of the candidate; empty means any. */
  readonly languages: readonly string[];
  /** Calendar date `YYYY-MM-DD`, or null. */
  readonly interview: string | null;
  readonly now: Date;
};

export type LabSuggestion = { readonly slug: string; readonly why: string };

/** The band that the score of a lab stands for, so that labs are repeated by the same rules as questions. */
export function labBand(score: number): Band {
  if (score >= 0.85) return 'strong-yes';
  if (score >= 0.6) return 'yes';
  return score >= 0.35 ? 'no' : 'strong-no';
}

/** Which labs to work on next and why, best first: what is open, what is due, what was weak, then the easiest new one. */
export function suggestLabs(
  { labs, languages, interview, now }: LabSituation,
  limit: number,
): LabSuggestion[] {
  const standing = labs
    .filter(({ runs }) => runs)
    .map((lab) => ({ lab, standing: standingOf(lab, now, interview) }))
    .toSorted((a, b) => lastScore(a.lab) - lastScore(b.lab));
  const withStatus = (status: Schedule['status']) =>
    standing.filter((one) => !one.lab.open && one.standing.status === status).map(({ lab }) => lab);
  const fresh = withStatus('new')
    .filter(({ language }) => languages.length === 0 || languages.includes(language))
    .toSorted((a, b) => a.difficulty - b.difficulty);
  const suggestions = [
    ...labs
      .filter(({ open }) => open)
      .map(({ slug }) => ({ slug, why: 'You started this lab; your work is kept.' })),
    ...withStatus('due').map((lab) => ({
      slug: lab.slug,
      why: `You came to ${percent(lab)} here, and it is due again.`,
    })),
    ...withStatus('weak').map((lab) => ({
      slug: lab.slug,
      why: `You came to ${percent(lab)} here; once more with the debrief in mind.`,
    })),
    ...fresh
      .slice(0, 1)
      .map(({ slug, difficulty }) => ({ slug, why: `New to you, difficulty ${difficulty} of 5.` })),
  ];
  return suggestions.slice(0, limit);
}

function standingOf({ scores }: LabCandidate, now: Date, interview: string | null): Schedule {
  return schedule(
    scores.map(({ at, score }) => ({ at, score, band: labBand(score) })),
    now,
    interview,
  );
}

const lastScore = ({ scores }: LabCandidate): number =>
  scores.reduce((last, next) => (next.at >= last.at ? next : last), { at: '', score: 0 }).score;

const percent = (lab: LabCandidate): string => `${Math.round(lastScore(lab) * 100)}%`;
