import type { Evidence, Sighting } from '../protocol.ts';
import type { Answer } from './answer.ts';
import { type Check, type Exchange, registered } from './checks.ts';
import { runCheck, type Scene, toolsFor } from './run-check.ts';

/** What the notices of the lab say of one exchange with the app. */
export async function lookAt(exchange: Exchange, scene: Scene): Promise<readonly Evidence[]> {
  const evidence: Evidence[] = [];
  for (const { finding, look } of registered.notices) {
    const { tools, close } = toolsFor(scene);
    try {
      const message = await look(tools, exchange);
      if (message) evidence.push({ finding, message });
    } finally {
      await close();
    }
  }
  return evidence;
}

/** The attacks that notices declare for their proof; whether one breaks down is told apart from what it achieves. */
export const attacks = (): readonly Check[] =>
  registered.notices.flatMap(({ finding, attack }) =>
    attack
      ? [{ id: finding, name: finding, kind: 'exploit' as const, finding, hidden: false, body: attack }]
      : [],
  );

type Seen = { readonly evidence: Sighting['evidence'][number][]; problem: string };

/** Of the check that runs now; what one check set up, such as a session, may send the requests of a later one. */
let seen: Seen = { evidence: [], problem: '' };

const isOrdinary = (finding: string): boolean =>
  registered.notices.some((notice) => notice.finding === finding && notice.ordinary);

const watching = (scene: Scene) => async (response: Answer) => {
  const now = seen;
  try {
    const evidence = await lookAt({ request: response.request, response }, scene);
    now.evidence.push(...evidence.map((item) => ({ ...item, ordinary: isOrdinary(item.finding) })));
  } catch (error) {
    now.problem ||= `a notice failed by itself: ${(error as Error)?.stack ?? String(error)}`;
  }
};

/** Runs a check while the notices look at each of its requests; their own are not looked at. */
export async function watchCheck(check: Check, kind: Sighting['during']['kind'], scene: Scene) {
  seen = { evidence: [], problem: '' };
  const result = await runCheck(check, { ...scene, onAnswer: watching(scene) });
  const { evidence, problem } = seen;
  const broken = problem || (kind === 'attack' && result.status !== 'pass' ? result.message : '');
  const { id, finding } = check;
  const during = { kind, id, ...(finding !== undefined && { finding }) };
  return { result, sighting: { during, evidence, problem: broken } satisfies Sighting };
}
