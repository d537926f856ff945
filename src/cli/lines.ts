import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** The lines of a file, or of standard input for `-`. Only a line feed ends a line: JSON text may hold U+2028. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}
