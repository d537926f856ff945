import { expect, it } from 'vitest';
import { CommandFailed } from './commands.mjs';
import { explainFailure } from './failures.mjs';

const explain = (said: string) => explainFailure('Python', new CommandFailed('pip', said));

it.each(["OSError: [Errno 28] No space left on device: '/x'", 'npm error code ENOSPC'])(
  'says that the disk is full: %s',
  (said) => {
    expect(explain(said).missing).toContain('disk was full');
  },
);

it.each([
  'npm error code EAI_AGAIN',
  'Failed to establish a new connection: [Errno -3] Temporary failure in name resolution',
  'Could not transfer artifact x from/to central: Unknown host',
])('says that the package registry does not answer: %s', (said) => {
  expect(explain(said).missing).toContain('does not answer');
});

it('otherwise quotes the line that speaks of an error, without colors', () => {
  const said =
    'Collecting flask\n\u001b[31mERROR: These packages do not match the hashes\u001b[0m\n  Expected x\n';
  expect(explain(said).missing).toBe(
    'Python could not be prepared: ERROR: These packages do not match the hashes',
  );
});
