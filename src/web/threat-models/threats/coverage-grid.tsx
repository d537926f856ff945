import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { type CoverageRow, coverageOf, isUsual } from '#core/threat-model/coverage.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import { plural } from '#web/ui/labels.ts';
import { gridStep } from './grid-step.ts';
import styles from './matrix.module.css';
import { placeKindLabels, strideLetters } from './threat-labels.ts';

type Props = {
  readonly model: ThreatModel;
  /** Absent where nothing can be written. */
  readonly onStart: ((stride: StrideCategory, id: string) => void) | null;
};

/** From here on flows are shown when they are asked for. */
const manyFlows = 60;

/** Elements and flows by the six categories: what has threats, and where nobody has looked yet. */
export function CoverageGrid({ model, onStart }: Props) {
  const id = useId();
  const [withFlows, setWithFlows] = useState(model.flows.length <= manyFlows);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const rows = coverageOf(model).filter(({ kind }) => withFlows || kind !== 'flow');
  if (model.elements.length + model.flows.length === 0)
    return <p className="muted">The diagram is empty: what is drawn there appears here.</p>;
  const stop = { row: Math.min(at.row, rows.length - 1), column: at.column };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = gridStep(event.key, stop, { rows: rows.length, columns: strideCategories.length });
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <>
      <table ref={grid} className={styles.coverage} aria-describedby={`${id}-how`} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">Threats by place and STRIDE category</caption>
        <thead>
          <tr>
            <th scope="col">Element or flow</th>
            {strideCategories.map((stride) => (
              <th key={stride} scope="col" title={strideNames[stride]}>
                <abbr title={strideNames[stride]} aria-label={strideNames[stride]}>
                  {strideLetters[stride]}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} data-out={row.inScope ? undefined : true}>
              <th scope="row">
                {row.label}
                <span className={styles.kind}>
                  {placeKindLabels[row.kind].toLowerCase()}
                  {row.inScope ? '' : ', out of scope'}
                </span>
              </th>
              {strideCategories.map((stride, column) => (
                <Cell
                  key={stride}
                  row={row}
                  stride={stride}
                  place={`${index} ${column}`}
                  isStop={index === stop.row && column === stop.column}
                  onFocus={() => setAt({ row: index, column })}
                  onStart={onStart}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.legend}>
        <p id={`${id}-how`}>
          Dotted fields are those where a kind of thing is usually attacked.
          {onStart ? ' Choose a field to start a threat there; arrow keys move.' : ''}
        </p>
        {model.flows.length > 0 ? (
          <label>
            <input type="checkbox" checked={withFlows} onChange={() => setWithFlows(!withFlows)} /> With flows
          </label>
        ) : null}
      </div>
    </>
  );
}

type CellProps = {
  readonly row: CoverageRow;
  readonly stride: StrideCategory;
  readonly place: string;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onStart: Props['onStart'];
};

function Cell({ row, stride, place, isStop, onFocus, onStart }: CellProps) {
  const count = row.counts[stride];
  const mark = count > 0 ? count : isUsual(row.kind, stride) ? '·' : '';
  return (
    <td className={styles.cell} data-filled={count > 0 || undefined}>
      {onStart ? (
        <button
          type="button"
          data-cell={place}
          tabIndex={isStop ? 0 : -1}
          aria-label={`${row.label}, ${strideNames[stride].toLowerCase()}: ${plural(count, 'threat')}. Start one`}
          onFocus={onFocus}
          onClick={() => onStart(stride, row.id)}
        >
          {mark}
        </button>
      ) : (
        <span>{count > 0 ? count : <span className="visually-hidden">0</span>}</span>
      )}
    </td>
  );
}
