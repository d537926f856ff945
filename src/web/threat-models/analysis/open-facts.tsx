import { useState } from 'react';
import { type Answer, answers } from '#core/content/threat-model-vocabulary.ts';
import type { OpenFact } from '#web/ui/api/model-types.ts';
import { plural } from '#web/ui/labels.ts';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './analysis.module.css';
import { ProtocolAnswer } from './protocol-answer.tsx';

type Props = { readonly history: ModelHistory; readonly questions: readonly OpenFact[] };

const portion = 15;

/** Facts that decide about threats, those that decide most first. An answer goes into the model at once. */
export function OpenFacts({ history, questions }: Props) {
  const [shown, setShown] = useState(portion);
  if (questions.length === 0) return <p className="muted">All facts that a rule asks for are known.</p>;
  return (
    <>
      <ol className={styles.questions}>
        {questions.slice(0, shown).map((question) => (
          <Question key={`${question.element} ${question.fact}`} history={history} question={question} />
        ))}
      </ol>
      {questions.length > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown + portion)}>
          Show more of {questions.length}
        </button>
      ) : null}
    </>
  );
}

type QuestionProps = { readonly history: ModelHistory; readonly question: OpenFact };

function Question({ history, question: { element, fact, question, decides } }: QuestionProps) {
  return (
    <li className={styles.question}>
      <fieldset>
        <legend>
          {question} <span className="muted small">Decides on {plural(decides, 'threat')}.</span>
        </legend>
        {fact === 'protocol' ? (
          <ProtocolAnswer
            flow={element}
            onAnswer={(protocol) =>
              void history.perform({ type: 'update-flow', id: element, changes: { protocol } })
            }
          />
        ) : (
          <Choice
            stated={statedIn(history, element, fact)}
            onAnswer={(answer) => void history.perform({ type: 'set-fact', id: element, fact, answer })}
          />
        )}
      </fieldset>
    </li>
  );
}

/** What the model says by now: the questions are those of a moment ago. */
function statedIn({ document }: ModelHistory, id: string, fact: string): Answer {
  const subject = [...document.elements, ...document.flows].find((each) => each.id === id);
  const facts: Readonly<Record<string, Answer | undefined>> = subject?.facts ?? {};
  return facts[fact] ?? 'unknown';
}

const words: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unknown: 'Unknown' };

type ChoiceProps = { readonly stated: Answer; readonly onAnswer: (answer: Answer) => void };

function Choice({ stated, onAnswer }: ChoiceProps) {
  return (
    <div className={styles.answers}>
      {answers.map((answer) => (
        <button key={answer} type="button" aria-pressed={answer === stated} onClick={() => onAnswer(answer)}>
          {words[answer]}
        </button>
      ))}
    </div>
  );
}
