import type { Answer } from '#core/content/threat-model-vocabulary.ts';
import type { Element, Flow } from '#core/threat-model/document.ts';
import { factsOfKind } from '#core/threat-model/edit/facts.ts';
import { fromIdentifier, plural } from '#web/ui/labels.ts';
import type { Editing } from './editing.ts';
import styles from './editor.module.css';
import { answerLabels, FactChoice } from './fact-choice.tsx';

export type Thing = Element | Flow;

export const factsOf = (thing: Thing): readonly string[] =>
  factsOfKind['kind' in thing ? thing.kind : 'flow'];

export function answerOf({ facts }: Thing, fact: string): Answer {
  return new Map<string, Answer>(Object.entries(facts)).get(fact) ?? 'unknown';
}

type Props = { readonly editing: Editing; readonly thing: Thing };

/** What is known about an element or flow, and what nobody has said yet. */
export function Facts({ editing, thing }: Props) {
  const names = factsOf(thing);
  const known = names.filter((fact) => answerOf(thing, fact) !== 'unknown').length;
  const set = (fact: string, answer: Answer): void => {
    editing.history.perform({ type: 'set-fact', id: thing.id, fact, answer });
    editing.say(`${fromIdentifier(fact)}: ${answerLabels[answer]}.`);
  };
  return (
    <section className={styles.facts} aria-label="Facts">
      <h3>
        Facts{' '}
        <span className="muted small">
          {plural(known, 'known', 'known')} of {names.length}
        </span>
      </h3>
      {names.map((fact) => (
        <FactChoice
          key={fact}
          fact={fact}
          answer={answerOf(thing, fact)}
          readOnly={editing.readOnly}
          onChange={(answer) => set(fact, answer)}
        />
      ))}
    </section>
  );
}
