import { type EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** Lines that something is to be said about. Later marks cover earlier ones. */
export type LineMark = {
  /** 1-based, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly tone: 'finding' | 'truth' | 'missed' | 'harmless' | 'error';
  /** Stands below the last line. */
  readonly note?: string;
};

export const setMarks = StateEffect.define<readonly LineMark[]>();

class Note extends WidgetType {
  readonly mark: LineMark;

  constructor(mark: LineMark) {
    super();
    this.mark = mark;
  }

  override eq(other: Note): boolean {
    return other.mark.note === this.mark.note && other.mark.tone === this.mark.tone;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'cm-note';
    element.dataset.tone = this.mark.tone;
    element.textContent = this.mark.note ?? '';
    return element;
  }
}

function decorate(state: EditorState, marks: readonly LineMark[]): DecorationSet {
  const { lines } = state.doc;
  const tones = new Map<number, LineMark['tone']>();
  const notes = new Map<number, LineMark[]>();
  for (const mark of marks) {
    for (let line = mark.first; line <= Math.min(mark.last, lines); line += 1) tones.set(line, mark.tone);
    const under = Math.min(mark.last, lines);
    if (mark.note !== undefined) notes.set(under, [...(notes.get(under) ?? []), mark]);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const line of [...new Set([...tones.keys(), ...notes.keys()])].sort((a, b) => a - b)) {
    const { from, to } = state.doc.line(line);
    const tone = tones.get(line);
    if (tone) builder.add(from, from, Decoration.line({ attributes: { 'data-tone': tone } }));
    for (const mark of notes.get(line) ?? []) {
      builder.add(to, to, Decoration.widget({ widget: new Note(mark), block: true, side: 1 }));
    }
  }
  return builder.finish();
}

export const lineMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let now = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) now = decorate(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
