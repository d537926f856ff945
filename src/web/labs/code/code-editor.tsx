import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import styles from './code.module.css';
import { changesAgainst, changesShown, createEditor, type Lines } from './create-editor.ts';
import { type LineMark, setMarks } from './line-marks.ts';

/** Where to look; a new object looks again. */
export type Target = Lines & { readonly focus?: boolean };

export type CodeEditorProps = {
  readonly path: string;
  readonly content: string;
  readonly readOnly: boolean;
  readonly marks?: readonly LineMark[];
  /** Shows the changes against this. */
  readonly original?: string | null;
  readonly target?: Target | null;
  readonly onChange?: (content: string) => void;
  readonly onLines?: (lines: Lines) => void;
  readonly onFinding?: (lines: Lines) => void;
  /** Whether there was a definition to jump to. */
  readonly onDefinition?: (word: string, line: number) => boolean;
};

/** One file in CodeMirror. Give it the path as `key`. */
export function CodeEditor(props: CodeEditorProps) {
  const { path, content, readOnly, marks = noMarks, original = null, target = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const start = latest.current;
    const editor = createEditor(
      root,
      { path, content: start.content, label: `${readOnly ? 'Code' : 'Editor'}: ${path}`, readOnly },
      {
        onChange: (text) => {
          if (text !== latest.current.content) latest.current.onChange?.(text);
        },
        onLines: (lines) => latest.current.onLines?.(lines),
        onFinding: (lines) => latest.current.onFinding?.(lines),
        onDefinition: (word, line) => latest.current.onDefinition?.(word, line) ?? false,
      },
    );
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [path, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === content) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: content } });
  }, [content]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor needs its changes and marks anew
  useEffect(() => {
    view.current?.dispatch({ effects: changesShown.reconfigure(changesAgainst(original, readOnly)) });
  }, [original, readOnly, path]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new editor needs its changes and marks anew
  useEffect(() => view.current?.dispatch({ effects: setMarks.of(marks) }), [marks, path, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor && target) lookAt(editor, target);
  }, [target]);

  return <div ref={host} className={styles.host} />;
}

const noMarks: readonly LineMark[] = [];

function lookAt(editor: EditorView, { first, last, focus = false }: Target): void {
  const { doc } = editor.state;
  const from = doc.line(Math.min(Math.max(1, first), doc.lines)).from;
  const { to } = doc.line(Math.min(Math.max(first, last), doc.lines));
  editor.dispatch({
    selection: first === last ? { anchor: from } : { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  if (focus) editor.focus();
}
