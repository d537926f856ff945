import type { Readable, Writable } from 'node:stream';

/** Longer lines are nobody's honest message. */
const longestLine = 64 * 1024 * 1024;

/** Calls back with each line; a line beyond the limit ends the reading. */
export function onLines(stream: Readable, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    rest += chunk;
    if (rest.length > longestLine) {
      stream.destroy();
      return;
    }
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream.on('error', () => undefined);
}

export const sayTo =
  <Message>(stream: Writable) =>
  (message: Message): void => {
    stream.write(`${JSON.stringify(message)}\n`);
  };
