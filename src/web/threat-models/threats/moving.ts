import type { DragHandle } from './use-drag-order.ts';

/** How a threat of the list is put elsewhere in the order. */
export type Moving = {
  /** The last place, counted from 0. */
  readonly last: number;
  readonly handle: DragHandle;
  readonly isChoosing: boolean;
  readonly onChoose: (isKey: boolean) => void;
  readonly onMove: (to: number) => void;
  readonly onCancel: () => void;
};
