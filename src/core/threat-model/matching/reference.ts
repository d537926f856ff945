import type { ThreatModel } from '../document.ts';

/** A model that is known to be good, with other names for what is in it. */
export type Reference = {
  readonly model: ThreatModel;
  /** Names of an element, flow or boundary, its label among them. */
  names(id: string): readonly string[];
  /** How much a thing matters, 0..1: where two are as likely, the one that matters more is meant. */
  matters(id: string): number;
  /** The finer elements that a coarser one stands for, by id; they need not be in this model. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
};

/** The parts of an element, and the parts of those; each once, even where they go round in a circle. */
export function partsWithin(whole: string, parts: Reference['parts']): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(parts.get(whole) ?? [])];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part === whole || found.has(part)) continue;
    found.add(part);
    open.push(...(parts.get(part) ?? []));
  }
  return found;
}

/** How names are compared: built from a lexicon, outside of this room. */
export type LabelReader = {
  /** How likely two names mean the same thing, 0..1. */
  likeness(a: string, b: string): number;
  /** How much a name tells, 0..1: next to nothing for "Service 1". */
  telling(label: string): number;
};

/** What a name says about a pair: nothing when it tells nothing. */
export type Evidence = { readonly likeness: number; readonly weight: number };

/** Compares a label with all names of a thing of the reference; the closest counts. */
export function nameEvidence(labels: LabelReader, label: string, names: readonly string[]): Evidence {
  let likeness = 0;
  for (const name of names) likeness = Math.max(likeness, labels.likeness(label, name));
  return { likeness, weight: likeness === 1 ? 1 : labels.telling(label) };
}

export type Weighted = readonly [value: number, weight: number];

/** The mean of values by weight; 0 without any. */
export function weightedMean(parts: readonly Weighted[]): number {
  let sum = 0;
  let all = 0;
  for (const [value, weight] of parts) {
    sum += value * weight;
    all += weight;
  }
  return all === 0 ? 0 : sum / all;
}
