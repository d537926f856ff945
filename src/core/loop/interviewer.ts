import type { Point, Question } from '#core/content/question.ts';
import type { Grade, MisconceptionGrade, Verdict } from '#core/grading/grade.ts';

/** Most follow-ups on points and misconceptions; a real interviewer runs out of time too. */
export const mostProbes = 4;

export type ProbeKind = 'point' | 'misconception' | 'twist';

export type AskedProbe = { readonly kind: ProbeKind; readonly target: string | null };

export type NextProbe = AskedProbe & { readonly prompt: string };

export type Standing = {
  readonly question: Question;
  /** Of the answer itself, with the candidate's overrules applied. */
  readonly grade: Pick<Grade, 'points' | 'misconceptions'>;
  /** In order, the open one included. */
  readonly asked: readonly AskedProbe[];
  /** Whether the answer stands in band yes or strong yes once points made after probes count. */
  readonly strong: boolean;
};

/**
 * What the interviewer asks next, or nothing. The same standing always gives the same probe: first "walk me
 * through why" for a misconception, then points that must be there, then points that should, then, after a
 * strong answer, the twist. No target is asked about twice, at most four before the twist, and the twist is last.
 */
export function nextProbe(standing: Standing): NextProbe | undefined {
  const { asked, question, strong } = standing;
  if (asked.some((probe) => probe.kind === 'twist')) return undefined;
  const open = asked.length < mostProbes ? openFollowUps(standing)[0] : undefined;
  if (open) return open;
  if (!strong || question.twist.prompt === '') return undefined;
  return { kind: 'twist', target: null, prompt: question.twist.prompt };
}

function openFollowUps({ question, grade, asked }: Standing): NextProbe[] {
  const done = new Set(asked.map((probe) => `${probe.kind} ${probe.target}`));
  return [...grade.misconceptions.map(challenge), ...openPoints(question, grade)].filter(
    (probe) => !done.has(`${probe.kind} ${probe.target}`),
  );
}

/** Missed before unsure where it must be there; unsure first where it only should: half-said is quickly said. */
const order: readonly (readonly [Point['tier'], Verdict])[] = [
  ['must', 'no'],
  ['must', 'unsure'],
  ['should', 'unsure'],
  ['should', 'no'],
];

function openPoints(question: Question, grade: Standing['grade']): NextProbe[] {
  const verdicts = new Map(grade.points.map((point) => [point.id, point.met]));
  return order.flatMap(([tier, verdict]) =>
    question.points
      .filter((point) => point.tier === tier && verdicts.get(point.id) === verdict && point.probe !== '')
      .map((point): NextProbe => ({ kind: 'point', target: point.id, prompt: point.probe })),
  );
}

/** Longest quote that is read back to the candidate, in characters. */
const longestQuote = 160;

/** Reads the words back and asks for the reasons; says neither that they are wrong nor what is right. */
function challenge(misconception: MisconceptionGrade): NextProbe {
  const said = misconception.quotes[0]?.text.replace(/\s+/g, ' ').trim() ?? '';
  const prompt =
    said === ''
      ? 'Walk me through the reasons behind one thing you said that I am not sure about.'
      : `You said "${shorten(said)}" Walk me through why that holds.`;
  return { kind: 'misconception', target: misconception.id, prompt };
}

function shorten(said: string): string {
  const ended = /[.!?…]$/.test(said) ? said : `${said}.`;
  if (ended.length <= longestQuote) return ended;
  const cut = said.slice(0, longestQuote);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}
