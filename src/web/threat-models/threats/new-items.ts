import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { newId } from '#core/threat-model/edit/new-id.ts';
import { proposedTitle, type Statement } from '#core/threat-model/statement.ts';
import { labelsOf, namesIn } from './place-options.ts';

type Addition = { readonly id: string; readonly command: ModelCommand };

const unwritten: Statement = { source: '', prerequisite: '', action: '', impact: '', asset: '' };

/** A threat that is last in the order until somebody says otherwise. */
export function newThreat(model: ThreatModel, stride: StrideCategory, on: readonly string[]): Addition {
  const title = proposedTitle(unwritten, stride, labelsOf(on, namesIn(model)));
  const id = newId(model, 'threat');
  return { id, command: { type: 'add-item', list: 'threats', item: { id, title, stride, on: [...on] } } };
}

/** A mitigation against the threats, built where they act. */
export function newMitigation(model: ThreatModel, title: string, threats: readonly string[]): Addition {
  const at = model.threats.filter(({ id }) => threats.includes(id)).flatMap(({ on }) => on);
  const id = newId(model, 'mitigation');
  const item = { id, title, threats: [...threats], at: [...new Set(at)].slice(0, 50) };
  return { id, command: { type: 'add-item', list: 'mitigations', item } };
}
