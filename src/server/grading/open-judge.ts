import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import type { ClaimInText, ClaimReader } from '#core/grading/judge/claim-reader.ts';
import type { Judge } from '#core/grading/judge/judge.ts';

const logistic = z.strictObject({
  bias: z.number(),
  judge: z.number(),
  lexical: z.number(),
});
const calibrationFile = z.object({
  points: logistic,
  misconceptions: logistic,
  flags: logistic,
});

/** The longest input the judge was trained on, in tokens; what is beyond is cut off. */
const longest = 192;
/** More than a claim or a window ever has; a "word" of a pasted file is cut before it is taken apart. */
const mostCharacters = 4000;
/** More threads than this do not make so small a model faster. */
const threads = 2;

/**
 * Loads the judge from a folder: weights, tokenizer, calibration. Throws when a file is missing or broken, or when
 * the runtime does not exist for this machine.
 */
export async function openJudge(folder: string): Promise<Judge> {
  const json = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), 'utf8'));
  const calibration = calibrationFile.parse(await json('calibration.json'));
  const tokenizer = new Tokenizer(Object(await json('tokenizer.json')), {});
  const session = await InferenceSession.create(join(folder, 'judge.onnx'), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  return { reader: claimReader(session, tokenizer), calibration };
}

/**
 * One pair at a time: the runtime scales the numbers of a whole batch together, so that a pair read beside others
 * would come out a little different each time. It runs one pair after the other even when several are asked at once.
 */
const claimReader = (session: InferenceSession, tokenizer: Tokenizer): ClaimReader => ({
  read: async (pairs) => {
    const logits: number[] = [];
    for (const pair of pairs) logits.push(await logitOf(session, encode(tokenizer, pair)));
    return logits;
  },
});

type Encoded = { readonly ids: readonly number[]; readonly types: readonly number[] };

/** Cut to what the judge can read; the mark of the end stays. */
function encode(tokenizer: Tokenizer, { claim, text }: ClaimInText): Encoded {
  const { ids, token_type_ids: types } = tokenizer.encode(claim.slice(0, mostCharacters), {
    text_pair: text.slice(0, mostCharacters),
    return_token_type_ids: true,
  });
  if (ids.length <= longest) return { ids, types };
  return { ids: [...ids.slice(0, longest - 1), ...ids.slice(-1)], types: types.slice(0, longest) };
}

async function logitOf(session: InferenceSession, { ids, types }: Encoded): Promise<number> {
  const tensor = (values: readonly number[]): Tensor =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const { logit } = await session.run({
    input_ids: tensor(ids),
    attention_mask: tensor(ids.map(() => 1)),
    token_type_ids: tensor(types),
  });
  const value = logit?.data[0];
  if (typeof value !== 'number' || Number.isNaN(value)) throw new Error('The judge gave no number.');
  return value;
}
