import { useMemo, useState } from 'react';
import type { Finding } from '#web/ui/api/lab-types.ts';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import type { Lines } from '../code/create-editor.ts';
import { FileList } from '../code/file-list.tsx';
import { LazyEditor } from '../code/lazy-code.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { originalOf } from '../desk/work-files.ts';
import { linesText } from '../lab-labels.ts';
import { useOpenFile } from '../workspace/use-open-file.ts';
import tools from '../workspace/workspace.module.css';
import { Workspace } from '../workspace/workspace.tsx';
import { FindingForm } from './finding-form.tsx';
import { FindingList } from './finding-list.tsx';
import { HandIn } from './hand-in.tsx';
import { baseOf, changeOf } from './pull-request.ts';
import { Sarif } from './sarif.tsx';

type ViewName = 'files' | 'findings' | 'description';

/** The reviewer's desk: code to read, findings to write down. */
export function Reviewing({ desk }: { readonly desk: AtDesk }) {
  const { lab, work, edit } = desk;
  const base = useMemo(() => baseOf(lab), [lab]);
  const changed = base ? lab.app.filter((file) => changeOf(base, file) !== 'same') : [];
  const { path, target, open, goToDefinition } = useOpenFile(lab.app, changed[0]?.path);
  const [shown, setShown] = useState<ViewName | 'code'>(lab.pullRequest ? 'description' : 'files');
  const [editing, setEditing] = useState<number | null>(null);
  const [lines, setLines] = useState<Lines>({ first: 1, last: 1 });
  const [diff, setDiff] = useState(true);

  const show = (file: string, first?: number, last?: number): void => {
    setLines({ first: first ?? 1, last: last ?? first ?? 1 });
    open(file, first, last);
    setShown(window.matchMedia('(min-width: 60rem)').matches ? shown : 'code');
  };
  const change = (index: number, finding: Finding): void =>
    edit({ findings: work.findings.map((one, at) => (at === index ? finding : one)) });
  const add = ({ first, last }: Lines): void => {
    edit({ findings: [...work.findings, { file: path, startLine: first, endLine: last }] });
    setEditing(work.findings.length);
    setShown('findings');
  };
  const remove = (index: number): void => {
    edit({ findings: work.findings.filter((_, at) => at !== index) });
    setEditing(null);
  };

  const marks = useMemo(
    () =>
      work.findings.flatMap((finding, index) =>
        finding.file === path
          ? [
              {
                first: finding.startLine,
                last: finding.endLine ?? finding.startLine,
                tone: 'finding' as const,
                note: `Finding ${index + 1}${finding.cwe ? `: CWE-${finding.cwe}` : ''}`,
              },
            ]
          : [],
      ),
    [work.findings, path],
  );
  const notes = new Map(
    lab.app.map((file) => {
      const count = work.findings.filter((finding) => finding.file === file.path).length;
      const state = base ? changeOf(base, file) : 'same';
      return [file.path, [state === 'same' ? '' : state, count > 0 ? `${count} ⚑` : ''].join(' ').trim()];
    }),
  );
  const finding = editing === null ? undefined : work.findings[editing];
  const isChanged = changed.some((file) => file.path === path);

  return (
    <Workspace<ViewName>
      shown={shown}
      onShow={setShown}
      views={[
        ...(lab.pullRequest
          ? [
              {
                name: 'description' as const,
                title: 'Pull request',
                body: (
                  <>
                    <h2>{lab.pullRequest.title}</h2>
                    <MarkdownText text={lab.pullRequest.description} firstHeading={3} />
                  </>
                ),
              },
            ]
          : []),
        {
          name: 'files',
          title: 'Files',
          body: <FileList files={lab.app} current={path} notes={notes} onOpen={show} />,
        },
        {
          name: 'findings',
          title: `Findings (${work.findings.length})`,
          body:
            finding && editing !== null ? (
              <FindingForm
                key={editing}
                finding={finding}
                ordinal={editing + 1}
                files={lab.app}
                onChange={(next) => change(editing, next)}
                onShow={() => show(finding.file, finding.startLine, finding.endLine)}
                onDelete={() => remove(editing)}
                onClose={() => setEditing(null)}
              />
            ) : (
              <>
                <FindingList
                  findings={work.findings}
                  onEdit={setEditing}
                  onDelete={remove}
                  onShow={(one) => show(one.file, one.startLine, one.endLine)}
                />
                <HandIn desk={desk} />
                <Sarif desk={desk} />
              </>
            ),
        },
      ]}
      code={
        <>
          <div className={tools.tools}>
            <span className={tools.path}>{path}</span>
            <button type="button" className="button small" onClick={() => add(lines)}>
              Add a finding on {linesText(lines.first, lines.last)} <kbd>N</kbd>
            </button>
            {isChanged ? (
              <label className="small">
                <input type="checkbox" checked={diff} onChange={() => setDiff(!diff)} />
                Show the changes
              </label>
            ) : null}
            <span className={tools.keys}>F12 definition, Ctrl F search, Esc Tab leaves</span>
          </div>
          <LazyEditor
            key={path}
            path={path}
            content={originalOf(lab.app, path) ?? ''}
            readOnly
            marks={marks}
            original={isChanged && diff && base ? (originalOf(base, path) ?? '') : null}
            target={target}
            onLines={setLines}
            onFinding={add}
            onDefinition={goToDefinition}
          />
        </>
      }
    />
  );
}
