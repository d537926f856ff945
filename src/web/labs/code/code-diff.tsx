import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'react';
import styles from './code.module.css';
import { languageOf } from './languages.ts';
import { theme } from './theme.ts';

type Props = {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What stands on either side, for who hears it. */
  readonly labels: readonly [string, string];
};

const reading = (label: string): Extension => [
  lineNumbers(),
  EditorState.readOnly.of(true),
  EditorView.contentAttributes.of({
    tabindex: '0',
    'aria-label': label,
    'aria-readonly': 'true',
    inputmode: 'none',
  }),
  theme,
];

const collapseUnchanged = { margin: 4, minSize: 8 };

/** Two versions of a file: beside each other where there is room, one in the other where there is not. */
export function CodeDiff({ path, before, after, labels: [left, right] }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    let shown: { destroy(): void } | null = null;
    let gone = false;
    void languageOf(path).then((grammar) => {
      if (gone) return;
      shown = window.matchMedia('(min-width: 60rem)').matches
        ? new MergeView({
            a: { doc: before, extensions: [reading(`${left}: ${path}`), grammar] },
            b: { doc: after, extensions: [reading(`${right}: ${path}`), grammar] },
            parent: root,
            root,
            collapseUnchanged,
          })
        : new EditorView({
            doc: after,
            extensions: [
              reading(`${right}: ${path}`),
              grammar,
              unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged }),
            ],
            parent: root,
            root,
          });
    });
    return () => {
      gone = true;
      shown?.destroy();
    };
  }, [path, before, after, left, right]);
  return <div ref={host} className={styles.diff} />;
}
