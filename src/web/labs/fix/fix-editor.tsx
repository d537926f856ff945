import { useMemo, useState } from 'react';
import { FileList } from '../code/file-list.tsx';
import { LazyEditor } from '../code/lazy-code.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { changedApp, originalOf, stateOf, withFile, withoutFile, withReset } from '../desk/work-files.ts';
import { useOpenFile } from '../workspace/use-open-file.ts';
import tools from '../workspace/workspace.module.css';
import { Workspace } from '../workspace/workspace.tsx';
import { AddFile } from './add-file.tsx';
import { DeletedFiles } from './deleted-files.tsx';
import { FlawList } from './flaw-list.tsx';
import type { Run } from './use-run.ts';

type Props = { readonly desk: AtDesk; readonly run: Run };

const notes = { same: '', changed: 'changed', new: 'new', deleted: 'deleted' } as const;

export function FixEditor({ desk, run }: Props) {
  const { lab, session, work, edit, closed } = desk;
  const files = useMemo(() => changedApp(lab.app, work.files), [lab.app, work.files]);
  const { path, target, open, goToDefinition } = useOpenFile(files, session.review?.truth[0]?.file);
  const [shown, setShown] = useState<'files' | 'flaws' | 'code'>('files');
  const [diff, setDiff] = useState(false);
  const file = files.find((one) => one.path === path);
  const state = stateOf(lab.app, work.files, path);
  const marks = useMemo(
    () =>
      (session.verdict?.diagnostics ?? [])
        .filter((one) => one.file === path)
        .map(({ line, message }) => ({ first: line, last: line, tone: 'error' as const, note: message })),
    [session.verdict, path],
  );
  const show = (next: string, first?: number, last?: number): void => {
    open(next, first, last);
    if (!window.matchMedia('(min-width: 60rem)').matches) setShown('code');
  };
  return (
    <Workspace<'files' | 'flaws'>
      shown={shown}
      onShow={setShown}
      views={[
        {
          name: 'files',
          title: 'Files',
          body: (
            <>
              <FileList
                files={files}
                current={path}
                notes={new Map(files.map((one) => [one.path, notes[stateOf(lab.app, work.files, one.path)]]))}
                onOpen={show}
              />
              <DeletedFiles desk={desk} />
              {closed ? null : <AddFile desk={desk} onAdded={show} />}
            </>
          ),
        },
        { name: 'flaws', title: 'Flaws', body: <FlawList desk={desk} onShow={show} /> },
      ]}
      code={
        <>
          <div className={tools.tools}>
            <span className={tools.path}>{path}</span>
            {closed ? null : <RunButton desk={desk} run={run} />}
            <label className="small">
              <input type="checkbox" checked={diff} onChange={() => setDiff(!diff)} />
              Show my changes
            </label>
            {state === 'changed' ? (
              <button
                type="button"
                className="button small"
                disabled={closed}
                onClick={() => edit({ files: withReset(work.files, path) })}
              >
                Reset this file
              </button>
            ) : null}
            {file && !closed ? (
              <button
                type="button"
                className="button plain small"
                onClick={() => edit({ files: withoutFile(lab.app, work.files, path) })}
              >
                Delete this file
              </button>
            ) : null}
            <span className={tools.keys}>F12 definition, Ctrl F search, Esc Tab leaves</span>
          </div>
          {file ? (
            <LazyEditor
              key={path}
              path={path}
              content={file.content}
              readOnly={closed}
              marks={marks}
              original={diff ? (originalOf(lab.app, path) ?? '') : null}
              target={target}
              onChange={(content) => edit({ files: withFile(lab.app, work.files, { path, content }) })}
              onDefinition={goToDefinition}
            />
          ) : (
            <p className="muted">This file is deleted. Open another one, or put it back.</p>
          )}
        </>
      }
    />
  );
}

function RunButton({ desk, run }: Props) {
  const { availability } = desk.lab;
  if (run.progress) {
    return (
      <button type="button" className="button" onClick={run.cancel}>
        Cancel the run
      </button>
    );
  }
  return (
    <button
      type="button"
      className="button primary"
      disabled={!availability.ready}
      title={availability.ready ? undefined : availability.message}
      onClick={run.start}
    >
      Run
    </button>
  );
}
