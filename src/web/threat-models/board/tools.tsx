import { useReactFlow } from '@xyflow/react';
import type { RefObject } from 'react';
import { diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import { elementSize, emptyFrame, freePlace } from '#core/threat-model/diagram/geometry.ts';
import { layOut } from '#core/threat-model/diagram/lay-out.ts';
import { kindLabels } from '../editor/describe.ts';
import { QuickAdd } from '../editor/quick-add.tsx';
import { AlignMenu } from './align-menu.tsx';
import styles from './board.module.css';
import { type Addable, addables, draggedKind } from './drag.ts';
import { ExportMenu } from './export-menu.tsx';
import type { BoardDesk } from './use-board.ts';

type Props = { readonly desk: BoardDesk; readonly wrapper: RefObject<HTMLElement | null> };

const titleOf = (kind: Addable): string => (kind === 'boundary' ? 'Boundary' : kindLabels[kind]);

/** What stands above the board: what can be put on it, and what can be done with all of it. */
export function Tools({ desk, wrapper }: Props) {
  const flow = useReactFlow();
  const { document, history, say, readOnly } = desk.editing;
  /** In the middle of what is seen, beside what stands there. */
  const addInView = (kind: Addable): void => {
    const area = wrapper.current?.getBoundingClientRect();
    if (!area) return;
    const middle = flow.screenToFlowPosition({ x: area.x + area.width / 2, y: area.y + area.height / 2 });
    const size = kind === 'boundary' ? emptyFrame : elementSize;
    const corner = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, width: 1 };
    const frames = new Set(document.boundaries.map(({ id }) => id));
    const others = [...diagramBoxes(document)].flatMap(([id, box]) => (frames.has(id) ? [] : [box]));
    const { x, y } = freePlace(size, corner, others);
    desk.addAt(kind, { x: x + size.width / 2, y: y + size.height / 2 });
  };
  const arrange = (): void => {
    desk.showAll(history.perform({ type: 'place', boxes: layOut(document) }));
    say('Arranged the diagram.');
  };
  return (
    <div className={styles.tools}>
      {readOnly ? null : (
        <>
          <fieldset className={styles.group}>
            <legend className="visually-hidden">Add to the board</legend>
            {addables.map((kind) => (
              <button
                key={kind}
                type="button"
                className={styles.palette}
                draggable
                title={`${titleOf(kind)}: drag to the board, or press to add`}
                onDragStart={(event) => draggedKind.put(event.dataTransfer, kind)}
                onClick={() => addInView(kind)}
              >
                <span className={styles.swatch} data-kind={kind} aria-hidden="true" />
                {titleOf(kind)}
              </button>
            ))}
          </fieldset>
          <QuickAdd editing={desk.editing} onAdded={desk.follow} />
        </>
      )}
      <div className={styles.group}>
        {readOnly ? null : (
          <>
            <button type="button" className="button small" onClick={arrange}>
              Arrange
            </button>
            <AlignMenu editing={desk.editing} />
          </>
        )}
        <button type="button" className="button small" onClick={() => desk.showAll(document)}>
          Zoom to fit
        </button>
        <ExportMenu document={document} say={say} />
      </div>
    </div>
  );
}
