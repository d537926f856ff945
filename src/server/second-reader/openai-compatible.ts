import { z } from 'zod';
import { checkOpinions } from './check-opinions.ts';
import { promptFor } from './prompt.ts';
import type { OpinionFault, OpinionResult, SecondReader } from './second-reader.ts';

/** What a million tokens cost. */
export type Prices = { readonly prompt: number; readonly completion: number };

type Endpoint = {
  /** The base that ends in `/v1` for most. */
  readonly url: URL;
  readonly model: string;
  readonly key: string | undefined;
  readonly prices: Prices | undefined;
  /** Milliseconds for the whole exchange. */
  readonly limit?: number;
};

const defaultLimit = 60_000;
const mostCharacters = 1_000_000;

const count = z.int().min(0).nullish();
const reply = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
});

/** Any endpoint that speaks the chat completions of OpenAI's interface. */
export function openAiCompatible({ url, model, key, prices, limit = defaultLimit }: Endpoint): SecondReader {
  // Set as a path: read as an address, one that begins with two slashes would name another host.
  const address = new URL(url);
  address.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  address.search = '';
  address.hash = '';
  return {
    model,
    host: url.host,
    read: async ({ question, answer, signal }): Promise<OpinionResult> => {
      const begun = performance.now();
      const limits = [AbortSignal.timeout(limit), ...(signal ? [signal] : [])];
      try {
        const response = await fetch(address, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.any(limits),
          headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
          body: JSON.stringify({ model, temperature: 0, messages: promptFor(question, answer) }),
        });
        if (!response.ok) {
          await response.body?.cancel();
          return refused(response.status);
        }
        const parsed = reply.safeParse(JSON.parse(await limitedText(response)));
        if (!parsed.success) return malformed();
        const points = checkOpinions(parsed.data.choices[0]?.message.content ?? '', question, answer);
        if (!points) return malformed();
        const seconds = Math.round((performance.now() - begun) / 100) / 10;
        return { ok: true, opinion: { points, cost: costOf(parsed.data.usage, prices), seconds } };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

class TooLarge extends Error {}

async function limitedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > mostCharacters) throw new TooLarge();
  }
  return text + decoder.decode();
}

function costOf(usage: z.infer<typeof reply>['usage'], prices: Prices | undefined) {
  const promptTokens = usage?.prompt_tokens ?? null;
  const completionTokens = usage?.completion_tokens ?? null;
  const known = prices && promptTokens !== null && completionTokens !== null;
  const amount = known
    ? (promptTokens * prices.prompt + completionTokens * prices.completion) / 1_000_000
    : null;
  return { promptTokens, completionTokens, amount };
}

const fault = (kind: OpinionFault['kind'], message: string, mend: string): OpinionResult => ({
  ok: false,
  fault: { kind, message, mend },
});

const malformed = (): OpinionResult =>
  fault(
    'malformed',
    'The second reader did not answer in the form it was asked for.',
    'Ask again, or choose a model that follows instructions better.',
  );

function refused(status: number): OpinionResult {
  const mend =
    status === 401 || status === 403
      ? 'Check HOTSEAT_SECOND_READER_KEY.'
      : 'Check the address and the model, or try again later.';
  return fault('refused', `The second reader refused the request (HTTP ${status}).`, mend);
}

function failed(error: unknown): OpinionResult {
  if (error instanceof SyntaxError || error instanceof TooLarge) return malformed();
  if (error instanceof Error && error.name === 'TimeoutError')
    return fault('too-slow', 'The second reader took too long.', 'Try again, or use a faster model.');
  return fault(
    'unreachable',
    'The second reader cannot be reached.',
    'Check the address in HOTSEAT_SECOND_READER_URL and whether the endpoint runs.',
  );
}
