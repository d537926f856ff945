import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ownQuestionLimits } from '#core/content/own-question.ts';
import type { OwnQuestionBody } from '#web/ui/api/types.ts';
import { LeaveGuard } from '#web/ui/leave-guard.tsx';
import { TextField } from '#web/ui/length/text-field.tsx';
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
      <LeaveGuard unsaved={JSON.stringify(body) !== JSON.stringify(initial)} />
      <TextField
        id="title"
        label="Title"
        required
        limit={ownQuestionLimits.title}
        value={body.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        id="prompt"
        label="What the interviewer asks"
        required
        rows={3}
        className={styles.promptField}
        limit={ownQuestionLimits.prompt}
        value={body.prompt}
        onChange={(prompt) => set({ prompt })}
      />
      <TextField
        id="model"
        label="Your model answer"
        hint="In full sentences, one thought each: every sentence becomes a point that your answers are checked for."
        required
        rows={10}
        limit={ownQuestionLimits.modelAnswer}
        value={body.modelAnswer}
        onChange={(modelAnswer) => set({ modelAnswer })}
      />
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
