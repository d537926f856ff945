import { z } from 'zod';
import type { ContentPath, Problem } from '#core/content/problem.ts';
import { type Scenario, scenarioFile } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { readDocument } from '#core/threat-model/read-document.ts';
import { readYaml } from './read-yaml.ts';
import { listScenario } from './scenario-files.ts';
import { fileProblem, readSourceFile } from './source-file.ts';
import type { Place } from './yaml-source.ts';

export type ScenarioReading = {
  /** `undefined` when a file of the scenario is missing or has an error. */
  readonly scenario: Scenario<ThreatModel> | undefined;
  /** All of them; files are named relative to the pack. */
  readonly problems: readonly Problem[];
  /** Where a path in one of its files stands; `file` is relative to the scenario. */
  place(file: string, path: ContentPath): Place;
};

/** In UTF-16 code units: an interviewer says no more than this at the start. */
const longestBrief = 1500;

/**
 * Reads the scenario in `scenarios/<slug>` of the pack in `folder`: everything, with what it holds back and its
 * reference models. Whether these agree with each other is for `lintScenario`.
 */
export function readScenario(folder: string, slug: string, pack: string): ScenarioReading {
  const { files, problems } = listScenario(folder, slug);
  const reader = new ScenarioReader(folder, `scenarios/${slug}`, problems);
  const place = (file: string, path: ContentPath): Place => reader.place(file, path);
  if (files.length === 0) return { scenario: undefined, problems: reader.problems, place };
  const described = reader.described();
  const brief = reader.brief();
  const references = files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => reader.reference(file.slice(file.lastIndexOf('/') + 1)) ?? []);
  const sound = reader.problems.every(({ severity }) => severity !== 'error');
  const scenario = sound && described ? { ...described, slug, pack, brief, references } : undefined;
  return { scenario, problems: reader.problems, place };
}

type Reference = Scenario<ThreatModel>['references'][number];

class ScenarioReader {
  readonly problems: Problem[];
  readonly #folder: string;
  readonly #root: string;
  readonly #places = new Map<string, (path: ContentPath) => Place>();

  constructor(folder: string, root: string, problems: readonly Problem[]) {
    this.#folder = folder;
    this.#root = root;
    this.problems = [...problems];
  }

  place(file: string, path: ContentPath): Place {
    return this.#places.get(file)?.(path) ?? { line: 1, column: 1 };
  }

  described(): z.infer<typeof scenarioFile> | undefined {
    return this.#yaml('scenario.yaml', scenarioFile);
  }

  brief(): string {
    const file = `${this.#root}/brief.md`;
    const read = readSourceFile(this.#folder, file);
    if ('problem' in read) {
      this.problems.push(read.problem);
      return '';
    }
    const text = read.source.text.trimEnd();
    if (text.trim() === '')
      this.problems.push(fileProblem(file, 'empty', 'The brief is empty.', 'Say what the interviewer says.'));
    if (text.length > longestBrief) {
      const message = `The brief has ${text.length} characters; ${longestBrief} are the most.`;
      this.problems.push(fileProblem(file, 'brief-too-long', message, 'Hold more back: make it facts.'));
    }
    return text;
  }

  /** JSON is read as the YAML that it also is, so that problems have lines and columns. */
  reference(name: string): Reference | undefined {
    const value = this.#yaml(name, z.unknown());
    if (value === undefined) return undefined;
    const read = readDocument(value);
    if (read.ok) return { name, model: read.model };
    const file = `${this.#root}/${name}`;
    for (const { path, message, mend } of read.problems) {
      const place = this.place(name, stepsOf(path));
      this.problems.push({ file, ...place, rule: 'reference-model', severity: 'error', message, mend });
    }
    return undefined;
  }

  #yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const read = readYaml(this.#folder, `${this.#root}/${file}`, schema);
    this.problems.push(...read.problems);
    this.#places.set(file, (path) => read.place(path));
    return read.value;
  }
}

/** The steps of a path such as `flows[3].to`. */
const stepsOf = (path: string): ContentPath =>
  (path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
