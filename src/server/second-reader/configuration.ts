import { openAiCompatible, type Prices } from './openai-compatible.ts';
import type { SecondReader } from './second-reader.ts';

/** What `readConfiguration` found: off, on, or set in a way that cannot be right. */
export type Configured =
  | { readonly state: 'off' }
  | { readonly state: 'on'; readonly reader: SecondReader }
  | { readonly state: 'wrong'; readonly message: string; readonly mend: string };

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Visible ASCII, as a header can carry it. */
const headerSafe = /^[\x21-\x7e]+$/;

/**
 * Reads the second reader from `HOTSEAT_SECOND_READER_URL`, `_MODEL`, `_KEY` and `_PRICES` (what a million tokens of
 * the prompt and of the answer cost, such as `0.15/0.60`). The key stays in the process: it is neither stored nor
 * logged, and it is not sent in the clear to another machine.
 */
export function readConfiguration(environment: Environment): Configured {
  const address = environment.HOTSEAT_SECOND_READER_URL?.trim();
  if (!address) return { state: 'off' };
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || `${url.username}${url.password}` !== '') {
    return wrong(
      'HOTSEAT_SECOND_READER_URL is not an address.',
      'Write it like https://host.example/v1, without user name and password.',
    );
  }
  const model = environment.HOTSEAT_SECOND_READER_MODEL?.trim();
  if (!model)
    return wrong('HOTSEAT_SECOND_READER_MODEL is missing.', 'Set it to a model that the endpoint offers.');
  const key = environment.HOTSEAT_SECOND_READER_KEY?.trim() || undefined;
  if (key && !headerSafe.test(key)) {
    return wrong(
      'HOTSEAT_SECOND_READER_KEY holds characters that cannot be sent.',
      'Copy the key again, without line breaks or spaces.',
    );
  }
  if (key && url.protocol === 'http:' && !loopback.test(url.hostname)) {
    return wrong(
      'The key would travel in the clear.',
      'Use an https address, or an endpoint on this machine.',
    );
  }
  const prices = pricesOf(environment.HOTSEAT_SECOND_READER_PRICES?.trim());
  if (prices === 'wrong')
    return wrong('HOTSEAT_SECOND_READER_PRICES cannot be read.', 'Write it like 0.15/0.60.');
  return { state: 'on', reader: openAiCompatible({ url, model, key, prices }) };
}

const wrong = (message: string, mend: string): Configured => ({ state: 'wrong', message, mend });

function pricesOf(text: string | undefined): Prices | undefined | 'wrong' {
  if (!text) return undefined;
  const [, prompt, completion] = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (prompt === undefined || completion === undefined) return 'wrong';
  return { prompt: Number(prompt), completion: Number(completion) };
}
