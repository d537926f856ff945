import type { TriageFinding, TriageSet } from '../content/triage.ts';

export type SarifExport = {
  /** Of Hotseat. */
  readonly version: string;
  /** Base score of a CVSS 4.0 vector, 0.0..10.0. */
  readonly scoreOf: (vector: string) => number;
};

/**
 * The findings of a set as a SARIF 2.1.0 log, one run for each tool. Findings of people stand in it with their ticket
 * as the message and without a place in the code. Nothing that an expert says is in it.
 */
export function triageSarif(set: TriageSet, options: SarifExport): object {
  const tools = [...new Set(set.findings.map(({ tool }) => tool))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: tools.map((tool) =>
      runOf(
        tool,
        set.findings.filter((finding) => finding.tool === tool),
        options,
      ),
    ),
  };
}

const ruleOf = ({ sarif, cwe }: TriageFinding): string => sarif?.ruleId ?? `CWE-${cwe}`;

function runOf(tool: string, findings: readonly TriageFinding[], options: SarifExport): object {
  const rules = [...new Set(findings.map(ruleOf))];
  return {
    tool: {
      driver: {
        name: tool,
        rules: rules.map((id) => ruleFor(id, findings)),
      },
    },
    columnKind: 'utf16CodeUnits',
    properties: { exportedBy: `Hotseat ${options.version}` },
    results: findings.map((finding) => resultOf(finding, rules.indexOf(ruleOf(finding)), options)),
  };
}

function ruleFor(id: string, findings: readonly TriageFinding[]): object {
  const cwes = [...new Set(findings.filter((finding) => ruleOf(finding) === id).map(({ cwe }) => cwe))];
  const tags = cwes.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`);
  return { id, properties: { tags: ['security', ...tags] } };
}

/** The level of a ticket follows its score. */
const levelOf = (score: number): string => (score >= 7 ? 'error' : score >= 4 ? 'warning' : 'note');

function resultOf(finding: TriageFinding, ruleIndex: number, { scoreOf }: SarifExport): object {
  const { id, title, source, sarif, ticket, cvss, cve } = finding;
  const score = scoreOf(cvss);
  return {
    ruleId: ruleOf(finding),
    ruleIndex,
    level: sarif?.level ?? levelOf(score),
    message: { text: sarif?.message ?? ticket ?? title },
    ...(sarif && { locations: [placeOf(sarif)] }),
    partialFingerprints: { 'hotseatFinding/v1': id },
    properties: {
      ...{ title, source, cvss, 'security-severity': score.toFixed(1) },
      ...(cve && { cve: cve.id, epss: cve.epss, kev: cve.kev }),
    },
  };
}

const placeOf = ({ uri, startLine }: NonNullable<TriageFinding['sarif']>): object => ({
  physicalLocation: {
    artifactLocation: { uri: uri.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region: { startLine },
  },
});
