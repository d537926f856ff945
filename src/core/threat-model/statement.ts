import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { Threat } from './document.ts';

export type Statement = Threat['statement'];

/** Longest title that is proposed, in characters; what is longer is cut at a word. */
const longestTitle = 90;

/**
 * The parts of a statement as one sentence, "A [source] who [prerequisite] can [action], which leads to [impact] of
 * [asset]."; parts that are empty leave no gap, and a statement without any part is an empty text. An action that
 * stands alone or is a sentence of its own stays as it was written.
 */
export function threatSentence(statement: Statement): string {
  const [source, prerequisite, action] = [statement.source, statement.prerequisite, statement.action].map(
    tidied,
  ) as [string, string, string];
  const end = consequence(statement);
  const hasNobody = source === '' && prerequisite === '';
  const subject = `${withArticle(source)}${clause(prerequisite)}`;
  if (isSentence(statement.action) || (hasNobody && end === '')) {
    const deed = statement.action.trim();
    return [hasNobody ? deed : `${subject}: ${deed}`, end && `This ${end}.`].filter(Boolean).join(' ');
  }
  const deed = action.replace(/^(?:can|could|to)\s+/i, '');
  if (deed !== '') return `${subject} can ${deed}${end && `, which ${end}`}.`;
  if (end !== '') return `${subject} can do what ${end}.`;
  return subject;
}

/** On one line, without the sign at its end that would stand in the middle of the sentence. */
const tidied = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '');

const isSentence = (text: string): boolean => /^[^\p{L}]*\p{Lu}.*[.!?]$/su.test(text.trim());

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function consequence(statement: Statement): string {
  const impact = tidied(statement.impact).replace(/^(?:which\s+)?leads?\s+to\s+/i, '');
  const asset = tidied(statement.asset);
  if (impact === '') return asset === '' ? '' : `harms ${asset}`;
  return asset === '' ? `leads to ${impact}` : `leads to ${impact.replace(/\s+of$/i, '')} of ${asset}`;
}

const determined =
  /^(?:an?|the|any|some|every|each|all|one|two|three|no|another|other|others|someone|somebody|anyone|anybody|everyone|everybody|nobody|whoever|people|our|their|its|this|that|these|those|\d+)\b/i;

/** "An attacker", "A user", "Users of the shop", "The operator"; "Somebody" when nobody is named. */
function withArticle(source: string): string {
  if (source === '') return 'Somebody';
  const [head = source] = source.split(/ (?:of|with|without|in|on|at|from|to|for|who|that|behind|inside) /);
  if (determined.test(source) || /[^suií]s$/i.test(head)) return capitalized(source);
  return `${startsWithVowel(source) ? 'An' : 'A'} ${source}`;
}

/** By sound as far as spelling tells: "an hour", "a user", "an SSO session", "a URL". */
function startsWithVowel(words: string): boolean {
  const [first = ''] = words.split(/[^\p{L}\p{N}]/u);
  if (/^\p{Lu}{2,}s?$/u.test(first)) return /^[AEFHILMNORSX]/.test(first);
  if (/^(?:uni(?!n)|us[aeiu]|eu|one\b|once\b)/i.test(words)) return false;
  return /^(?:[aeiou8]|hour|honest|heir)/i.test(words);
}

function clause(prerequisite: string): string {
  const words = prerequisite.replace(/^(?:who|that)\s+/i, '');
  if (words === '') return '';
  if (/^(?:when|once|if|while|after|before|because|given|as|since|until)\b/i.test(words))
    return `, ${words},`;
  const isPhrase =
    /^(?:with|without|on|in|inside|outside|within|at|near|behind|from|by|under|having|holding|using|knowing|whose)\b/i;
  return isPhrase.test(words) ? ` ${words}` : ` who ${words}`;
}

const happenings: Readonly<Record<StrideCategory, readonly [alone: string, at: string]>> = {
  spoofing: ['Somebody pretends to be another', 'Spoofing of'],
  tampering: ['Something is changed unnoticed', 'Tampering with'],
  repudiation: ['A deed can be denied', 'Repudiation at'],
  'information-disclosure': ['Something is read by the wrong people', 'Disclosure from'],
  'denial-of-service': ['Something stops serving', 'Denial of service of'],
  'elevation-of-privilege': ['Somebody may do more than granted', 'Elevation of privilege in'],
};

/** A title from what the statement says; from the category and the labels of the places when it says nothing yet. */
export function proposedTitle(
  statement: Statement,
  stride: StrideCategory,
  places: readonly string[],
): string {
  const [action = ''] = tidied(statement.action).split(/(?<=[.!?])\s/);
  if (action !== '') return shortened(capitalized(tidied(action).replace(/^(?:can|could|to)\s+/i, '')));
  const impact = tidied(statement.impact).replace(/\s+of$/i, '');
  const asset = tidied(statement.asset);
  if (impact !== '') return shortened(capitalized(asset === '' ? impact : `${impact} of ${asset}`));
  const [alone, at] = happenings[stride];
  const named = asset === '' ? places : [asset];
  return named.length === 0 ? alone : shortened(`${at} ${named.join(', ')}`);
}

function shortened(title: string): string {
  if (title.length <= longestTitle) return title;
  const cut = title.slice(0, longestTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle - 30)).replace(/[\s,;:]+$/, '')}…`;
}
