import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OwnQuestionBody } from '#web/ui/api/types.ts';
import styles from './own-questions.module.css';

type Props = {
  readonly initial: OwnQuestionBody;
  readonly busy: boolean;
  readonly onSave: (body: OwnQuestionBody) => void;
};

export function QuestionForm({ initial, busy, onSave }: Props) {
  const [body, setBody] = useState(initial);
  const set = (part: Partial<OwnQuestionBody>): void => setBody({ ...body, ...part });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onSave({
      ...body,
      title: body.title.trim(),
      prompt: body.prompt.trim(),
      modelAnswer: body.modelAnswer.trim(),
    });
  };
  return (
    <form onSubmit={onSubmit} className={styles.form}>
      <div className="field">
        <label htmlFor="title">Title</label>
        <input
          id="title"
          className="input"
          required
          maxLength={80}
          value={body.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="prompt">What the interviewer asks</label>
        <textarea
          id="prompt"
          className={`input ${styles.promptField ?? ''}`}
          required
          maxLength={1500}
          rows={3}
          value={body.prompt}
          onChange={(event) => set({ prompt: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="model">Your model answer</label>
        <span className="hint" id="model-hint">
          In full sentences, one thought each: every sentence becomes a point that your answers are checked
          for.
        </span>
        <textarea
          id="model"
          className="input"
          aria-describedby="model-hint"
          required
          maxLength={8000}
          rows={10}
          value={body.modelAnswer}
          onChange={(event) => set({ modelAnswer: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="minutes">Minutes</label>
        <input
          id="minutes"
          type="number"
          className={`input number ${styles.minutes ?? ''}`}
          required
          min={1}
          max={30}
          value={Number.isNaN(body.minutes) ? '' : body.minutes}
          onChange={(event) => set({ minutes: event.target.valueAsNumber })}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={busy}>
          Save the question
        </button>
        <Link to="/own-questions" className="button">
          Cancel
        </Link>
      </div>
    </form>
  );
}
