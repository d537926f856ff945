import { type Actors, countActors, isConcrete, isVague, ownShare } from './actions.ts';
import { isFigure } from './cues.ts';
import { lessonKind } from './lessons.ts';
import { inPart, type Reading, type ReadSentence } from './reading.ts';
import { bestMeasure } from './results.ts';
import { type AspectName, aspectNames, type FlagGrade } from './story-grade.ts';

type Value = { readonly value: number; readonly because: string };
export type Aspects = Readonly<Record<AspectName, Value>>;

const enoughActions = 6;
const enoughResults = 2;
const enoughDetail = 60;
const enoughFigures = 5;
const substantial = 5;
const situationUpTo = 0.35;
const situationTooLong = 0.75;

/** What the score is made of, each 0..1, before weights. */
export function aspectsOf(reading: Reading, flags: readonly FlagGrade[]): Aspects {
  const actions = inPart(reading, 'action');
  return {
    situation: situation(reading),
    task: task(reading),
    action: action(actions),
    ownership: ownership(countActors(actions)),
    result: result(inPart(reading, 'result')),
    measured: measured(inPart(reading, 'result')),
    lesson: lesson(inPart(reading, 'lesson')),
    detail: detail(reading),
    focus: focus(reading),
    attitude: attitude(reading, flags),
  };
}

/** Aspects of a story of which nothing can be said. */
export const noAspects: Aspects = Object.fromEntries(
  aspectNames.map((name) => [name, { value: 0, because: 'There is no story.' }]),
) as Record<AspectName, Value>;

/** Share of the words of all sentences that stand in some of them, 0..1. */
export function shareOf(part: readonly ReadSentence[], { sentences }: Reading): number {
  const count = (some: readonly ReadSentence[]): number =>
    some.reduce((sum, { words }) => sum + words.length, 0);
  return sentences.length === 0 ? 0 : count(part) / Math.max(1, count(sentences));
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

function situation(reading: Reading): Value {
  const told = inPart(reading, 'situation');
  if (told.length === 0) return { value: 0, because: 'No sentence says where and when this was.' };
  const share = shareOf(told, reading);
  const excess = (share - situationUpTo) / (situationTooLong - situationUpTo);
  return { value: clamp(1 - excess), because: `The situation takes ${percent(share)} of the words.` };
}

function task(reading: Reading): Value {
  const told = inPart(reading, 'task').length;
  if (told === 0) return { value: 0, because: 'No sentence says what was asked of you.' };
  return { value: 1, because: 'It is said what you had to achieve.' };
}

function action(actions: readonly ReadSentence[]): Value {
  const concrete = actions.filter(isConcrete).length;
  const because = `${concrete} of ${actions.length} actions are told so that one could see them done.`;
  return { value: clamp(concrete / enoughActions), because };
}

function ownership(actors: Actors): Value {
  const { i, we, others } = actors;
  const because = `"I" acts in ${i} sentences, "we" in ${we}, others in ${others}.`;
  return { value: ownShare(actors) * clamp(i / 3), because };
}

function result(results: readonly ReadSentence[]): Value {
  const told = results.length;
  const because = told === 0 ? 'No sentence says what came of it.' : `${told} sentences say what came of it.`;
  return { value: clamp(told / enoughResults), because };
}

function measured(results: readonly ReadSentence[]): Value {
  const measure = bestMeasure(results);
  if (measure === 'compared')
    return { value: 1, because: 'A result is told with a figure and what to compare it with.' };
  if (measure === 'figure')
    return { value: 0.6, because: 'A result has a figure, without anything to compare it with.' };
  return { value: 0, because: 'No result has a figure.' };
}

function lesson(lessons: readonly ReadSentence[]): Value {
  const kinds = lessons.map(lessonKind);
  if (kinds.includes('process')) return { value: 1, because: 'The lesson became a way of working.' };
  if (kinds.includes('own'))
    return { value: 0.7, because: 'The lesson is your own, but nothing is said to work differently since.' };
  if (kinds.length > 0) return { value: 0.2, because: 'The lesson would fit any story.' };
  return { value: 0, because: 'No sentence says what you learned.' };
}

/** Different words of substance and figures in what was done and what came of it; more than enough earns nothing. */
function detail(reading: Reading): Value {
  const told = reading.sentences.filter(
    (sentence) => (sentence.part === 'action' || sentence.part === 'result') && !isVague(sentence),
  );
  const words = new Set(told.flatMap((sentence) => sentence.words.map(({ word }) => word)));
  const figures = [...words].filter(isFigure).length;
  const substance = [...words].filter((word) => word.length >= substantial).length;
  const value = 0.7 * clamp(substance / enoughDetail) + 0.3 * clamp(figures / enoughFigures);
  return {
    value,
    because: `Actions and results are told with ${substance} different words of substance and ${figures} figures.`,
  };
}

/** How little of the story is talk around it or left vague. */
function focus(reading: Reading): Value {
  const around = shareOf(inPart(reading, 'other'), reading);
  const vague = reading.sentences.filter((sentence) => sentence.part !== 'other' && isVague(sentence));
  const share = shareOf(vague, reading);
  const told = clamp(reading.sentences.length / 5);
  const because = `${percent(around)} of the words are talk around the story, ${percent(share)} are vague.`;
  return { value: told * clamp(1 - 2 * around - share), because };
}

function attitude({ sentences }: Reading, flags: readonly FlagGrade[]): Value {
  const told = clamp(sentences.length / 5);
  if (flags.length === 0) return { value: told, because: 'No red flag was heard.' };
  return { value: 0, because: `Red flags: ${flags.map(({ id }) => id).join(', ')}.` };
}

const clamp = (value: number): number => Math.max(0, Math.min(1, value));
