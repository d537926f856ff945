import type { ThreatModel } from '#core/threat-model/document.ts';

const anybody = ['attacker on the internet', 'malicious insider', 'compromised dependency'];

const distinct = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.trim()).filter(Boolean)),
];

/**
 * What source and asset of a threat may be: what other threats name, then what is drawn, actors first for the one and
 * stores first for the other.
 */
export function suggestionsIn({ elements, threats }: ThreatModel): {
  readonly source: readonly string[];
  readonly asset: readonly string[];
} {
  const labelsOf = (...kinds: readonly string[]): readonly string[] =>
    elements.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label);
  return {
    source: distinct([
      ...threats.map(({ statement }) => statement.source),
      ...labelsOf('actor'),
      ...anybody,
      ...labelsOf('process'),
    ]),
    asset: distinct([
      ...threats.map(({ statement }) => statement.asset),
      ...labelsOf('store'),
      ...labelsOf('process'),
    ]),
  };
}
