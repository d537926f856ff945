import { z } from 'zod';

const text = z.string().nullish();
const attributes = z.record(z.string(), z.unknown()).nullish();
const parent = z.looseObject({ trustZone: text, component: text }).nullish();
const representations = z
  .array(
    z.looseObject({
      representation: text,
      position: z.looseObject({ x: z.number(), y: z.number() }).nullish(),
      size: z.looseObject({ width: z.number(), height: z.number() }).nullish(),
    }),
  )
  .nullish();

const threatOn = z.looseObject({
  threat: z.string(),
  state: text,
  mitigations: z.array(z.looseObject({ mitigation: text, state: text }).nullable()).nullish(),
});

const named = { id: z.string().min(1), name: z.string(), description: text, attributes };

const trustZone = z.looseObject({ ...named, parent, representations });
const component = z.looseObject({
  ...named,
  type: z.string(),
  parent,
  representations,
  threats: z.array(threatOn).nullish(),
});
const dataflow = z.looseObject({
  ...named,
  source: z.string(),
  destination: z.string(),
  bidirectional: z.boolean().nullish(),
  threats: z.array(threatOn).nullish(),
});
const threat = z.looseObject({
  ...named,
  categories: z.array(z.string().nullable()).nullish(),
  cwes: z.array(z.string().nullable()).nullish(),
  risk: z.looseObject({ likelihood: z.number().nullish(), impact: z.number().nullish() }).nullish(),
});
const mitigation = z.looseObject(named);

/** What is read of the Open Threat Model 0.1 and 0.2; more may stand in a file. */
export const otmFile = z.looseObject({
  otmVersion: z.string(),
  project: z.looseObject({ name: z.string(), id: z.string(), description: text, attributes }),
  trustZones: z.array(trustZone).nullish(),
  components: z.array(component).nullish(),
  dataflows: z.array(dataflow).nullish(),
  threats: z.array(threat).nullish(),
  mitigations: z.array(mitigation).nullish(),
});
export type OtmFile = z.infer<typeof otmFile>;
export type OtmComponent = z.infer<typeof component>;
export type OtmZone = z.infer<typeof trustZone>;
export type OtmFlow = z.infer<typeof dataflow>;
