/** A stretch of the text that belongs to something; `id` may come several times. Offsets in UTF-16 code units. */
export type Mark = { readonly id: string; readonly start: number; readonly end: number };

export type Segment = {
  readonly start: number;
  readonly text: string;
  /** What covers this segment, in the order in which the marks were given, each once. */
  readonly ids: readonly string[];
  /** What ends right behind this segment: where its footnote number stands. */
  readonly closes: readonly string[];
};

const clamp = (value: number, longest: number): number => Math.min(Math.max(0, Math.trunc(value)), longest);

/** The marks, those of one id joined where they overlap or touch, so that a point is not numbered twice in one stretch. */
export function stretchesOf(marks: readonly Mark[]): Mark[] {
  const byId = Map.groupBy(marks, (mark) => mark.id);
  return [...byId.values()].flatMap((own) => {
    const result: Mark[] = [];
    for (const mark of own.toSorted((a, b) => a.start - b.start)) {
      const last = result.at(-1);
      if (last && mark.start <= last.end)
        result[result.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
      else result.push(mark);
    }
    return result;
  });
}

/**
 * Cuts a text at every edge of every mark. The segments, put together, are the text; each carries exactly the
 * ids of the marks over it, however they overlap. Marks that lie outside or are empty are dropped.
 */
export function segmentsOf(text: string, marks: readonly Mark[]): readonly Segment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start, text.length), end: clamp(mark.end, text.length) }))
    .filter((mark) => mark.start < mark.end);
  const whole = stretchesOf(inside);
  const edges = [...new Set([0, text.length, ...whole.flatMap((mark) => [mark.start, mark.end])])].toSorted(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const over = whole.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      text: text.slice(start, end),
      ids: [...new Set(over.map((mark) => mark.id))],
      closes: over.filter((mark) => mark.end === end).map((mark) => mark.id),
    };
  });
}
