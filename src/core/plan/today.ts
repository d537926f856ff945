import type { Category } from '#core/content/vocabulary.ts';
import type { Schedule } from './schedule.ts';

/** A question with how the candidate stands on it. */
export type Candidate = {
  readonly slug: string;
  readonly category: Category;
  readonly competencies: readonly string[];
  readonly difficulty: number;
  readonly minutes: number;
  /** The programming language that one has to read for it, if any. */
  readonly language: string | null;
  /** Written by the user: says nothing about coverage. */
  readonly own: boolean;
  readonly schedule: Schedule;
  /** 0..1, null when never graded. */
  readonly lastScore: number | null;
  /** ISO 8601 instant of the last graded attempt. */
  readonly lastAt: string | null;
};

export type Situation = {
  readonly candidates: readonly Candidate[];
  /** Slugs of questions with an open draft, newest first. */
  readonly openDrafts: readonly string[];
  /** Programming languages of the candidate; empty means any. */
  readonly languages: readonly string[];
  readonly now: Date;
};

export type Suggestion = { readonly slug: string; readonly why: string };

/**
 * What to do next and why, best first, each question once: an answer left open, then what is due (weakest
 * first), then what was weak, then new questions that widen what has been practiced.
 *
 * @param limit the most suggestions wanted
 */
export function suggest(situation: Situation, limit: number): Suggestion[] {
  const known = new Map(situation.candidates.map((candidate) => [candidate.slug, candidate]));
  const chosen = new Map<string, Suggestion>();
  const add = (slug: string, why: string): void => {
    if (chosen.size < limit && known.has(slug) && !chosen.has(slug)) chosen.set(slug, { slug, why });
  };
  for (const slug of situation.openDrafts) add(slug, 'You started an answer and have not handed it in yet.');
  for (const candidate of withStatus(situation, 'due')) add(candidate.slug, whyDue(candidate, situation.now));
  for (const candidate of withStatus(situation, 'weak')) add(candidate.slug, whyWeak(candidate));
  for (const { slug, why } of widen(situation, limit - chosen.size, chosen)) add(slug, why);
  return [...chosen.values()];
}

function withStatus({ candidates }: Situation, status: 'due' | 'weak'): Candidate[] {
  return candidates
    .filter((candidate) => candidate.schedule.status === status)
    .toSorted((a, b) => (a.lastScore ?? 0) - (b.lastScore ?? 0) || compare(a.slug, b.slug));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function whyDue(candidate: Candidate, now: Date): string {
  const days =
    candidate.lastAt === null ? 0 : Math.floor((now.getTime() - Date.parse(candidate.lastAt)) / 86_400_000);
  const when =
    days < 1 ? 'You answered this earlier' : `You answered this ${days === 1 ? 'a day' : `${days} days`} ago`;
  return `${when} with ${percent(candidate)}, and it is due again.`;
}

const whyWeak = (candidate: Candidate): string =>
  `Your last answer earned ${percent(candidate)}, which would not pass; try it once more with the debrief in mind.`;

const percent = ({ lastScore }: Candidate): string => `${Math.round((lastScore ?? 0) * 100)}%`;

const categoryNames: Readonly<Record<Category, string>> = {
  fundamentals: 'security fundamentals',
  'threat-modeling': 'threat modeling',
  'code-review': 'code review',
  behavioral: 'incident response and behavioral questions',
};

/** Picks new questions one by one, each for what the earlier ones and the past attempts leave out. */
function widen(situation: Situation, wanted: number, taken: ReadonlyMap<string, unknown>): Suggestion[] {
  const fresh = situation.candidates.filter(
    (item) => item.schedule.status === 'new' && !taken.has(item.slug),
  );
  const coverage = new Coverage(
    situation.candidates.filter((item) => item.schedule.status !== 'new' && !item.own),
  );
  const picked: Suggestion[] = [];
  while (picked.length < wanted) {
    const best = mostUseful(fresh, coverage, situation.languages);
    if (!best) break;
    picked.push({ slug: best.slug, why: coverage.why(best, situation.languages) });
    coverage.add(best);
    fresh.splice(fresh.indexOf(best), 1);
  }
  return picked;
}

function mostUseful(
  fresh: readonly Candidate[],
  coverage: Coverage,
  languages: readonly string[],
): Candidate | undefined {
  let best: Candidate | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of fresh) {
    const use = coverage.gain(candidate, languages);
    if (use > most || (use === most && best !== undefined && candidate.slug < best.slug)) {
      best = candidate;
      most = use;
    }
  }
  return best;
}

/** How often each category and competency has been practiced. */
class Coverage {
  readonly #categories = new Map<string, number>();
  readonly #competencies = new Map<string, number>();

  constructor(practiced: readonly Candidate[]) {
    for (const candidate of practiced) this.add(candidate);
  }

  add({ category, competencies }: Candidate): void {
    this.#categories.set(category, this.#practiced(category) + 1);
    for (const id of competencies) this.#competencies.set(id, (this.#competencies.get(id) ?? 0) + 1);
  }

  /** An unpracticed category weighs most, then unpracticed competencies, then a language that fits, then ease. */
  gain(candidate: Candidate, languages: readonly string[]): number {
    const rare = 4 / (1 + this.#practiced(candidate.category));
    const open = this.#countOpen(candidate.competencies) / Math.max(1, candidate.competencies.length);
    const ease = (5 - candidate.difficulty) / 10 - candidate.minutes / 100;
    return rare + 2 * open + languageFit(candidate, languages) + ease;
  }

  why(candidate: Candidate, languages: readonly string[]): string {
    if (candidate.own) return 'You added this question and have not practiced it yet.';
    const suits =
      languageFit(candidate, languages) > 0
        ? ` It is in ${nameOf(candidate.language)}, which you work in.`
        : '';
    if (this.#practiced(candidate.category) === 0) {
      return `You have not practiced ${categoryNames[candidate.category]} yet.${suits}`;
    }
    const open = candidate.competencies.find((id) => !this.#competencies.has(id));
    if (open !== undefined)
      return `It exercises ${open.replaceAll('-', ' ')}, which you have not practiced yet.${suits}`;
    return `It adds to what you have practiced in ${categoryNames[candidate.category]}.${suits}`;
  }

  #countOpen(competencies: readonly string[]): number {
    let open = 0;
    for (const id of competencies) if (!this.#competencies.has(id)) open += 1;
    return open;
  }

  #practiced(category: string): number {
    return this.#categories.get(category) ?? 0;
  }
}

function languageFit({ language }: Candidate, languages: readonly string[]): number {
  if (language === null || languages.length === 0) return 0;
  return languages.some((name) => name.toLowerCase() === language) ? 1 : -3;
}

const languageNames: Readonly<Record<string, string>> = {
  python: 'Python',
  java: 'Java',
  go: 'Go',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
};
const nameOf = (language: string | null): string => languageNames[language ?? ''] ?? language ?? '';
