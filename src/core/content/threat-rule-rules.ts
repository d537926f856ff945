import type { ContentPath, Finding } from './problem.ts';
import { appliesTo, type Fact, factWords, type SubjectKind } from './threat-facts.ts';
import type { Beside, Condition, ThreatRule, ThreatRuleFile } from './threat-rule.ts';

type Scope = { readonly kinds: readonly SubjectKind[]; readonly path: ContentPath };
/** What walking a condition comes to: problems, and the facts that it asks for. */
type Walked = { readonly findings: Finding[]; readonly facts: Set<Fact> };

const ofFlows = ['protocol', 'boundary', 'from', 'to'] as const;
const ofElements = ['incoming', 'outgoing', 'neighbor'] as const;

/**
 * Checks what a schema cannot: ids used once in the file, facts and relations that the thing can have, and
 * questions that the condition can raise. Returns all findings, in document order.
 */
export function checkThreatRules({ rules }: ThreatRuleFile): Finding[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const path = ['rules', index];
    const twice = seen.has(rule.id);
    seen.add(rule.id);
    return [...(twice ? [duplicate(rule.id, [...path, 'id'])] : []), ...checkRule(rule, path)];
  });
}

const error = (rule: string, path: ContentPath, message: string, mend: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  mend,
});

const duplicate = (id: string, path: ContentPath): Finding =>
  error('duplicate-id', path, `There are two rules \`${id}\`.`, 'Give one of them another id.');

function checkRule(rule: ThreatRule, path: ContentPath): Finding[] {
  const walked: Walked = { findings: [], facts: new Set() };
  walk(rule.when, { kinds: [rule.on], path: [...path, 'when'] }, walked);
  const idle = (Object.keys(rule.questions) as Fact[]).filter((fact) => !walked.facts.has(fact));
  return [
    ...walked.findings,
    ...idle.map((fact) =>
      error(
        'idle-question',
        [...path, 'questions', fact],
        `The condition does not look at \`${fact}\`.`,
        'Remove the question, or look at the fact.',
      ),
    ),
  ];
}

function walk(condition: Condition, scope: Scope, walked: Walked): void {
  const [key] = Object.keys(condition);
  if (key === undefined) return;
  const inside: Scope = { ...scope, path: [...scope.path, key] };
  checkPlace(key, inside, walked);
  const { all, any, not, fact, from, to, neighbor, incoming, outgoing } = condition;
  for (const [index, part] of (all ?? any ?? []).entries())
    walk(part, { ...inside, path: [...inside.path, index] }, walked);
  if (not) walk(not, inside, walked);
  if (fact) walkFact(fact, inside, walked);
  const flow = incoming ?? outgoing;
  if (flow) walk(flow, { kinds: ['flow'], path: inside.path }, walked);
  walkBeside(from ?? to ?? neighbor, inside, walked);
}

function walkBeside(beside: Beside | undefined, { path }: Scope, walked: Walked): void {
  if (beside?.when) walk(beside.when, { kinds: beside.is, path: [...path, 'when'] }, walked);
}

function walkFact(fact: Fact, { kinds, path }: Scope, walked: Walked): void {
  walked.facts.add(fact);
  for (const kind of kinds) {
    if (appliesTo(fact, kind)) continue;
    const mend = `Say it of something that can be so ("… ${factWords[fact].yes}"), or narrow the kinds.`;
    walked.findings.push(error('fact-of-other-kind', path, `A ${kind} has no fact \`${fact}\`.`, mend));
  }
}

function checkPlace(key: string, { kinds, path }: Scope, { findings }: Walked): void {
  const isFlow = kinds.includes('flow');
  const misplaced = (names: readonly string[]): boolean => names.includes(key);
  if (!isFlow && misplaced(ofFlows))
    findings.push(
      error(
        'misplaced-condition',
        path,
        `Only a flow has \`${key}\`.`,
        'Put it in `incoming` or `outgoing`.',
      ),
    );
  if (isFlow && misplaced(ofElements))
    findings.push(
      error('misplaced-condition', path, `A flow has no \`${key}\`.`, 'Put it in `from` or `to`.'),
    );
}
