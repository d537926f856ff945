/** "5 min", with the number set in the monospace. */
export function Minutes({ value }: { readonly value: number }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span className="number">{value}</span> min
    </span>
  );
}
