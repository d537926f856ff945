import { bandAnchor } from '#core/content/band-anchors.ts';
import type { Point, Question } from '#core/content/question.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import type { Grade, PointGrade } from '#core/grading/grade.ts';
import type { AccuracyCard } from '../routes/schemas/accuracy.ts';
import type { ProbeView, Result } from '../routes/schemas/result.ts';
import type { Overrule, Probe } from '../storage/storage.ts';
import { isOwn } from './own-question.ts';
import type { Reader } from './reader.ts';
import { type AttemptRecord, afterOverrules, comingProbe, promptedPoints } from './standing.ts';

type Needs = {
  readonly reader: Reader;
  readonly redFlags: readonly RedFlag[];
  readonly accuracy: AccuracyCard | undefined;
};

const manners = {
  lexical:
    'Read by its words alone: the lexical reader knows many wordings and does not understand you. Check the quotes, and overrule it where it is wrong.',
  judge:
    'Read by the lexical reader and the judge. Check the quotes, and overrule them where they are wrong.',
} as const;

/** How this answer was read, and how right that was where it could be measured. */
function accuracyLine(reader: Grade['reader'], card: AccuracyCard | undefined): string {
  const [points, kappa] = card?.readers[reader === 'judge' ? 'both' : 'lexical'] ?? [];
  if (!card || !points || !kappa) return manners[reader];
  return `${manners[reader]} On ${card.answers} answers to unknown questions: F1 ${points.value.toFixed(2)}, kappa ${kappa.value.toFixed(2)} on points.`;
}

/** Everything that may be shown once the candidate has scored the own answer. */
export function resultOf(record: AttemptRecord, { reader, redFlags, accuracy }: Needs): Result {
  const { grade, gradedQuestion: question } = record.attempt;
  const verdicts = afterOverrules(record);
  const prompted = promptedPoints(verdicts, record.probes);
  const made = new Set(verdicts.points.filter(({ met }) => met === 'yes').map(({ id }) => id));
  const { score, band, ...scoring } = reader.explain(question, verdicts);
  const rescored = record.overrules.length === 0 ? grade : { score, band };
  const weigh = (ids: ReadonlySet<string>) => ({
    met: total(
      question.points.filter(({ id }) => ids.has(id)),
      reader,
    ),
    of: total(question.points, reader),
  });
  return {
    score: grade.score,
    band: grade.band,
    anchor: bandAnchor(question, rescored.band),
    reader: grade.reader,
    accuracy: accuracyLine(grade.reader, accuracy),
    points: points(record, prompted),
    misconceptions: misconceptions(record),
    flags: flags(record, redFlags),
    unprompted: weigh(made),
    prompted: weigh(prompted),
    scoreAfterOverrules: rescored.score,
    bandAfterOverrules: rescored.band,
    scoring: score === rescored.score && band === rescored.band ? scoring : null,
    probes: record.probes.map(probeView),
    nextProbe: comingProbe(record, reader) ? 'available' : 'none',
    ...afterword(question),
  };
}

const total = (points: readonly Point[], reader: Reader): number =>
  points.reduce((sum, point) => sum + reader.weightOf(point), 0);

function points({ attempt, overrules }: AttemptRecord, prompted: ReadonlySet<string>): Result['points'] {
  const grades = new Map(attempt.grade.points.map((point) => [point.id, point]));
  return attempt.gradedQuestion.points.map(({ id, claim, tier, weight }) => {
    const { met, probability, because, quotes } = grades.get(id) ?? unread;
    const overrule = overruleOf(overrules, 'point', id);
    return {
      id,
      claim,
      tier,
      weight,
      met,
      probability,
      because,
      quotes,
      overrule,
      prompted: prompted.has(id),
    };
  });
}

const unread: Pick<PointGrade, 'met' | 'probability' | 'because' | 'quotes'> = {
  met: 'unsure',
  probability: 0.5,
  because: 'The reader did not look for this point.',
  quotes: [],
};

function misconceptions({ attempt, overrules }: AttemptRecord): Result['misconceptions'] {
  const described = new Map(attempt.gradedQuestion.misconceptions.map((item) => [item.id, item]));
  return attempt.grade.misconceptions.flatMap(({ id, quotes }) => {
    const item = described.get(id);
    if (!item) return [];
    const overrule = overruleOf(overrules, 'misconception', id);
    return [{ id, claim: item.claim, correction: item.correction, quotes, overrule }];
  });
}

function flags({ attempt, overrules }: AttemptRecord, redFlags: readonly RedFlag[]): Result['flags'] {
  return attempt.grade.flags.flatMap(({ id, quotes }) => {
    const flag = redFlags.find((candidate) => candidate.id === id);
    if (!flag) return [];
    const { title, why, better } = flag;
    return [{ id, title, why, better, quotes, overrule: overruleOf(overrules, 'flag', id) }];
  });
}

function overruleOf(overrules: readonly Overrule[], kind: Overrule['kind'], target: string) {
  const found = overrules.find((overrule) => overrule.kind === kind && overrule.target === target);
  if (!found) return null;
  const { verdict, quote, reason, at } = found;
  return { verdict, quote, reason, at };
}

function afterword(question: Question): Pick<Result, 'debrief' | 'modelAnswer'> {
  if (isOwn(question)) return { debrief: null, modelAnswer: question.debrief };
  const { tests, debrief: markdown, references, examples, twist } = question;
  return { debrief: { tests, markdown, references, examples, twist }, modelAnswer: null };
}

export function probeView({ attempt: _, grade, ...probe }: Probe): ProbeView {
  const verdict = grade?.points[0];
  if (!grade || !verdict) return { ...probe, grade: null };
  const { met, because, quotes } = verdict;
  return { ...probe, grade: { met, because, quotes, score: grade.score } };
}
