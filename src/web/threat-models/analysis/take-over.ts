import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { newId } from '#core/threat-model/edit/new-id.ts';
import type { Finding, FindingRule } from '#web/ui/api/model-types.ts';

/** A finding as a threat of the model, last in its order, and the command that adds it. */
export function takeOver(
  model: ThreatModel,
  { element, label, because }: Finding,
  { id: rule, title, stride, explanation }: FindingRule,
): { readonly id: string; readonly command: ModelCommand } {
  const id = newId(model, 'threat');
  const item = {
    ...{ id, stride, rule, on: [element] },
    title: `${title}: ${label}`.slice(0, 200).trim(),
    notes: [explanation, because.join(' ')].join('\n\n').slice(0, 4000),
  };
  return { id, command: { type: 'add-item', list: 'threats', item } };
}

/** The threat that a finding was taken over as. */
export const takenOver = (model: ThreatModel, { rule, element }: Pick<Finding, 'rule' | 'element'>) =>
  model.threats.find((threat) => threat.rule === rule && threat.on.includes(element));

/** A candidate of a rule as a mitigation against a threat, built where the threat acts. */
export function addMitigation(
  model: ThreatModel,
  { title, kind, asvs }: FindingRule['mitigations'][number],
  threat: ThreatModel['threats'][number],
): ModelCommand {
  const item = {
    ...{ id: newId(model, 'mitigation'), kind, threats: [threat.id], at: threat.on },
    title: title.slice(0, 200).trim(),
    description: asvs.length > 0 ? `ASVS 5.0: ${asvs.join(', ')}.` : '',
  };
  return { type: 'add-item', list: 'mitigations', item };
}
