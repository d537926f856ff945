import type { Lab, TextFile } from '#core/content/lab.ts';
import type { Sighting } from '#server/sandbox/protocol.ts';
import type { Sandbox, Verdict } from '#server/sandbox/sandbox.ts';
import { appAfter, submissionOf } from './submission-of.ts';

/** Whether the notice of a finding speaks when it has to, and only then. */
export type NoticeProof = {
  readonly finding: string;
  /** Attacks on the untouched app that it noticed, and all of its finding. */
  readonly noticed: number;
  readonly attacks: number;
  readonly right: boolean;
  /** What is wrong, when it is not. */
  readonly because: string;
};

/**
 * Proves the notices of a lab by execution: on the untouched app each has to notice an exploit check of its finding,
 * and the attack that it declares, if any; none may speak of a functional check, unless the lab declares that the flaw
 * shows in ordinary use, nor of anything that is done to the reference fix.
 */
export async function verifyNotices(
  lab: Lab,
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<readonly NoticeProof[]> {
  const reference = lab.fixes.find(({ role }) => role === 'reference');
  const untouched = await watch({ lab, sandbox, app: lab.app, ...(signal && { signal }) });
  const fixed = reference
    ? await watch({ lab, sandbox, app: appAfter(lab, reference), ...(signal && { signal }) })
    : { ...nothingSeen, broken: 'there is no reference fix to try it on' };
  return lab.findings.map(({ id }) => proofOf(id, untouched, fixed));
}

type Watched = { readonly sightings: readonly Sighting[]; readonly broken: string };
const nothingSeen: Watched = { sightings: [], broken: '' };

type Watching = {
  readonly lab: Lab;
  readonly sandbox: Sandbox;
  readonly app: readonly TextFile[];
  readonly signal?: AbortSignal;
};

async function watch({ lab, sandbox, app, signal }: Watching): Promise<Watched> {
  const sightings: Sighting[] = [];
  const verdict = await sandbox.run(submissionOf(lab, app), {
    onSighting: (sighting) => void sightings.push(sighting),
    ...(signal && { signal }),
  });
  return { sightings, broken: brokenBy(verdict) };
}

/** Why a run was not watched to its end; a failing check is no reason. */
const brokenBy = ({ outcome, message }: Verdict): string =>
  outcome === 'pass' || (outcome === 'fail' && message === '') ? '' : `${outcome}: ${message}`;

function proofOf(finding: string, untouched: Watched, fixed: Watched): NoticeProof {
  const own = untouched.sightings.filter(
    ({ during }) => during.kind !== 'functional' && during.finding === finding,
  );
  const noticed = own.filter(speaksOf(finding));
  const because = [
    untouched.broken,
    fixed.broken,
    ...problemsIn([...untouched.sightings, ...fixed.sightings]),
    missed(own, noticed),
    falseAlarms('honest use', untouched.sightings.filter(isFalseAlarm(finding)), finding),
    falseAlarms('the reference fix', fixed.sightings, finding),
  ].filter(Boolean);
  return {
    finding,
    noticed: noticed.length,
    attacks: own.length,
    right: because.length === 0,
    because: because.join('; '),
  };
}

const speaksOf =
  (finding: string) =>
  ({ evidence }: Sighting): boolean =>
    evidence.some((item) => item.finding === finding);

const isFalseAlarm =
  (finding: string) =>
  ({ during, evidence }: Sighting): boolean =>
    during.kind === 'functional' && evidence.some((item) => item.finding === finding && !item.ordinary);

const problemsIn = (sightings: readonly Sighting[]): readonly string[] =>
  sightings.filter(({ problem }) => problem).map(({ during, problem }) => `${during.id}: ${problem}`);

/** A declared attack is there for the notice alone, so it has to be noticed whatever the checks show. */
function missed(own: readonly Sighting[], noticed: readonly Sighting[]): string {
  const silent = own.filter((sighting) => !noticed.includes(sighting)).map(({ during }) => during);
  if (silent.some(({ kind }) => kind === 'attack')) return 'does not notice the attack that it declares';
  if (noticed.length > 0) return '';
  return `notices none of the attacks: ${silent.map(({ id }) => id).join(', ') || 'there are none'}`;
}

function falseAlarms(where: string, sightings: readonly Sighting[], finding: string): string {
  const alarms = sightings.filter(speaksOf(finding));
  if (alarms.length === 0) return '';
  const told = alarms.flatMap(({ evidence }) => evidence).find((item) => item.finding === finding);
  return `speaks on ${where} (${alarms.map(({ during }) => during.id).join(', ')}): ${told?.message ?? ''}`;
}
