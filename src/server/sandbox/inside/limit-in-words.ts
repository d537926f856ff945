import type { AppEnd } from '../protocol.ts';

export type Excess = { readonly reason: AppEnd; readonly detail: string };

/** Only the last words can be about the end. */
const lastCharacters = 4096;

const words: readonly (Excess & { readonly said: RegExp })[] = [
  {
    reason: 'memory',
    detail: 'the app ran out of memory',
    said: /\bMemoryError\b|heap out of memory|java\.lang\.OutOfMemoryError: (?!unable to create)|runtime: (?:out of memory|cannot allocate memory)|ERR_MEMORY_ALLOCATION_FAILED/,
  },
  {
    reason: 'processes',
    detail: 'the app could start no more processes or threads',
    said: /can't start new thread|Resource temporarily unavailable|resource temporarily unavailable|\bspawn \S+ EAGAIN\b|unable to create (?:new )?native thread|failed to create new OS thread/,
  },
  {
    reason: 'storage',
    detail: 'the app wrote more than it has room for',
    said: /no space left on device|\bENOSPC\b|file too large|\bEFBIG\b|\bSIGXFSZ\b/i,
  },
];

/** The limit that the last words of a runtime are about, where the runtime met it before the watchdog did. */
export function limitInWords(text: string): Excess | undefined {
  const end = text.slice(-lastCharacters);
  const found = words.find(({ said }) => said.test(end));
  return found && { reason: found.reason, detail: found.detail };
}
