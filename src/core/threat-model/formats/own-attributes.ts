/** Where the Open Threat Model leaves room for a tool's own data: `attributes`, under the tool's name. */
const key = 'hotseat';

type Attributes = Readonly<Record<string, unknown>> | null | undefined;

/** The fields that Hotseat has put there for itself, of those that are asked for. */
export function ownFields(
  attributes: Attributes,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const own = attributes?.[key];
  if (typeof own !== 'object' || own === null) return {};
  return Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name)));
}

export const withOwnFields = (fields: Readonly<Record<string, unknown>>) => ({
  attributes: { [key]: fields },
});

/** The names of the fields that belong to other tools. */
export const foreignFields = (attributes: Attributes): readonly string[] =>
  Object.keys(attributes ?? {}).filter((name) => name !== key);

/** What of a model the Open Threat Model has no field for, by the kind of thing. */
export const ownNames = {
  project: ['assumptions', 'questions', 'residualRisk', 'tradeOffs', 'dismissed', 'layout', 'threatOrder'],
  component: ['kind', 'facts', 'inScope'],
  dataflow: ['facts', 'inScope', 'protocol'],
  threat: ['stride', 'statement', 'likelihood', 'impact', 'status', 'rule', 'notes', 'on'],
  mitigation: ['kind', 'status', 'threats', 'at'],
} as const;

/** The name of the zone that stands for "outside of all boundaries", which the format has no way to say. */
export const outsideZone = 'hotseat-outside-of-all-boundaries';
