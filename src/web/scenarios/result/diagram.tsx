import { useMemo } from 'react';
import { diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import { drawing, type Mark } from '#core/threat-model/diagram/drawing.ts';
import { drawn } from '#core/threat-model/diagram/drawn.ts';
import { bowsOf, flowPath } from '#core/threat-model/diagram/flow-path.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import styles from './result.module.css';

type Props = {
  readonly title: string;
  readonly model: ThreatModel;
  /** By the ids of elements, flows and boundaries. */
  readonly numbers: ReadonlyMap<string, readonly number[]>;
};

/** A drawing of a model with numbers at what has a counterpart; the table beside it says the same in words. */
export function Diagram({ title, model, numbers }: Props) {
  const { area, marks, badges } = useMemo(() => {
    const placed = drawn(model);
    return { ...drawing(placed), badges: badgesOf(placed, numbers) };
  }, [model, numbers]);
  if (model.elements.length === 0) return <p className="muted">Nothing is drawn.</p>;
  return (
    <div className={styles.sheet}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing wider than the page is scrolled by keys too */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <svg
          viewBox={`${area.x} ${area.y} ${area.width} ${area.height}`}
          width={Math.round(area.width * smallest)}
          role="img"
          aria-label={title}
        >
          <rect x={area.x} y={area.y} width={area.width} height={area.height} fill="#ffffff" />
          {marks.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name and keep their order
            <Drawn key={index} mark={mark} />
          ))}
          {badges.map(({ key, x, y, number }) => (
            <g key={key} className={styles.badge} data-color={number % colors}>
              <circle cx={x} cy={y} r={11} />
              <text x={x} y={y + 4} fontSize={12} textAnchor="middle">
                {number}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </div>
  );
}

/** A drawing is never smaller than this, so that it can be read; a wide one is scrolled. */
const smallest = 0.56;

/** Numbers tell apart what colors repeat. */
export const colors = 6;

function Drawn({ mark }: { readonly mark: Mark }) {
  if (mark.kind === 'path') {
    const { d, fill, stroke, dashes } = mark;
    return <path d={d} fill={fill} stroke={stroke} strokeWidth={1.5} strokeDasharray={dashes || undefined} />;
  }
  const { size, weight, color, align, lines } = mark;
  return (
    <text fontSize={size} fontWeight={weight} fill={color} textAnchor={align}>
      {lines.map(({ x, y, text }) => (
        <tspan key={`${x} ${y}`} x={x} y={y}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

type Badge = { readonly key: string; readonly x: number; readonly y: number; readonly number: number };
type Point = Pick<Badge, 'x' | 'y'>;

function badgesOf(model: ThreatModel, numbers: Props['numbers']): readonly Badge[] {
  const boxes = diagramBoxes(model);
  const bows = bowsOf(model.flows);
  const corners = [...model.boundaries, ...model.elements].flatMap(({ id }): [string, Point][] => {
    const box = boxes.get(id);
    return box ? [[id, { x: box.x + 12, y: box.y }]] : [];
  });
  const middles = model.flows.flatMap(({ id, from, to }): [string, Point][] => {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (!start || !end) return [];
    const { label } = flowPath(start, end, bows.get(id) ?? 0);
    return [[id, { x: label.x, y: label.y - 22 }]];
  });
  return [...corners, ...middles].flatMap(([id, { x, y }]) =>
    (numbers.get(id) ?? []).map((number, index) => ({
      key: `${id} ${number}`,
      x: x + index * 26,
      ...{ y, number },
    })),
  );
}
