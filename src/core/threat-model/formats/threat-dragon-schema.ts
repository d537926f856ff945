import { z } from 'zod';

const text = z.string().nullish();

const threat = z.looseObject({
  id: z.string().nullish(),
  threatId: z.string().nullish(),
  title: text,
  type: text,
  status: text,
  severity: text,
  description: text,
  mitigation: text,
});
export type DragonThreat = z.infer<typeof threat>;

const end = z.looseObject({ cell: z.string().nullish(), id: z.string().nullish() }).nullish();
const threats = z.array(threat).nullish();

const cell = z.looseObject({
  id: z.string().min(1),
  type: text,
  shape: text,
  position: z.looseObject({ x: z.number(), y: z.number() }).nullish(),
  size: z.looseObject({ width: z.number(), height: z.number() }).nullish(),
  source: end,
  target: end,
  threats,
  data: z.looseObject({ type: text, name: text, description: text, threats }).nullish(),
});
export type DragonCell = z.infer<typeof cell>;

const cells = z.array(cell);

/** Threat Dragon 1 has the cells in `diagramJson`, Threat Dragon 2 in the diagram. */
const diagram = z.looseObject({
  title: text,
  description: text,
  diagramType: text,
  cells: cells.nullish(),
  diagramJson: z.looseObject({ cells: cells.nullish() }).nullish(),
});

export const threatDragonFile = z.looseObject({
  version: z.string().nullish(),
  summary: z.looseObject({ title: z.string(), description: text }),
  detail: z.looseObject({ diagrams: z.array(diagram) }),
});
export type ThreatDragonFile = z.infer<typeof threatDragonFile>;
