import { strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { clock } from '#web/ui/format-time.ts';
import { stageTitles } from '../scenario-labels.ts';
import styles from './result.module.css';

type Story = RoundResult['story'];
type Props = { readonly story: Story };

/** A stage that took this share of the time has room for its name. */
const roomForName = 0.14;

/** How the round went over time, drawn; the list below says the same in words. */
export function Timeline({ story }: Props) {
  const at = (seconds: number): string => `${(100 * seconds) / Math.max(1, story.seconds)}%`;
  return (
    <div className={styles.time}>
      <p>{firstMustLine(story)}</p>
      <div className={styles.rows} aria-hidden="true">
        <span className="muted small">Stages</span>
        <svg className={styles.line} aria-hidden="true">
          {story.stages.map(({ stage, from, to }, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a stage may be there twice, and the order stays
              key={index}
              data-stage={stage}
              x={at(from)}
              width={at(to - from)}
              y="3"
              height="14"
            />
          ))}
          {story.stages
            .filter(({ from, to }) => to - from > story.seconds * roomForName)
            .map(({ stage, from }) => (
              <text key={`${stage} ${from}`} x={at(from)} dx="4" y="14">
                {stageTitles[stage]}
              </text>
            ))}
        </svg>
        {strideCategories.map((stride) => (
          <Row key={stride} name={strideNames[stride]}>
            {story.threats
              .filter((threat) => threat.stride === stride)
              .map((threat) => (
                <circle key={threat.id} cx={at(threat.at)} cy="9" r="5" data-tier={threat.tier ?? 'none'} />
              ))}
          </Row>
        ))}
        <span />
        <span className={`${styles.ends ?? ''} muted small number`}>
          <span>0:00</span>
          <span>{clock(story.seconds)}</span>
        </span>
      </div>
      <details className={styles.pairs}>
        <summary>The same as a list</summary>
        <ol className={styles.events}>
          {eventsOf(story).map(({ key, at: seconds, text }) => (
            <li key={key}>
              <span className="number muted">{clock(seconds)}</span> {text}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <span className="muted small">{name}</span>
      <svg className={styles.line} aria-hidden="true">
        <line x1="0" x2="100%" y1="9" y2="9" />
        {children}
      </svg>
    </>
  );
}

function firstMustLine({ firstMust, threats }: Story): string {
  if (threats.length === 0) return 'You wrote down no threat.';
  if (firstMust === null) return 'None of your threats is one that must be there.';
  return `Your first threat that must be there came after ${clock(firstMust)}. Filled dots count, rings do not.`;
}

function eventsOf({ stages, threats }: Story) {
  const entered = stages.map(({ stage, from }, index) => ({
    ...{ key: `stage ${index}`, at: from, text: `Stage: ${stageTitles[stage].toLowerCase()}` },
  }));
  const written = threats.map(({ id, at, title, stride, tier }) => ({
    ...{ key: id, at },
    text: `${strideNames[stride]}: ${title}${tier === null ? '' : `, a ${tier}`}`,
  }));
  return [...entered, ...written].sort((a, b) => a.at - b.at);
}
