import type { Scenario, ScenarioBrief } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { readScenario } from './read-scenario.ts';
import { readScenarioBrief, type ScenarioPlace } from './read-scenario-brief.ts';

/** The scenarios of all packs; nothing is read before somebody asks. A slug belongs to the first pack that has it. */
export class LoadedScenarios {
  readonly #places = new Map<string, ScenarioPlace>();
  readonly #read = new Map<string, Scenario<ThreatModel> | undefined>();
  #briefs: ReadonlyMap<string, ScenarioBrief> | undefined;

  add(place: ScenarioPlace): void {
    if (this.#places.has(place.slug)) return;
    this.#places.set(place.slug, place);
    this.#briefs = undefined;
  }

  get briefs(): ReadonlyMap<string, ScenarioBrief> {
    this.#briefs ??= new Map(
      [...this.#places.values()].flatMap((place) => {
        const brief = readScenarioBrief(place);
        return brief ? [[place.slug, brief] as const] : [];
      }),
    );
    return this.#briefs;
  }

  scenario(slug: string): Scenario<ThreatModel> | undefined {
    const place = this.#places.get(slug);
    if (!place) return undefined;
    if (!this.#read.has(slug)) this.#keep(place);
    return this.#read.get(slug);
  }

  /** A scenario with errors is no longer offered. */
  #keep({ folder, slug, pack }: ScenarioPlace): void {
    const { scenario } = readScenario(folder, slug, pack);
    this.#read.set(slug, scenario);
    if (!scenario) this.#briefs = new Map([...this.briefs].filter(([other]) => other !== slug));
  }
}
