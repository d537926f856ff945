import { useId } from 'react';

type Props<Name extends string> = {
  readonly label: string;
  readonly names: readonly Name[];
  readonly labels: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  readonly onChange: (name: Name) => void;
};

/** One of a few words. */
export function Choice<Name extends string>({ label, names, labels, chosen, onChange }: Props<Name>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={chosen}
        onChange={(event) => {
          const name = names.find((one) => one === event.target.value);
          if (name) onChange(name);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {labels[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
