import type { Lab, LabBrief } from '#core/content/lab.ts';
import { readLab } from './read-lab.ts';
import { type LabPlace, readLabBrief } from './read-lab-brief.ts';

/** The labs of all packs; nothing is read before somebody asks. A slug belongs to the first pack that has it. */
export class LoadedLabs {
  readonly #places = new Map<string, LabPlace>();
  readonly #read = new Map<string, Lab | undefined>();
  #briefs: ReadonlyMap<string, LabBrief> | undefined;

  add(place: LabPlace): void {
    if (this.#places.has(place.slug)) return;
    this.#places.set(place.slug, place);
    this.#briefs = undefined;
  }

  get briefs(): ReadonlyMap<string, LabBrief> {
    this.#briefs ??= new Map(
      [...this.#places.values()].flatMap((place) => {
        const brief = readLabBrief(place);
        return brief ? [[place.slug, brief] as const] : [];
      }),
    );
    return this.#briefs;
  }

  lab(slug: string): Lab | undefined {
    const place = this.#places.get(slug);
    if (!place) return undefined;
    if (!this.#read.has(slug)) this.#keep(place);
    return this.#read.get(slug);
  }

  /** A lab with errors is no longer offered. */
  #keep({ folder, slug, pack }: LabPlace): void {
    const { lab } = readLab(folder, slug, pack);
    this.#read.set(slug, lab);
    if (!lab) this.#briefs = new Map([...this.briefs].filter(([other]) => other !== slug));
  }
}
