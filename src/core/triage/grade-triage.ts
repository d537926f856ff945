import type { ExpertOrdering, TriageSet } from '../content/triage.ts';
import type { TriageAnswer } from './answer.ts';
import { findingOf, judgeChoices, originalOf } from './choices.ts';
import { gradeOrder, orderOf, placesIn } from './grade-order.ts';
import { aspectsIn } from './reason-words.ts';
import {
  type TriageChoice,
  type TriageGrade,
  type TriagePart,
  type TriageReason,
  triageWeights,
} from './triage-grade.ts';

/**
 * Grades an answer against each expert ordering of a set and returns the grade against the one that it comes closest
 * to. Of the chosen, what blind picking would get right counts nothing; swaps that fair experts make count in full.
 */
export function gradeTriage(set: TriageSet, answer: TriageAnswer): TriageGrade {
  const [first, ...others] = set.experts.map((expert) => gradeAgainst(set, expert, answer));
  if (!first) throw new Error(`The set ${set.slug} has no expert ordering.`);
  return others.reduce((best, grade) => (isCloser(grade, best) ? grade : best), first);
}

/** Of two experts with one score, the one whose own choices were made. */
function isCloser(a: TriageGrade, b: TriageGrade): boolean {
  const difference = a.score - b.score;
  return Math.abs(difference) > 1e-9 ? difference > 0 : rightOnes(a) > rightOnes(b);
}

const rightOnes = ({ choices }: TriageGrade): number =>
  choices.filter(({ verdict }) => verdict === 'right').length;

function gradeAgainst(set: TriageSet, expert: ExpertOrdering, answer: TriageAnswer): TriageGrade {
  const choices = judgeChoices(set, expert, answer.chosen);
  const reasons = gradeReasons(set, choices, answer);
  const parts = {
    chosen: gradeChosen(set, choices),
    order: tellOrder(gradeOrder(set, expert, answer)),
    rejected: gradeRejected(set, answer),
    reasons: tellReasons(set, reasons),
  };
  const names = Object.keys(triageWeights) as TriagePart[];
  return {
    set: set.slug,
    score: names.reduce((sum, name) => sum + triageWeights[name] * parts[name].score, 0),
    expert: expert.id,
    parts,
    choices,
    late: lateOnes(set, expert, { answer, choices }),
    rejections: answer.rejected.map((id) => judgeRejection(set, id)),
    kept: keptFalsePositives(set, answer),
    reasons,
    expertOrder: orderOf(expert),
  };
}

const isGood = ({ verdict }: TriageChoice): boolean => verdict === 'right' || verdict === 'swapped';

type Part = { readonly score: number; readonly because: string };

function gradeChosen({ capacity, findings }: TriageSet, choices: readonly TriageChoice[]): Part {
  const good = choices.filter(isGood).length;
  const chance = capacity / findings.length;
  const score = Math.max(0, (good / capacity - chance) / (1 - chance));
  return { score, because: `${good} of the ${capacity} places in the sprint are well used.` };
}

const tellOrder = ({ score, agreed, pairs }: ReturnType<typeof gradeOrder>): Part => ({
  score,
  because: `${agreed} of ${pairs} pairs stand in the expert's order.`,
});

function gradeRejected(set: TriageSet, { rejected }: TriageAnswer): Part {
  const all = set.findings.filter(({ falsePositive }) => falsePositive).length;
  const verdicts = rejected.map((id) => judgeRejection(set, id).verdict);
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  const real = verdicts.filter((verdict) => verdict === 'real').length;
  const score = right === 0 ? 0 : (2 * right) / (all + right + real);
  const wrong = real === 0 ? '' : ` ${real} real ${real === 1 ? 'finding was' : 'findings were'} rejected.`;
  return { score, because: `${right} of ${all} false positives were rejected.${wrong}` };
}

function judgeRejection(set: TriageSet, id: string): TriageGrade['rejections'][number] {
  const finding = findingOf(set, id);
  if (finding?.falsePositive) return { id, verdict: 'right', because: finding.falsePositive.why };
  if (finding?.duplicateOf !== undefined)
    return { id, verdict: 'duplicate', because: `It repeats \`${finding.duplicateOf}\`.` };
  return { id, verdict: 'real', because: 'It is real: nothing in its text rules it out.' };
}

const keptFalsePositives = (set: TriageSet, { rejected }: TriageAnswer): TriageGrade['kept'] =>
  set.findings.flatMap(({ id, falsePositive }) =>
    falsePositive && !rejected.includes(id)
      ? [{ id, words: falsePositive.words, because: falsePositive.why }]
      : [],
  );

type Compared = { readonly answer: TriageAnswer; readonly choices: readonly TriageChoice[] };

function lateOnes(set: TriageSet, { take }: ExpertOrdering, { answer, choices }: Compared) {
  const used = new Set(choices.map(({ id, inPlaceOf }) => inPlaceOf ?? originalOf(set, id)));
  const places = placesIn(set, answer);
  return take.flatMap(({ id, why }, index) => {
    if (used.has(id)) return [];
    const place = places.get(id);
    return [{ id, place: place === undefined ? null : place + 1, expertPlace: index + 1, because: why }];
  });
}

/** So many aspects that decide make a full reason. */
const enough = 2;
/** An aspect that is named and does not decide. */
const besideThePoint = 0.5;

function gradeReasons(
  set: TriageSet,
  choices: readonly TriageChoice[],
  { reasons }: TriageAnswer,
): TriageReason[] {
  return choices.map((choice) => {
    const { id } = choice;
    const decisive = findingOf(set, originalOf(set, id))?.decisive ?? [];
    const named = aspectsIn(reasons[id] ?? '');
    const hits = named.filter(({ aspect }) => decisive.includes(aspect)).length;
    const credit = hits + besideThePoint * (named.length - hits);
    const score = isGood(choice) ? Math.min(1, credit / Math.min(enough, decisive.length || 1)) : 0;
    const missing = decisive.filter((aspect) => named.every((item) => item.aspect !== aspect));
    return { id, score, named, missing };
  });
}

function tellReasons({ capacity }: TriageSet, reasons: readonly TriageReason[]): Part {
  const score = reasons.reduce((sum, reason) => sum + reason.score, 0) / capacity;
  const full = reasons.filter((reason) => reason.score === 1).length;
  return { score, because: `${full} of ${capacity} choices are well chosen and say what decides.` };
}
