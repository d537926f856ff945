import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import type { ClaimInText, ClaimReader } from '#core/grading/judge/claim-reader.ts';
import type { Judge } from '#core/grading/judge/judge.ts';

const logistic = z.strictObject({ bias: z.number(), judge: z.number(), lexical: z.number() });
const calibrationFile = z.object({
  points: logistic,
  references: logistic,
  misconceptions: logistic,
  flags: logistic,
});

/** The longest input the judge was trained on, in tokens; what is beyond is cut off. */
const longest = 192;
/** More than a claim or a window ever has; a "word" of a pasted file is cut before it is taken apart. */
const mostCharacters = 4000;
const batchSize = 16;
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

type Encoded = { readonly ids: readonly number[]; readonly types: readonly number[] };

function claimReader(session: InferenceSession, tokenizer: Tokenizer): ClaimReader {
  return {
    read: async (pairs) => {
      const encoded = pairs.map((pair) => encode(tokenizer, pair));
      const order = [...encoded.keys()].sort((a, b) => lengthOf(encoded[a]) - lengthOf(encoded[b]));
      const logits = new Array<number>(pairs.length).fill(0);
      for (let at = 0; at < order.length; at += batchSize) {
        const group = order.slice(at, at + batchSize);
        const read = await readBatch(
          session,
          group.flatMap((index) => encoded[index] ?? []),
        );
        for (const [place, index] of group.entries()) logits[index] = read[place] ?? Number.NEGATIVE_INFINITY;
      }
      return logits;
    },
  };
}

const lengthOf = (encoded: Encoded | undefined): number => encoded?.ids.length ?? 0;

function encode(tokenizer: Tokenizer, { claim, text }: ClaimInText): Encoded {
  const { ids, token_type_ids: types } = tokenizer.encode(claim.slice(0, mostCharacters), {
    text_pair: text.slice(0, mostCharacters),
    return_token_type_ids: true,
  });
  return { ids: ids.slice(0, longest), types: types.slice(0, longest) };
}

async function readBatch(session: InferenceSession, batch: readonly Encoded[]): Promise<Float32Array> {
  const length = Math.max(...batch.map(lengthOf));
  const tensor = (row: (encoded: Encoded, at: number) => number): Tensor => {
    const values = new BigInt64Array(batch.length * length);
    for (const [line, encoded] of batch.entries())
      for (let at = 0; at < encoded.ids.length; at += 1)
        values[line * length + at] = BigInt(row(encoded, at));
    return new Tensor('int64', values, [batch.length, length]);
  };
  const { logit } = await session.run({
    input_ids: tensor(({ ids }, at) => ids[at] ?? 0),
    attention_mask: tensor(() => 1),
    token_type_ids: tensor(({ types }, at) => types[at] ?? 0),
  });
  if (!(logit?.data instanceof Float32Array)) throw new Error('The judge gave no numbers.');
  return logit.data;
}
