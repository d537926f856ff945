import type { ImportPreview } from '#web/ui/api/types.ts';
import { plural } from '#web/ui/labels.ts';

type Counts = ImportPreview['holds'];

function words(counts: Counts): string {
  const { attempts, ownQuestions, labSessions, scenarioSessions, triageSessions, threatModels } = counts;
  const parts = [
    ...(attempts > 0 ? [plural(attempts, 'attempt')] : []),
    ...(ownQuestions > 0 ? [plural(ownQuestions, 'own question')] : []),
    ...(labSessions > 0 ? [plural(labSessions, 'lab session')] : []),
    ...(scenarioSessions > 0 ? [plural(scenarioSessions, 'design round')] : []),
    ...(triageSessions > 0 ? [plural(triageSessions, 'triage round')] : []),
    ...(threatModels > 0 ? [plural(threatModels, 'threat model')] : []),
  ];
  return parts.length === 0 ? 'no attempt and no own question' : list.format(parts);
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' });

const none = (counts: Counts): boolean => Object.values(counts).every((count) => count === 0);

export const holdsWhat = ({ holds }: ImportPreview): string => `The file holds ${words(holds)}.`;

/** What merging does, in one or more sentences. */
export function mergeDoes({ holds, merge }: ImportPreview): string {
  const pick = (change: 'added' | 'updated'): Counts => ({
    attempts: merge.attempts[change],
    ownQuestions: merge.ownQuestions[change],
    labSessions: merge.labSessions[change],
    scenarioSessions: merge.scenarioSessions[change],
    triageSessions: merge.triageSessions[change],
    threatModels: merge.threatModels[change],
  });
  const [added, updated] = [pick('added'), pick('updated')];
  const sentences: string[] = [];
  if (!none(added)) sentences.push(`Adds ${words(added)}.`);
  if (!none(updated)) sentences.push(`Puts ${words(updated)} in the place of older versions here.`);
  if (sentences.length === 0 && !none(holds))
    sentences.push('Adds nothing: this is all here already, or newer.');
  sentences.push(merge.settings ? 'Takes its settings.' : 'Keeps the settings here.');
  return sentences.join(' ');
}

/** What replacing does, in sentences. */
export function replaceDoes({ holds, replace }: ImportPreview): string {
  const first = none(replace.removes)
    ? 'There is nothing here to delete.'
    : `Deletes ${words(replace.removes)} here first.`;
  return `${first} Then brings in ${words(holds)}, and its settings.`;
}
