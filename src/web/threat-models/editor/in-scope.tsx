type Props = { readonly inScope: boolean; readonly onChange: (inScope: boolean) => void };

export const InScope = ({ inScope, onChange }: Props) => (
  <label>
    <input type="checkbox" checked={inScope} onChange={(event) => onChange(event.target.checked)} /> In scope
  </label>
);
