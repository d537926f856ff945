import type { Threat } from '../document.ts';
import { threatSentence } from '../statement.ts';

/** The statement of a threat in one sentence, its notes below; empty when nothing was written. */
export const statementText = ({ statement, notes }: Threat): string =>
  [threatSentence(statement), notes].filter((part) => part.trim() !== '').join('\n\n');
