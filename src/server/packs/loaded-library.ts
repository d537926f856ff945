import { isDeepStrictEqual } from 'node:util';
import type { PackManifest } from '#core/content/pack.ts';
import type { Question, QuestionPrompt } from '#core/content/question.ts';
import { type CheckedFile, checkQuestionFile } from './check-question.ts';
import type { ContentLibrary, InstalledPack } from './library.ts';
import { loadTriage } from './load-triage.ts';
import { LoadedLabs } from './loaded-labs.ts';
import { LoadedScenarios } from './loaded-scenarios.ts';
import type { PromptCache } from './prompt-cache.ts';
import type { LabPlace } from './read-lab-brief.ts';
import type { PackExtras } from './read-pack.ts';
import { readPrompt } from './read-prompt.ts';
import { type QuestionPlace, slugOfFile } from './read-question.ts';
import type { ScenarioPlace } from './read-scenario-brief.ts';

/** What a pack is before its questions are added. */
export type PackHead = {
  readonly manifest: PackManifest;
  readonly folder: string;
  readonly removable: boolean;
  readonly extras: PackExtras;
  /** Errors outside the questions. */
  readonly errors: number;
};

/** Rubrics kept in memory; a long session touches few of them. */
const mostRemembered = 500;

type Pack = PackHead & { offered: number; unchecked: number; leftOut: number };
type Prompts = Map<string, QuestionPrompt>;

/**
 * The library while the program runs. A prompt may be offered before its whole file is checked; `settle` then
 * takes in what the check found. A slug belongs to the first pack with a file of that name, sound or not.
 */
export class LoadedLibrary implements ContentLibrary {
  readonly #cache: PromptCache;
  /** By folder. */
  readonly #packs = new Map<string, Pack>();
  /** By slug, as the next two. */
  readonly #places = new Map<string, QuestionPlace>();
  readonly #unchecked = new Map<string, QuestionPlace>();
  readonly #read = new Map<string, Question>();
  readonly #labs = new LoadedLabs();
  readonly #scenarios = new LoadedScenarios();
  #triage: ContentLibrary['triage'] | undefined;
  #prompts: Prompts = new Map();

  constructor(cache: PromptCache) {
    this.#cache = cache;
  }

  get prompts(): ReadonlyMap<string, QuestionPrompt> {
    return this.#prompts;
  }

  get lexicon(): ContentLibrary['lexicon'] {
    return this.#extras().flatMap(({ lexicon }) => lexicon);
  }

  get redFlags(): ContentLibrary['redFlags'] {
    return this.#extras().flatMap(({ redFlags }) => redFlags);
  }

  get guide(): ContentLibrary['guide'] {
    return this.#extras().flatMap(({ guide }) => guide);
  }

  get threatRules(): ContentLibrary['threatRules'] {
    const rules = this.#extras().flatMap(({ threatRules }) => threatRules);
    return rules.filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) === index);
  }

  get labs(): ContentLibrary['labs'] {
    return this.#labs.briefs;
  }

  lab(slug: string): ReturnType<ContentLibrary['lab']> {
    return this.#labs.lab(slug);
  }

  get scenarios(): ContentLibrary['scenarios'] {
    return this.#scenarios.briefs;
  }

  scenario(slug: string): ReturnType<ContentLibrary['scenario']> {
    return this.#scenarios.scenario(slug);
  }

  get triage(): ContentLibrary['triage'] {
    this.#triage ??= loadTriage([...this.#packs.values()]);
    return this.#triage;
  }

  get packs(): readonly InstalledPack[] {
    const labs = [...this.labs.values()];
    return [...this.#packs.values()].map((pack) => ({
      ...installed(pack),
      labs: labs.filter((lab) => lab.pack === pack.manifest.id).length,
    }));
  }

  addPack(head: PackHead): void {
    this.#triage = undefined;
    this.#packs.set(head.folder, { ...head, offered: 0, unchecked: 0, leftOut: 0 });
  }

  /** Adds a question by its prompt, or by a check of the whole file where the prompt cannot be read alone. */
  addQuestion(place: QuestionPlace): void {
    const pack = this.#packs.get(place.folder);
    if (!pack) throw new Error(`The pack of ${place.file} has not been added.`);
    const slug = slugOfFile(place.file);
    pack.leftOut += 1;
    if (this.#places.has(slug)) return;
    this.#places.set(slug, place);
    const known = this.#cache.prompt(place);
    const prompt = known ?? readPrompt(place);
    if (!prompt) this.#enter(checkQuestionFile(place).checked, this.#prompts);
    else offer(pack, this.#prompts, prompt);
    if (known || !prompt) return;
    this.#unchecked.set(slug, place);
    pack.unchecked += 1;
  }

  addLab(place: LabPlace): void {
    this.#labs.add(place);
  }

  addScenario(place: ScenarioPlace): void {
    this.#scenarios.add(place);
  }

  question(slug: string): Question | undefined {
    const known = this.#read.get(slug);
    if (known) return known;
    const place = this.#places.get(slug);
    if (!place) return undefined;
    const { checked, question } = checkQuestionFile(place);
    this.settle([checked]);
    if (question) this.#remember(slug, question);
    return question;
  }

  /** The files that are offered and not yet checked. */
  unchecked(): readonly QuestionPlace[] {
    return [...this.#unchecked.values()];
  }

  /** Takes in what checks of whole files found: leaves out what has errors. */
  settle(files: readonly CheckedFile[]): void {
    const isNews = ({ place, prompt }: CheckedFile): boolean =>
      !isDeepStrictEqual(prompt, this.#prompts.get(slugOfFile(place.file)));
    const prompts = files.some(isNews) ? new Map(this.#prompts) : this.#prompts;
    for (const file of files) this.#enter(file, prompts);
    this.#prompts = prompts;
  }

  /** Checks here and now what was not checked before, and remembers it for the next start. */
  checkAll(): void {
    this.settle(this.unchecked().map((place) => checkQuestionFile(place).checked));
    this.save();
  }

  /** Remembers for the next start what passed its check. */
  save(): void {
    this.#cache.save();
  }

  #enter(checked: CheckedFile, prompts: Prompts): void {
    const slug = slugOfFile(checked.place.file);
    const pack = this.#packs.get(checked.place.folder);
    if (!pack) return;
    if (this.#unchecked.delete(slug)) pack.unchecked -= 1;
    this.#cache.keep(checked);
    if (checked.prompt) offer(pack, prompts, checked.prompt);
    else leaveOut(pack, prompts, slug);
  }

  #remember(slug: string, question: Question): void {
    if (this.#read.size >= mostRemembered) {
      const [oldest] = this.#read.keys();
      if (oldest !== undefined) this.#read.delete(oldest);
    }
    this.#read.set(slug, question);
  }

  #extras(): readonly PackExtras[] {
    return [...this.#packs.values()].map(({ extras }) => extras);
  }
}

function offer(pack: Pack, prompts: Prompts, prompt: QuestionPrompt): void {
  if (!prompts.has(prompt.slug)) {
    pack.offered += 1;
    pack.leftOut -= 1;
  }
  prompts.set(prompt.slug, prompt);
}

function leaveOut(pack: Pack, prompts: Prompts, slug: string): void {
  if (!prompts.delete(slug)) return;
  pack.offered -= 1;
  pack.leftOut += 1;
}

const installed = ({ manifest, folder, removable, ...counts }: Pack): Omit<InstalledPack, 'labs'> => ({
  manifest,
  folder,
  removable,
  questions: counts.offered,
  unchecked: counts.unchecked,
  problems: counts.errors + counts.leftOut,
});
