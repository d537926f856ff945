import type { Threat } from '../document.ts';

/** The statement of a threat in one sentence, its notes below; empty when nothing was written. */
export function statementText({ statement, notes }: Threat): string {
  const { source, prerequisite, action, impact, asset } = statement;
  const parts = [
    source,
    prerequisite && `given ${prerequisite}`,
    action,
    impact && `so that ${impact}`,
    asset && `(asset: ${asset})`,
  ].filter((part) => part.trim() !== '');
  return [parts.join(', ').replace(', (asset', ' (asset'), notes]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
