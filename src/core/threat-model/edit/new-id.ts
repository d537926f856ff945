import type { ThreatModel } from '../document.ts';

/**
 * An id that nothing in the model has yet, made of the letters and digits of a label: `upload-api`, and
 * `upload-api-2` where that is taken. `also` are ids that are about to be taken.
 */
export function newId(model: ThreatModel, label: string, also: ReadonlySet<string> = new Set()): string {
  const taken = new Set([...takenIds(model), ...also]);
  const stem = slugOf(label);
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function takenIds(model: ThreatModel): readonly string[] {
  const { elements, flows, boundaries, threats, mitigations, assumptions, questions } = model;
  const lists = [elements, flows, boundaries, threats, mitigations, assumptions, questions];
  return lists.flatMap((list) => list.map(({ id }) => id));
}

function slugOf(label: string): string {
  const plain = label.normalize('NFKD').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'item';
}
