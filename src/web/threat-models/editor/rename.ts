import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';

/** Gives an element, flow or boundary another label; undefined where there is no such thing. */
export function renameCommand(model: ThreatModel, id: string, label: string): ModelCommand | undefined {
  const has = (list: readonly { readonly id: string }[]): boolean => list.some((item) => item.id === id);
  const changes = { label };
  if (has(model.elements)) return { type: 'update-element', id, changes };
  if (has(model.flows)) return { type: 'update-flow', id, changes };
  return has(model.boundaries) ? { type: 'update-boundary', id, changes } : undefined;
}
