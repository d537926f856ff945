import type { UserStorage } from './storage.ts';

/** The text that revision `revision` of an attempt is given, so that a reader can tell a torn or mixed-up write. */
export const answerOf = (attempt: string, revision: number): string =>
  revision === 0 ? '' : `${attempt}/${revision} `.repeat(1 + ((revision * 37) % 90));

/** One acknowledged write: `ATTEMPT REVISION STATE`. */
export type Acknowledgement = {
  readonly attempt: string;
  readonly revision: number;
  readonly state: 'drafting' | 'submitted';
};

/** Reads what a killed writer printed; a last line without its end was not said. */
export function readAcknowledgements(output: string): readonly Acknowledgement[] {
  const lines = output.split('\n').slice(0, -1);
  return lines.map((line) => {
    const [attempt = '', revision, state] = line.split(' ');
    return { attempt, revision: Number(revision), state: state === 'submitted' ? state : 'drafting' };
  });
}

/**
 * What is wrong with a user's storage after a crash: acknowledged writes that are gone, text that nobody
 * wrote, or writes beyond the one that was under way. Empty when all is well.
 */
export async function faultsAfterCrash(
  user: UserStorage,
  acknowledged: readonly Acknowledgement[],
): Promise<readonly string[]> {
  const latest = new Map(acknowledged.map((each) => [each.attempt, each]));
  const faults: string[] = [];
  for (const last of latest.values()) faults.push(...(await faultsOf(user, last)));
  const begun = (await user.outlines()).length;
  if (begun > latest.size + 1)
    faults.push(`${begun} attempts are stored, but only ${latest.size} were begun`);
  return faults;
}

async function faultsOf(user: UserStorage, last: Acknowledgement): Promise<readonly string[]> {
  const stored = await user.attempt(last.attempt);
  const said = `${last.attempt}: revision ${last.revision} (${last.state}) was acknowledged`;
  if (!stored) return [`${said}, but nothing is stored`];
  const { revision, state, answer, grade } = stored;
  const faults: string[] = [];
  if (revision < last.revision || revision > last.revision + 1)
    faults.push(`${said}, but ${revision} is stored`);
  if (last.state === 'submitted' && state !== 'submitted') faults.push(`${said}, but the state is ${state}`);
  if ((state === 'submitted') !== (grade !== null))
    faults.push(`${said}, and the grade does not fit the state`);
  if (answer !== answerOf(last.attempt, revision))
    faults.push(`${said}, but the answer is not the one written`);
  return faults;
}
