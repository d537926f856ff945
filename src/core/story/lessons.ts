import { plain, type ReadSentence } from './reading.ts';

/** `process`: something is done differently since; `own`: tied to the story; `general`: true of any story. */
export type LessonKind = 'process' | 'own' | 'general';

const process =
  /\b(?:since (?:then|that)|ever since|from then on|these days|nowadays|now|every|each|always|never|no longer|any ?more|template|checklist|runbook|playbook|rule|test|step|standing|line in|became|i ask|we ask|i (?:write|check|start|begin|put|send|read|keep|look|review|measure|count)|we (?:write|check|start|have|do|run|put))\b/;
const general =
  /\b(?:communication|teamwork|team work|key|important|essential|crucial|same page|better engineer|grow|always (?:be|communicate|document|test|remember)|you (?:have to|need to|should|must|can't|always|never)|people (?:underestimate|should)|everyone needs|security is|takes time|matters)\b/;
const fewestWords = 9;

/** What kind of lesson a sentence tells. */
export function lessonKind(sentence: ReadSentence): LessonKind {
  const text = plain(sentence);
  const own = /\b(?:i|i'd|i've|i'm|we|we've|we'd|my|our)\b/.test(text);
  const wise = general.test(text);
  if (own && process.test(wise ? text.replace(general, '') : text)) return 'process';
  return wise || sentence.words.length < fewestWords ? 'general' : 'own';
}
