import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelHistory } from '../use-model-history.ts';

export type Selection = ReadonlySet<string>;

/** A model under edit, as all views of it share it. */
export type Editing = {
  readonly document: ThreatModel;
  readonly history: ModelHistory;
  readonly readOnly: boolean;
  /** Ids of elements, flows and boundaries. */
  readonly selection: Selection;
  readonly select: (change: (before: Selection) => Selection) => void;
  /** Tells what happened to those who do not see it. */
  readonly say: (text: string) => void;
};

export const only =
  (...ids: readonly string[]) =>
  (): Selection =>
    new Set(ids);
