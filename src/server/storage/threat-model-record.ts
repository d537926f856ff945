import type { ThreatModel } from '#core/threat-model/document.ts';
import type { Instant } from './instant.ts';

/** A threat model that the user keeps; its title is that of the document. */
export type StoredThreatModel = {
  readonly id: string;
  readonly document: ThreatModel;
  /** Goes up by one with every accepted write; a writer who holds an older one is refused. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** How much stands in a document. */
export type ModelCounts = {
  readonly elements: number;
  readonly flows: number;
  readonly boundaries: number;
  readonly threats: number;
  readonly mitigations: number;
};

/** What lists need of a threat model, without its document. */
export type ThreatModelOutline = Omit<StoredThreatModel, 'document'> & {
  readonly title: string;
  readonly counts: ModelCounts;
};

export type ThreatModelWrite = {
  readonly document: ThreatModel;
  /** The revision that the writer last saw. */
  readonly revision: number;
  readonly at: Instant;
};

/** A threat model as it was at a moment that the user named; it never changes. */
export type ThreatModelVersion = {
  /** The id of the threat model. */
  readonly model: string;
  readonly id: string;
  readonly name: string;
  readonly document: ThreatModel;
  readonly savedAt: Instant;
};

export type ThreatModelVersionOutline = Omit<ThreatModelVersion, 'document' | 'model'> & {
  readonly counts: ModelCounts;
};
