import { countWords } from '#core/content/answer.ts';
import type { Draft } from '#web/ui/drafts/draft.ts';
import { plural } from '#web/ui/labels.ts';
import { Output } from '../output.tsx';
import styles from './desk.module.css';
import { type LabWork, workOfText } from './work.ts';

type Props = {
  readonly draft: Draft;
  readonly onChoose: (choice: 'kept-mine' | 'took-theirs') => void;
};

/** Another tab wrote in this lab too: nothing is dropped until the candidate says which version stays. */
export function LabConflict({ draft, onChoose }: Props) {
  if (!draft.theirs) return null;
  return (
    <section className={styles.conflict} aria-labelledby="conflict-title">
      <h2 id="conflict-title" role="alert">
        This lab was also changed in another tab. Which version do you keep?
      </h2>
      <dl>
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
      <div className="buttons">
        <button type="button" className="button" onClick={() => onChoose('kept-mine')}>
          Keep mine
        </button>
        <button type="button" className="button" onClick={() => onChoose('took-theirs')}>
          Take the other
        </button>
      </div>
    </section>
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
