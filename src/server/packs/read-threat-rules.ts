import type { ContentPath, Finding, Problem } from '#core/content/problem.ts';
import { type ThreatRule, threatRuleFile } from '#core/content/threat-rule.ts';
import { checkThreatRules } from '#core/content/threat-rule-rules.ts';
import { weaknesses } from '#core/review/cwe/tree.ts';
import { readYaml } from './read-yaml.ts';

export type ThreatRulesRead = {
  readonly rules: readonly ThreatRule[];
  readonly problems: readonly Problem[];
};

/** Reads and checks all files of threat rules of a pack; a file with errors is left out whole. */
export function readThreatRules(folder: string, files: readonly string[]): ThreatRulesRead {
  const rules: ThreatRule[] = [];
  const problems: Problem[] = [];
  const homes = new Map<string, string>();
  for (const file of files) {
    const { value, problems: unreadable, place } = readYaml(folder, file, threatRuleFile);
    problems.push(...unreadable);
    if (!value) continue;
    const findings = [
      ...checkThreatRules(value),
      ...unknownWeaknesses(value.rules),
      ...takenIds(value.rules, homes),
    ];
    for (const { id } of value.rules) homes.set(id, file);
    problems.push(...findings.map(({ path, ...finding }) => ({ file, ...place(path), ...finding })));
    if (findings.every(({ severity }) => severity !== 'error')) rules.push(...value.rules);
  }
  return { rules, problems };
}

const error = (rule: string, path: ContentPath, message: string, mend: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  mend,
});

const unknownWeaknesses = (rules: readonly ThreatRule[]): Finding[] =>
  rules.flatMap(({ cwe }, index) =>
    cwe.flatMap((id, step) => {
      const known = weaknesses.get(id);
      if (known && known.level !== 'pillar') return [];
      const message = known ? `CWE-${id} is a pillar, too wide to say anything.` : `There is no CWE-${id}.`;
      const mend = 'Use a weakness of the CWE list that is not a pillar, category or view.';
      return [error('unknown-cwe', ['rules', index, 'cwe', step], message, mend)];
    }),
  );

const takenIds = (rules: readonly ThreatRule[], homes: ReadonlyMap<string, string>): Finding[] =>
  rules.flatMap(({ id }, index) => {
    const home = homes.get(id);
    if (home === undefined) return [];
    const message = `\`${home}\` already has a rule \`${id}\`.`;
    return [error('duplicate-id', ['rules', index, 'id'], message, 'Give one of them another id.')];
  });
