import { type ElementKind, elementKinds } from '#core/content/threat-model-vocabulary.ts';

export type Addable = ElementKind | 'boundary';

const type = 'application/x-hotseat-diagram';
export const addables: readonly Addable[] = [...elementKinds, 'boundary'];

/** What is dragged from the palette onto the board. */
export const draggedKind = {
  put: (data: DataTransfer, kind: Addable): void => {
    data.setData(type, kind);
    data.effectAllowed = 'copy';
  },
  isIn: (data: DataTransfer): boolean => data.types.includes(type),
  read: (data: DataTransfer): Addable | undefined => addables.find((kind) => kind === data.getData(type)),
};
