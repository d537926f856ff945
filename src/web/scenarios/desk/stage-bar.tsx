import { type RoundStage, roundStages } from '#core/threat-model/practice/round.ts';
import { plural } from '#web/ui/labels.ts';
import { stageTitles } from '../scenario-labels.ts';
import styles from './desk.module.css';
import type { AtWork } from './use-work.ts';

/** All stages are open at any time; a real interviewer lets one go back too. */
export function StageBar({ at }: { readonly at: AtWork }) {
  const notes = notesOf(at);
  return (
    <nav aria-label="Stages of the round" className={styles.stages}>
      <ol>
        {roundStages.map((stage) => (
          <li key={stage}>
            <button
              type="button"
              aria-current={stage === at.work.stage ? 'step' : undefined}
              onClick={() => at.edit({ stage })}
            >
              <span className={styles.stageTitle}>{stageTitles[stage]}</span>
              <span className={styles.stageNote}>{notes[stage]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const filled = (text: string): boolean => text.trim() !== '';

function notesOf({ work: { model, twistReply }, session }: AtWork): Readonly<Record<RoundStage, string>> {
  const words = [model.residualRisk, model.tradeOffs].filter(filled).length;
  return {
    scoping: session.asked.length === 0 ? 'nothing asked' : plural(session.asked.length, 'question'),
    model: model.elements.length === 0 ? 'nothing drawn' : plural(model.elements.length, 'element'),
    threats: model.threats.length === 0 ? 'none yet' : plural(model.threats.length, 'threat'),
    mitigations: model.mitigations.length === 0 ? 'none yet' : plural(model.mitigations.length, 'measure'),
    twist: twistNote(session.twist !== null, twistReply),
    closing: words === 0 ? 'nothing said' : `${words} of 2 said`,
  };
}

function twistNote(isTold: boolean, reply: string): string {
  if (!isTold) return 'not told yet';
  return filled(reply) ? 'replied' : 'open';
}
