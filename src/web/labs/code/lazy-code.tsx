import { type ComponentProps, lazy, Suspense } from 'react';
import { Loading } from '#web/ui/states.tsx';
import styles from './code.module.css';

const Editor = lazy(() => import('./code-editor.tsx').then((module) => ({ default: module.CodeEditor })));
const Diff = lazy(() => import('./code-diff.tsx').then((module) => ({ default: module.CodeDiff })));

const waiting = (
  <div className={styles.waiting}>
    <Loading lines={8} label="Loading the editor" />
  </div>
);

/** The editor is large, and only labs need it. */
export function LazyEditor(props: ComponentProps<typeof Editor>) {
  return (
    <Suspense fallback={waiting}>
      <Editor {...props} />
    </Suspense>
  );
}

export function LazyDiff(props: ComponentProps<typeof Diff>) {
  return (
    <Suspense fallback={waiting}>
      <Diff {...props} />
    </Suspense>
  );
}
