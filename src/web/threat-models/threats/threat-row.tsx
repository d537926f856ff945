import type { KeyboardEvent } from 'react';
import { lacksMitigation } from '#core/threat-model/countermeasures.ts';
import type { Mitigation, Threat } from '#core/threat-model/document.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import { WarnIcon } from '#web/ui/icons.tsx';
import { plural } from '#web/ui/labels.ts';
import styles from './list.module.css';
import { MoveBar } from './move-bar.tsx';
import type { Moving } from './moving.ts';
import { labelsOf, type Names } from './place-options.ts';
import { RiskWord } from './risk-word.tsx';
import { threatStatusLabels } from './threat-labels.ts';

type Props = {
  readonly names: Names;
  readonly threat: Threat;
  /** Its place in the order, counted from 1. */
  readonly number: number;
  readonly against: ReadonlyMap<string, readonly Mitigation[]>;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Null where the order cannot be changed. */
  readonly moving: Moving | null;
};

/** The head of a threat in the list: all that one compares by. */
export function ThreatRow({ names, threat, number, against, isOpen, onToggle, moving }: Props) {
  const places = labelsOf(threat.on, names);
  return (
    <>
      <div className={styles.row} data-head data-open={isOpen || undefined}>
        {moving ? <Handle threat={threat} number={number} moving={moving} /> : null}
        <span className={`number ${styles.rank ?? ''}`} aria-hidden="true">
          {number}
        </span>
        <h3 className={styles.title}>
          <button
            type="button"
            id={`threat-${threat.id}-title`}
            aria-expanded={isOpen}
            aria-label={`Threat ${number}: ${threat.title}`}
            onClick={onToggle}
            onKeyDown={(event) => {
              if (event.altKey && moving) orderByKey(event, number - 1, moving);
            }}
          >
            {threat.title}
          </button>
        </h3>
        <p className={styles.what}>
          {strideNames[threat.stride]}
          {places.length > 0 ? <span className="muted"> · {places.join(', ')}</span> : null}
        </p>
        <p className={styles.risk}>
          <RiskWord threat={threat} />
        </p>
        <p className={styles.state}>
          {threatStatusLabels[threat.status]}
          {lacksMitigation(threat, against) ? (
            <span className={styles.owed}>
              <WarnIcon /> no mitigation
            </span>
          ) : (
            <span className="muted">{plural(against.get(threat.id)?.length ?? 0, 'mitigation')}</span>
          )}
        </p>
      </div>
      {moving?.isChoosing ? <MoveBar title={threat.title} index={number - 1} moving={moving} /> : null}
    </>
  );
}

function orderByKey(event: KeyboardEvent, index: number, { last, onMove, onCancel }: Moving): void {
  const actions = new Map([
    ['ArrowUp', () => onMove(index - 1)],
    ['ArrowDown', () => onMove(index + 1)],
    ['Home', () => onMove(0)],
    ['End', () => onMove(last)],
    ['Escape', onCancel],
  ]);
  const act = actions.get(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

type HandleProps = { readonly threat: Threat; readonly number: number; readonly moving: Moving };

function Handle({ threat, number, moving }: HandleProps) {
  return (
    <button
      type="button"
      className={styles.handle}
      aria-expanded={moving.isChoosing}
      title="Drag, or use the arrow keys, Home and End"
      aria-label={`Move “${threat.title}”, ${number} of ${moving.last + 1}`}
      onClick={(event) => moving.onChoose(event.detail === 0)}
      onKeyDown={(event) => orderByKey(event, number - 1, moving)}
      {...moving.handle}
    >
      <svg
        width="10"
        height="16"
        viewBox="0 0 10 16"
        aria-hidden="true"
        focusable="false"
        fill="currentColor"
      >
        {[3, 8, 13].map((y) => (
          <g key={y}>
            <circle cx="2" cy={y} r="1.4" />
            <circle cx="8" cy={y} r="1.4" />
          </g>
        ))}
      </svg>
    </button>
  );
}
