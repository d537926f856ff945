import { readCvss, type Severity } from './cvss.ts';
import { weaknesses } from './cwe/tree.ts';
import { type ReviewFinding, statedSeverity } from './finding.ts';

export { readSarif, type SarifReading } from './sarif/read-sarif.ts';

const levels: Readonly<Record<Severity, string>> = {
  none: 'none',
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};
const unnamedRule = 'review-finding';
/** Index of the CWE taxonomy in the run. */
const taxonomy = { name: 'CWE', index: 0 };

/**
 * Findings as a SARIF 2.1.0 log. CWE ids are written as tags, as relationships to the CWE taxonomy and as taxa, since
 * tools look in different places; what SARIF has no place for (vector, remediation) stands in the property bags.
 */
export function toSarif(findings: readonly ReviewFinding[], version: string): object {
  const ids = [...new Set(findings.map(({ cwe }) => cwe))];
  const known = ids.filter((id) => id !== undefined);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Hotseat',
            semanticVersion: version,
            supportedTaxonomies: [taxonomy],
            rules: ids.map(ruleFor),
          },
        },
        taxonomies: [
          {
            name: taxonomy.name,
            organization: 'MITRE',
            shortDescription: { text: 'Common Weakness Enumeration' },
            informationUri: 'https://cwe.mitre.org/',
            taxa: known.map((id) => ({ id: String(id), name: nameOf(id), helpUri: linkTo(id) })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultFor(finding, ids.indexOf(finding.cwe))),
      },
    ],
  };
}

const nameOf = (cwe: number): string => weaknesses.get(cwe)?.name ?? `CWE-${cwe}`;
const linkTo = (cwe: number): string => `https://cwe.mitre.org/data/definitions/${cwe}.html`;

function ruleFor(cwe: number | undefined): object {
  if (cwe === undefined)
    return {
      id: unnamedRule,
      shortDescription: { text: 'A finding without a CWE' },
      properties: { tags: ['security'] },
    };
  return {
    id: `CWE-${cwe}`,
    shortDescription: { text: nameOf(cwe) },
    helpUri: linkTo(cwe),
    relationships: [{ target: { id: String(cwe), toolComponent: taxonomy }, kinds: ['superset'] }],
    properties: { tags: ['security', `external/cwe/cwe-${String(cwe).padStart(3, '0')}`] },
  };
}

function resultFor(finding: ReviewFinding, ruleIndex: number): object {
  const { cwe, startLine, endLine } = finding;
  return {
    ruleId: cwe === undefined ? unnamedRule : `CWE-${cwe}`,
    ruleIndex,
    level: levels[statedSeverity(finding) ?? 'medium'],
    message: { text: finding.explanation || (cwe === undefined ? 'No explanation was given.' : nameOf(cwe)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encoded(finding.file), uriBaseId: '%SRCROOT%' },
          region: { startLine, endLine: endLine ?? startLine },
        },
      },
    ],
    ...(cwe !== undefined && { taxa: [{ id: String(cwe), toolComponent: taxonomy }] }),
    properties: propertiesOf(finding),
  };
}

function propertiesOf({ cvss, severity, explanation, remediation }: ReviewFinding): object {
  const read = cvss === undefined ? undefined : readCvss(cvss);
  return {
    ...(read?.ok && { cvss, 'security-severity': read.score.toFixed(1) }),
    ...(severity !== undefined && { severity }),
    ...(!explanation && { explanation: explanation ?? null }),
    ...(remediation !== undefined && { remediation }),
  };
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
