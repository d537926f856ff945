import { countWords } from '#core/content/answer.ts';
import { type Choose, ConflictFrame, KeepOrTake } from '#web/ui/drafts/conflict-frame.tsx';
import type { Draft } from '#web/ui/drafts/draft.ts';
import { plural } from '#web/ui/labels.ts';
import { Output } from '../output.tsx';
import styles from './desk.module.css';
import { type LabWork, workOfText } from './work.ts';

type Props = {
  readonly draft: Draft;
  readonly onChoose: Choose;
};

/** Another tab wrote in this lab too: nothing is dropped until the candidate says which version stays. */
export function LabConflict({ draft, onChoose }: Props) {
  if (!draft.theirs) return null;
  return (
    <ConflictFrame title="This lab was also changed in another tab. Which version do you keep?">
      <dl className={styles.versions}>
        <div>
          <dt>In this tab</dt>
          <dd>
            <Version label="Explanation in this tab" work={workOfText(draft.text)} />
          </dd>
        </div>
        <div>
          <dt>Saved by the other tab</dt>
          <dd>
            <Version label="Explanation in the other tab" work={workOfText(draft.theirs)} />
          </dd>
        </div>
      </dl>
      <KeepOrTake onChoose={onChoose} />
    </ConflictFrame>
  );
}

function Version({ label, work }: { readonly label: string; readonly work: LabWork }) {
  return (
    <>
      <p>{outline(work)}</p>
      {work.explanation === '' ? null : <Output label={label}>{work.explanation}</Output>}
    </>
  );
}

function outline({ findings, files, explanation }: LabWork): string {
  const changed = Object.keys(files);
  return [
    `${plural(findings.length, 'finding')}${findings.length > 0 ? ` (${findings.map(({ file, startLine }) => `${file}:${startLine}`).join(', ')})` : ''}`,
    `${plural(changed.length, 'changed file')}${changed.length > 0 ? ` (${changed.join(', ')})` : ''}`,
    `an explanation of ${plural(countWords(explanation), 'word')}`,
  ].join('; ');
}
