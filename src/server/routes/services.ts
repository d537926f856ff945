import { type OpenPages, ServedApps } from '../labs/served-apps.ts';
import type { ContentLibrary } from '../packs/library.ts';
import { Catalog } from '../practice/catalog.ts';
import type { Reader } from '../practice/reader.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { ModelReader } from '../scenarios/model-reader.ts';
import { QuestionSearch } from '../search/question-search.ts';
import type { Configured } from '../second-reader/configuration.ts';
import type { UserStorage } from '../storage/storage.ts';
import type { AccuracyCard } from './schemas/accuracy.ts';
import type { Notice, SystemItem } from './schemas/system.ts';

/** What the routes stand on; the composition root or a test provides it. */
export type Ground = {
  readonly version: string;
  readonly library: ContentLibrary;
  readonly storage: UserStorage;
  readonly reader: Reader;
  /** Reads threat models. */
  readonly modelReader: ModelReader;
  /** Where labs run. */
  readonly sandbox: Sandbox;
  readonly openPages: OpenPages;
  /** What was measured of the readers. */
  readonly accuracy: AccuracyCard | undefined;
  /** A reader outside this machine, where the user has set one up. */
  readonly secondReader: Configured;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly notices: () => readonly Notice[];
  readonly system: () => Promise<readonly SystemItem[]>;
  /** Takes note of an error that nobody expected. */
  readonly report: (error: unknown) => void;
};

/** The ground, and what is built on it once. */
export type Services = Ground & {
  readonly catalog: Catalog;
  readonly search: QuestionSearch;
  readonly redFlags: ContentLibrary['redFlags'];
  readonly servedApps: ServedApps;
};

export function createServices(ground: Ground): Services {
  const { library, storage, reader } = ground;
  return {
    ...ground,
    catalog: new Catalog({ library, storage, rubricFromReference: reader.rubricFromReference }),
    search: new QuestionSearch(library.prompts),
    redFlags: library.redFlags,
    servedApps: new ServedApps(ground.sandbox, ground.openPages),
  };
}

/** The present moment as it is stored. */
export const nowOf = ({ clock }: Ground): string => clock().toISOString();
