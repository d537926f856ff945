import type { SarifResult, SarifRule } from './sarif-log.ts';

const inText = /\bCWE[-_: ]?0*(\d{1,5})\b/i;
const inLink = /cwe\.mitre\.org\/data\/definitions\/0*(\d{1,5})/i;

/**
 * The weakness that a result reports, from where scanners put it, most exact first: taxa and relationships to a CWE
 * taxonomy (gosec, SpotBugs), tags (CodeQL, Semgrep, Bandit), properties named `cwe`, the rule's id, link and
 * texts. With several, the first.
 */
export function weaknessOf(result: SarifResult, rule: SarifRule | undefined): number | undefined {
  const references = [...(result.taxa ?? []), ...(rule?.relationships ?? []).map(({ target }) => target)];
  const numbers = [
    ...references.map(ofReference),
    ...[result.properties, rule?.properties]
      .flatMap((bag) => [...(bag?.tags ?? []), ...listed(bag?.cwe)])
      .map(ofText),
    ...textsOf(result, rule).map(ofText),
  ];
  return numbers.find((number) => number !== undefined);
}

type Reference = NonNullable<SarifResult['taxa']>[number];

function ofReference({ id, toolComponent }: Reference): number | undefined {
  const isCwe = /cwe/i.test(toolComponent?.name ?? '') || /^CWE-/i.test(id ?? '');
  const number = /^(?:CWE-)?0*(\d{1,5})$/i.exec(id ?? '')?.[1];
  return isCwe && number !== undefined ? Number(number) : undefined;
}

function ofText(text: string): number | undefined {
  const number = (inText.exec(text) ?? inLink.exec(text))?.[1];
  return number === undefined ? undefined : Number(number);
}

const textsOf = ({ ruleId, message }: SarifResult, rule: SarifRule | undefined): string[] =>
  [
    ruleId,
    rule?.id,
    rule?.name,
    rule?.helpUri,
    message.text,
    rule?.shortDescription?.text,
    rule?.fullDescription?.text,
  ].filter((text) => text !== undefined);

type Listed = NonNullable<SarifRule['properties']>['cwe'];

const listed = (value: Listed): string[] =>
  [value ?? []].flat().map((item) => (/^\d+$/.test(String(item)) ? `CWE-${item}` : String(item)));
