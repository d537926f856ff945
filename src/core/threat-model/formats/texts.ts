import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { Losses } from './losses.ts';

/** A label on one line, without control characters; what is longer than a label may be is cut and told. */
export function labelOf(raw: string | null | undefined, fallback: string, losses: Losses): string {
  const line = (raw ?? '').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim();
  if (line.length > 200)
    losses.add(`"${line.slice(0, 40)}…"`, 'A label of more than 200 characters was cut.');
  return line === '' ? fallback : line.slice(0, 200).trim();
}

/** Paragraphs that have content, joined; what is longer than a text may be is cut and told. */
export function textOf(where: string, losses: Losses, ...parts: (string | null | undefined)[]): string {
  const text = parts.filter((part) => part?.trim()).join('\n\n');
  if (text.length > 4000) losses.add(where, 'A text of more than 4000 characters was cut.');
  return text.slice(0, 4000);
}

const strideOf: readonly (readonly [RegExp, StrideCategory])[] = [
  [/spoof|authentic/i, 'spoofing'],
  [/tamper|integrity/i, 'tampering'],
  [/repudiat|account/i, 'repudiation'],
  [/denial|availab/i, 'denial-of-service'],
  [/elevat|privilege|authoriz/i, 'elevation-of-privilege'],
  [/disclos|confiden|privacy/i, 'information-disclosure'],
];

/** The STRIDE category that another tool's name of a category means; `undefined` when it is none of them. */
export const strideNamed = (name: string): StrideCategory | undefined =>
  strideOf.find(([pattern]) => pattern.test(name))?.[1];

/** Threat Dragon's and the Open Threat Model's way to write the categories. */
export const strideNames: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Spoofing',
  tampering: 'Tampering',
  repudiation: 'Repudiation',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service',
  'elevation-of-privilege': 'Elevation of privilege',
};
