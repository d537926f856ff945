import type { ThreatModel } from '#core/threat-model/document.ts';
import { readDocument } from '#core/threat-model/read-document.ts';
import type { Text } from '#web/ui/drafts/draft.ts';

/** A document as one text for the draft keeper: the same document always gives the same text. */
export const textOfModel = (document: ThreatModel): Text => ({
  answer: JSON.stringify(document, inOrder),
  notes: '',
});

/** Keys in one order, so that a document is recognized however it came about. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads what `textOfModel` wrote. */
export const modelOfText = ({ answer }: Pick<Text, 'answer'>): ThreatModel =>
  JSON.parse(answer) as ThreatModel;

/** Whether a text is a sound document; what lies in the browser's storage may be damaged. */
export function isModelText({ answer }: Text): boolean {
  try {
    return readDocument(JSON.parse(answer)).ok;
  } catch {
    return false;
  }
}
