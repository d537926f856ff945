import { z } from 'zod';

/** Scanners put what they like into the less important parts; what is odd there is left out, not refused. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const bag = lenient(
  z.looseObject({
    tags: lenient(z.array(z.string())),
    cwe: lenient(z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])),
    'security-severity': lenient(z.union([z.string(), z.number()])),
  }),
);

const reference = z.looseObject({
  id: lenient(z.string()),
  index: lenient(z.int()),
  toolComponent: lenient(
    z.looseObject({ name: lenient(z.string()), index: lenient(z.int()), guid: lenient(z.string()) }),
  ),
});

const message = z.looseObject({
  text: z.string().optional(),
  markdown: lenient(z.string()),
  id: lenient(z.string()),
  arguments: lenient(z.array(z.string())),
});
const text = lenient(z.looseObject({ text: lenient(z.string()) }));

const rule = z.looseObject({
  id: z.string(),
  name: lenient(z.string()),
  shortDescription: text,
  fullDescription: text,
  helpUri: lenient(z.string()),
  messageStrings: lenient(z.record(z.string(), z.looseObject({ text: z.string() }))),
  defaultConfiguration: lenient(z.looseObject({ level: lenient(z.string()) })),
  relationships: lenient(z.array(z.looseObject({ target: reference }))),
  properties: bag,
});
export type SarifRule = z.infer<typeof rule>;

const component = z.looseObject({
  name: z.string(),
  rules: z.array(rule).max(100_000).optional(),
});

const artifactLocation = z.looseObject({
  uri: z.string().max(4000).optional(),
  uriBaseId: z.string().optional(),
  index: z.int().optional(),
});
export type SarifArtifactLocation = z.infer<typeof artifactLocation>;

const line = z.int().min(1).max(10_000_000);
const physicalLocation = z.looseObject({
  artifactLocation: artifactLocation.optional(),
  region: z.looseObject({ startLine: line.optional(), endLine: line.optional() }).optional(),
});

const result = z.looseObject({
  ruleId: z.string().optional(),
  ruleIndex: z.int().optional(),
  rule: lenient(reference),
  kind: lenient(z.string()),
  level: lenient(z.string()),
  baselineState: lenient(z.string()),
  message,
  locations: z.array(z.looseObject({ physicalLocation: physicalLocation.optional() })).optional(),
  taxa: lenient(z.array(reference)),
  suppressions: lenient(z.array(z.looseObject({ status: lenient(z.string()) }))),
  properties: bag,
});
export type SarifResult = z.infer<typeof result>;

const run = z.looseObject({
  tool: z.looseObject({ driver: component, extensions: z.array(component).max(1000).optional() }),
  results: z.array(result).max(100_000).nullish(),
  artifacts: lenient(z.array(z.looseObject({ location: lenient(artifactLocation) }))),
  originalUriBaseIds: lenient(z.record(z.string(), artifactLocation)),
});
export type SarifRun = z.infer<typeof run>;

/** The parts of a SARIF 2.1.0 log that a review needs. */
export const sarifLog = z.looseObject({ version: z.string(), runs: z.array(run).max(200) });
