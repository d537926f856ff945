import { answers, type ElementKind } from '#core/content/threat-model-vocabulary.ts';
import { factsOfKind } from '#core/threat-model/edit/facts.ts';
import { fromIdentifier } from '#web/ui/labels.ts';
import type { Editing } from '../editor/editing.ts';
import { answerLabels } from '../editor/fact-choice.tsx';
import { answerOf, type Thing } from '../editor/facts.tsx';
import { Grid } from './cells.tsx';
import styles from './tables.module.css';

type Props = {
  readonly editing: Editing;
  readonly kind: ElementKind | 'flow';
  readonly things: readonly Thing[];
};

/** What is known of each thing of a kind: a row for a fact, a column for a thing. */
export function FactTable({ editing, kind, things }: Props) {
  return (
    <Grid
      heads={['Fact', ...things.map(({ label }) => label)]}
      isEmpty={things.length === 0}
      none="There is nothing of this kind yet."
    >
      {factsOfKind[kind].map((fact) => (
        <tr key={fact}>
          <th scope="row">{fromIdentifier(fact)}</th>
          {things.map((thing) => (
            <td key={thing.id}>
              <FactCell editing={editing} thing={thing} fact={fact} />
            </td>
          ))}
        </tr>
      ))}
    </Grid>
  );
}

type CellProps = { readonly editing: Editing; readonly thing: Thing; readonly fact: string };

function FactCell({ editing, thing, fact }: CellProps) {
  const answer = answerOf(thing, fact);
  const set = (chosen: string): void => {
    const next = answers.find((each) => each === chosen);
    if (next) editing.history.perform({ type: 'set-fact', id: thing.id, fact, answer: next });
  };
  return (
    <select
      className={`input ${styles.fact}`}
      aria-label={`${thing.label}: ${fromIdentifier(fact)}`}
      data-answer={answer}
      value={answer}
      onChange={(event) => set(event.target.value)}
    >
      {answers.map((each) => (
        <option key={each} value={each}>
          {answerLabels[each]}
        </option>
      ))}
    </select>
  );
}
