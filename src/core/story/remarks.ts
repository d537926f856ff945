import { actorOf, isVague } from './actions.ts';
import { shareOf } from './aspects.ts';
import type { Term } from './jargon.ts';
import { lessonKind } from './lessons.ts';
import { storyParts } from './part.ts';
import { inPart, type Reading, type ReadSentence } from './reading.ts';
import { remarkWords } from './remark-words.ts';
import { bestMeasure, measureOf } from './results.ts';
import type { Sentence } from './sentences.ts';
import type { FlagGrade, IncidentGrade, Ownership, Quote, Remark, RemarkKind } from './story-grade.ts';

export type Noticed = {
  readonly reading: Reading;
  readonly minutes: number;
  readonly ownership: Ownership;
  readonly incident: IncidentGrade | null;
  readonly flags: readonly FlagGrade[];
  readonly jargon: readonly Term[];
};

export const shortestMinutes = 1;
export const longestMinutes = 4;
const mostSituation = 0.45;
const mostOfAKind = 2;
const mostJargon = 2;

/** What a candidate should look at again, the heaviest first. Each has its quote and one question. */
export function remarksOn(noticed: Noticed): Remark[] {
  const { reading, flags } = noticed;
  const [first] = reading.sentences;
  if (!first) return [];
  return [
    ...flags.flatMap(({ id, quotes }) => quotes.slice(0, 1).map((quote) => remark(id, quote))),
    ...missingParts(reading, first),
    ...onActions(noticed),
    ...onResults(reading),
    ...onLessons(reading),
    ...onIncident(noticed, first),
    ...onLength(noticed, first),
    ...(noticed.jargon.length > mostJargon
      ? noticed.jargon.slice(0, 3).map(({ quote }) => remark('jargon', quote))
      : []),
    ...reading.repeated.slice(0, mostOfAKind).map((sentence) => remark('repeated', quoteOf(sentence))),
  ];
}

/** A sentence as a quote. */
export const quoteOf = ({ text, start, end }: Sentence): Quote => ({ text, start, end });

const remark = (kind: RemarkKind, quote: Quote): Remark => ({ kind, ...remarkWords[kind], quote });

/** A missing part is missed after the last sentence of those that come before it. */
function missingParts(reading: Reading, first: ReadSentence): Remark[] {
  return storyParts.flatMap((part, at) => {
    if (inPart(reading, part).length > 0) return [];
    const before = storyParts.slice(0, at).flatMap((earlier) => inPart(reading, earlier).at(-1) ?? []);
    return [remark(`no-${part}`, quoteOf(before.at(-1) ?? first))];
  });
}

function onActions({ reading, ownership }: Noticed): Remark[] {
  const actions = inPart(reading, 'action');
  const open = ownership === 'i' ? [] : actions.filter((action) => actorOf(action) !== 'i');
  return [...several('whose-action', open), ...several('vague-action', actions.filter(isVague))];
}

const several = (kind: RemarkKind, sentences: readonly Sentence[]): Remark[] =>
  sentences.slice(0, mostOfAKind).map((sentence) => remark(kind, quoteOf(sentence)));

function onResults(reading: Reading): Remark[] {
  const results = inPart(reading, 'result');
  const [first] = results;
  const best = bestMeasure(results);
  if (!first || best === 'compared') return [];
  if (best === 'none') return [remark('unmeasured-result', quoteOf(first))];
  return several('no-baseline', results.filter((result) => measureOf(result) === 'figure').slice(0, 1));
}

function onLessons(reading: Reading): Remark[] {
  const lessons = inPart(reading, 'lesson');
  const [first] = lessons;
  const kinds = lessons.map(lessonKind);
  if (!first || kinds.includes('process')) return [];
  if (!kinds.includes('own')) return [remark('general-lesson', quoteOf(first))];
  return several(
    'lesson-without-process',
    lessons.filter((lesson) => lessonKind(lesson) === 'own').slice(0, 1),
  );
}

function onIncident({ reading, incident }: Noticed, first: ReadSentence): Remark[] {
  if (!incident) return [];
  const quote = quoteOf(inPart(reading, 'action').at(-1) ?? inPart(reading, 'situation').at(-1) ?? first);
  return [
    ...(incident.contained ? [] : [remark('no-containment', quote)]),
    ...(incident.eradicated ? [] : [remark('no-eradication', quote)]),
    ...(incident.recovered ? [] : [remark('no-recovery', quote)]),
  ];
}

function onLength({ reading, minutes }: Noticed, first: ReadSentence): Remark[] {
  const situation = inPart(reading, 'situation');
  const tooMuch = shareOf(situation, reading) > mostSituation && situation.at(-1);
  const last = reading.sentences.at(-1) ?? first;
  return [
    ...(tooMuch ? [remark('long-situation', quoteOf(tooMuch))] : []),
    ...(minutes < shortestMinutes ? [remark('too-short', quoteOf(last))] : []),
    ...(minutes > longestMinutes ? [remark('too-long', quoteOf(last))] : []),
  ];
}
