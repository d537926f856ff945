import type { ReactNode } from 'react';
import styles from './option-list.module.css';

type Option = { readonly id: string | number };
type Props<T extends Option> = {
  /** That of the combobox: the list is `<id>-list`, and its options are `<id>-0` and so on. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly T[];
  /** The place of the one that the keys are at. */
  readonly current: number;
  readonly onPoint: (place: number) => void;
  readonly onTake: (option: T) => void;
  readonly children: (option: T) => ReactNode;
};

/** What a combobox offers, below its field; the field keeps the focus. */
export function OptionList<T extends Option>({ id, label, options, current, ...props }: Props<T>) {
  const { onPoint, onTake, children } = props;
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      className={styles.options}
      hidden={options.length === 0}
      tabIndex={-1}
    >
      {options.map((option, place) => (
        <div
          key={option.id}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === current}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(option);
          }}
          onMouseMove={() => onPoint(place)}
        >
          {children(option)}
        </div>
      ))}
    </div>
  );
}
