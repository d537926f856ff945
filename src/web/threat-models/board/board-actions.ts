import { createContext } from 'react';
import type { Box } from '#core/threat-model/formats/nesting.ts';

export type Actions = {
  /** Selects, alone or with what is selected already. */
  readonly choose: (id: string, isMore: boolean) => void;
  readonly rename: (id: string) => void;
  readonly renamed: (id: string, label: string) => void;
  readonly resized: (id: string, box: Box) => void;
  readonly readOnly: boolean;
};

const nothing = (): void => undefined;

/** What the things on the board can ask of it; the same object for as long as the board stands. */
export const BoardActions = createContext<Actions>({
  choose: nothing,
  rename: nothing,
  renamed: nothing,
  resized: nothing,
  readOnly: true,
});
