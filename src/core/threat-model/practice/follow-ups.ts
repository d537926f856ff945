import type { Scenario } from '#core/content/scenario.ts';
import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatModel } from '../document.ts';
import type { ModelGrade } from '../grading/model-grade.ts';
import type { ReplyRubric } from './rubric.ts';

/** Most follow-ups after a round; a real interviewer runs out of time too. */
export const mostFollowUps = 4;

export const followUpKinds = ['missed-must', 'contradicted', 'unknown'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What the interviewer asks once the model is handed in. */
export type FollowUp = {
  readonly kind: FollowUpKind;
  /** The threat of the scenario that was missed, else the candidate's own threat. */
  readonly target: string;
  readonly prompt: string;
};

/**
 * The follow-ups to a handed-in model: first "walk me through why" for claims that a fact contradicts, then neutral
 * questions where a threat that must be there is missing, then what threats hang on that nobody has said. The same
 * grade always gives the same follow-ups; none says what is right, and no two have the same words.
 */
export function followUps(
  scenario: Pick<Scenario<ThreatModel>, 'threats'>,
  grade: ModelGrade,
  model: ThreatModel,
): readonly FollowUp[] {
  const all = [
    ...grade.contradicted.map(
      ({ candidate, label }): FollowUp => ({
        kind: 'contradicted',
        target: candidate,
        prompt: `You wrote “${label}”. Walk me through why that can happen here.`,
      }),
    ),
    ...missedMusts(scenario, grade, model),
    ...grade.questions.map(
      ({ candidate, label, question }): FollowUp => ({
        kind: 'unknown',
        target: candidate,
        prompt: `You wrote “${label}”. ${question}`,
      }),
    ),
  ];
  const seen = new Set<string>();
  const distinct = all.filter(({ prompt }) => !seen.has(prompt) && seen.add(prompt));
  return distinct.slice(0, mostFollowUps);
}

function missedMusts(
  { threats }: Pick<Scenario<ThreatModel>, 'threats'>,
  { missed, matched }: ModelGrade,
  model: ThreatModel,
): readonly FollowUp[] {
  const ids = new Set(
    missed.filter(({ kind, tier }) => kind === 'threat' && tier === 'must').map(({ reference }) => reference),
  );
  const labels = new Map([...model.elements, ...model.flows].map(({ id, label }) => [id, label]));
  const drawnAs = new Map(matched.map(({ reference, candidates }) => [reference, candidates]));
  return threats
    .filter(({ id }) => ids.has(id))
    .map(({ id, on, stride }) => {
      const own = on.flatMap((place) => drawnAs.get(place) ?? []).find((candidate) => labels.has(candidate));
      const label = own === undefined ? undefined : labels.get(own);
      const where = label === undefined ? 'Anywhere in this system' : `At “${label}”`;
      return { kind: 'missed-must', target: id, prompt: `${where}: ${neutral[stride]}` };
    });
}

/** Each asks for a kind of harm and names none. */
const neutral: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'how do you know that whoever speaks is who they say they are?',
  tampering: 'what could somebody change that is not theirs to change?',
  repudiation: 'if somebody later denied what they did, what would you show?',
  'information-disclosure': 'what could somebody learn that is not meant for them?',
  'denial-of-service': 'what would it take to make it stop working for everybody?',
  'elevation-of-privilege': 'what could somebody end up being allowed to do?',
};

/** The rubric of a reply to a missed threat: that threat alone. `undefined` when the scenario no longer has it. */
export function missedThreatRubric(
  { slug, threats }: Pick<Scenario<ThreatModel>, 'slug' | 'threats'>,
  { target, prompt }: FollowUp,
): ReplyRubric | undefined {
  const threat = threats.find(({ id }) => id === target);
  if (!threat) return undefined;
  const { id, claim, title, paraphrases, tier } = threat;
  const point = { id, tier, claim, weight: 1, probe: '', anti: [], slots: { need: 1, groups: [] } };
  return {
    slug: `follow-up-${slug}-${id}`,
    prompt,
    misconceptions: [],
    points: [{ ...point, paraphrases: [title, ...paraphrases] }],
  };
}
