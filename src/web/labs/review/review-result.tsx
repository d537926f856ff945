import { useMemo, useState } from 'react';
import type { LabReview } from '#web/ui/api/lab-types.ts';
import { FileList } from '../code/file-list.tsx';
import { LazyEditor } from '../code/lazy-code.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { originalOf } from '../desk/work-files.ts';
import { useOpenFile } from '../workspace/use-open-file.ts';
import tools from '../workspace/workspace.module.css';
import { Workspace } from '../workspace/workspace.tsx';
import { AlarmLists } from './alarm-lists.tsx';
import { FlawItem } from './flaw-item.tsx';
import { marksOfReview } from './marks-of-review.ts';
import { Measure } from './measures.tsx';
import styles from './review.module.css';

type Props = { readonly desk: AtDesk; readonly review: LabReview };

/** What the review came to: the score, each flaw, each false alarm, beside the lines they are about. */
export function ReviewResult({ desk: { lab }, review }: Props) {
  const { grade, truth } = review;
  const { path, target, open, goToDefinition } = useOpenFile(lab.app, truth[0]?.file);
  const [shown, setShown] = useState<'result' | 'files' | 'code'>('result');
  const marks = useMemo(() => marksOfReview(review, path), [review, path]);
  const show = (file: string, first?: number, last?: number): void => {
    open(file, first, last);
    if (!window.matchMedia('(min-width: 60rem)').matches) setShown('code');
  };
  const notes = new Map(
    lab.app.map(({ path: file }) => {
      const count = truth.filter((one) => one.file === file).length;
      return [file, count === 0 ? '' : `${count} ⚑`];
    }),
  );
  return (
    <>
      <dl className={styles.measures}>
        <Measure title="Review" value={grade.score} meaning="points of 100" />
        <Measure
          title="Recall"
          value={grade.recall}
          meaning={`found ${grade.findings.filter(({ outcome }) => outcome !== 'missed').length} of ${truth.length}`}
        />
        <Measure
          title="Precision"
          value={grade.precision}
          meaning={`${grade.falseAlarms.length} of ${review.reported.length} reported were false alarms`}
        />
      </dl>
      <Workspace<'result' | 'files'>
        shown={shown}
        onShow={setShown}
        views={[
          {
            name: 'result',
            title: 'Result',
            body: (
              <>
                <ul className={styles.flaws}>
                  {truth.map((flaw) => (
                    <FlawItem
                      key={flaw.id}
                      flaw={flaw}
                      grade={grade.findings.find(({ id }) => id === flaw.id)}
                      onShow={show}
                    />
                  ))}
                </ul>
                <AlarmLists review={review} onShow={show} />
              </>
            ),
          },
          {
            name: 'files',
            title: 'Files',
            body: <FileList files={lab.app} current={path} notes={notes} onOpen={show} />,
          },
        ]}
        code={
          <>
            <div className={tools.tools}>
              <span className={tools.path}>{path}</span>
              <span className={styles.legend}>
                <i data-tone="truth" /> found <i data-tone="missed" /> missed <i data-tone="harmless" />{' '}
                harmless
              </span>
            </div>
            <LazyEditor
              key={path}
              path={path}
              content={originalOf(lab.app, path) ?? ''}
              readOnly
              marks={marks}
              target={target}
              onDefinition={goToDefinition}
            />
          </>
        }
      />
    </>
  );
}
