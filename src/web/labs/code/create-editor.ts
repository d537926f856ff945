import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { unifiedMergeView } from '@codemirror/merge';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { languageOf } from './languages.ts';
import { lineMarks } from './line-marks.ts';
import { theme } from './theme.ts';

/** First and last line, 1-based. */
export type Lines = { readonly first: number; readonly last: number };

export type EditorPorts = {
  readonly onChange: (content: string) => void;
  readonly onLines: (lines: Lines) => void;
  readonly onFinding: (lines: Lines) => void;
  readonly onDefinition: (word: string, line: number) => boolean;
};

export type EditorOptions = {
  readonly path: string;
  readonly content: string;
  readonly label: string;
  readonly readOnly: boolean;
};

export const changesShown = new Compartment();

/** Only taking a change back makes sense here; there is nothing to accept. */
function takeBackControl(kind: 'reject' | 'accept', act: (event: MouseEvent) => void): HTMLElement {
  if (kind === 'accept') return document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Take back';
  // A click comes from the keyboard too; the pressing alone must not move the cursor.
  button.onmousedown = (event) => event.preventDefault();
  button.onclick = act;
  return button;
}

/** Changed lines against `original`; while one edits, each can be taken back. In a new file every word is new. */
export const changesAgainst = (original: string | null, readOnly: boolean): Extension =>
  original === null
    ? []
    : unifiedMergeView({
        original,
        mergeControls: readOnly ? false : takeBackControl,
        allowInlineDiffs: false,
        highlightChanges: original !== '',
      });

export function linesOf({ state }: EditorView): Lines {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const end = state.doc.lineAt(to);
  // A selection that ends before the first letter of a line does not mean that line.
  return { first, last: to > from && to === end.from ? end.number - 1 : end.number };
}

function jump(view: EditorView, at: number, ports: EditorPorts): boolean {
  const word = view.state.wordAt(at);
  if (!word) return false;
  return ports.onDefinition(view.state.sliceDoc(word.from, word.to), view.state.doc.lineAt(at).number);
}

const reading = (ports: EditorPorts): Extension => [
  EditorState.readOnly.of(true),
  keymap.of([
    {
      key: 'n',
      run: (view) => {
        ports.onFinding(linesOf(view));
        return true;
      },
    },
  ]),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true', inputmode: 'none' }),
];

const writing: Extension = [history(), indentOnInput(), keymap.of([...historyKeymap, indentWithTab])];

/** An editor in a shadow root: there its styles are adopted sheets, which the content security policy allows. */
export function createEditor(root: ShadowRoot, options: EditorOptions, ports: EditorPorts): EditorView {
  const language = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.content,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        indentUnit.of(options.path.endsWith('.go') || options.path.endsWith('Makefile') ? '\t' : '  '),
        options.path.endsWith('.py') || options.path.endsWith('.java') ? indentUnit.of('    ') : [],
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
        options.readOnly ? reading(ports) : writing,
        keymap.of([
          { key: 'F12', run: (editor) => jump(editor, editor.state.selection.main.head, ports) },
          ...searchKeymap,
          ...defaultKeymap,
        ]),
        EditorView.domEventHandlers({
          click: (event, editor) => {
            if (!event.ctrlKey && !event.metaKey) return false;
            const at = editor.posAtCoords({ x: event.clientX, y: event.clientY });
            return at !== null && jump(editor, at, ports);
          },
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) ports.onChange(update.state.doc.toString());
          if (update.selectionSet || update.docChanged) ports.onLines(linesOf(update.view));
        }),
        lineMarks,
        changesShown.of([]),
        language.of([]),
        theme,
      ],
    }),
  });
  void languageOf(options.path).then((grammar) => view.dispatch({ effects: language.reconfigure(grammar) }));
  return view;
}
