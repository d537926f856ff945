import type { z } from 'zod';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import { analyze } from '#core/threat-model/analyze.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { analysisView } from '../routes/schemas/threat-model.ts';

/** What the rules say of a model; every rule once, since a large model fires the same one often. */
export function analysisOf(model: ThreatModel, rules: readonly ThreatRule[]): z.infer<typeof analysisView> {
  const { threats, questions } = analyze(model, rules);
  const named = new Set([...threats.map(({ rule }) => rule.id), ...model.dismissed.map(({ rule }) => rule)]);
  return {
    threats: threats.map(({ rule, element, label, because }) => ({ rule: rule.id, element, label, because })),
    questions: questions.map(({ rules: decided, element, label, fact, question }) => ({
      ...{ element, label, fact, question, decides: decided.length },
    })),
    rules: rules.filter(({ id }) => named.has(id)).map(ruleView),
  };
}

const ruleView = (rule: ThreatRule) => ({
  id: rule.id,
  title: rule.title,
  stride: rule.stride,
  explanation: rule.explanation,
  falsePositive: rule.falsePositive,
  cwe: rule.cwe,
  capec: rule.capec,
  mitigations: rule.mitigations,
});
