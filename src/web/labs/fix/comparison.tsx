import { useMemo, useState } from 'react';
import { patchFiles } from '#core/content/apply-patch.ts';
import type { LabFix, LabSolution, TextFile } from '#web/ui/api/lab-types.ts';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Section } from '#web/ui/section.tsx';
import { LazyDiff } from '../code/lazy-code.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { changedApp, originalOf } from '../desk/work-files.ts';
import styles from './fix.module.css';

type Props = { readonly desk: AtDesk; readonly solution: LabSolution };

/** The own patch beside the reference, other ways that hold, ways that fail and why, and the debrief. */
export function Comparison({ desk, solution }: Props) {
  const { lab, work } = desk;
  const mine = useMemo(() => changedApp(lab.app, work.files), [lab.app, work.files]);
  const changed = Object.keys(work.files).length > 0;
  const role = (wanted: LabFix['role']) => solution.fixes.filter((fix) => fix.role === wanted);
  return (
    <>
      {role('reference').map((fix) => (
        <Section key={fix.name} title="Reference" note={changed ? 'Beside your own' : 'Beside the original'}>
          <h3>{fix.title}</h3>
          <MarkdownText text={fix.explains} firstHeading={3} />
          <Beside
            left={changed ? mine : lab.app}
            right={fixed(lab.app, fix)}
            labels={[changed ? 'Yours' : 'Original', 'Reference']}
          />
        </Section>
      ))}
      <Section title="Also right" note="Other ways that hold">
        <Fixes fixes={role('accept')} app={lab.app} />
      </Section>
      <Section title="Tempting and wrong" note="Each was tried and broken">
        <Fixes fixes={role('reject')} app={lab.app} />
      </Section>
      <Section title="Debrief">
        <MarkdownText text={solution.debrief} firstHeading={3} />
      </Section>
    </>
  );
}

function fixed(app: readonly TextFile[], fix: LabFix): readonly TextFile[] {
  const patched = patchFiles(app, fix.patch);
  return patched.ok ? patched.files : app;
}

function Fixes({ fixes, app }: { readonly fixes: readonly LabFix[]; readonly app: readonly TextFile[] }) {
  return fixes.map((fix) => (
    <details key={fix.name} className={styles.alternative} data-role={fix.role}>
      <summary>{fix.title}</summary>
      <MarkdownText text={fix.explains} firstHeading={3} />
      <OpenedDiff app={app} fix={fix} />
    </details>
  ));
}

/** Its code is laid out only for who asks. */
function OpenedDiff({ app, fix }: { readonly app: readonly TextFile[]; readonly fix: LabFix }) {
  const [open, setOpen] = useState(false);
  if (open) return <Beside left={app} right={fixed(app, fix)} labels={['Original', fix.title]} />;
  return (
    <p>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        Show the code
      </button>
    </p>
  );
}

type BesideProps = {
  readonly left: readonly TextFile[];
  readonly right: readonly TextFile[];
  readonly labels: readonly [string, string];
};

function Beside({ left, right, labels }: BesideProps) {
  const paths = [...new Set([...left, ...right].map(({ path }) => path))].sort();
  const different = paths.filter((path) => originalOf(left, path) !== originalOf(right, path));
  if (different.length === 0) return <p className="muted">There is no difference between the two.</p>;
  return different.map((path) => (
    <figure key={path} className={styles.beside}>
      <figcaption>
        <code>{path}</code>
        <span>
          {labels[0]} | {labels[1]}
        </span>
      </figcaption>
      <LazyDiff
        path={path}
        before={originalOf(left, path) ?? ''}
        after={originalOf(right, path) ?? ''}
        labels={labels}
      />
    </figure>
  ));
}
