import { expect, it } from 'vitest';
import { afterLine, jsonLines, noProgress, type RunLine } from './run-progress.ts';

const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

it('reads lines that are cut anywhere, even inside a letter', async () => {
  const bytes = new TextEncoder().encode('{"step":"building"}\n{"step":"failed","message":"é","mend":""}\n');
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const lines: RunLine[] = [];
    for await (const line of jsonLines(streamOf(bytes.slice(0, cut), bytes.slice(cut)))) lines.push(line);
    expect(lines).toEqual([{ step: 'building' }, { step: 'failed', message: 'é', mend: '' }]);
  }
});

it('says where a run stands and collects its results', () => {
  const result = {
    ...{ id: 'a', name: 'A', kind: 'functional' as const, finding: null, status: 'pass' as const },
    ...{ message: '', request: '', output: '', milliseconds: 1 },
  };
  const queued = afterLine(noProgress, { step: 'queued', position: 3 });
  expect(queued.saying).toContain('3');
  const checking = afterLine(queued, {
    step: 'checking',
    checks: [{ id: 'a', name: 'A', kind: 'functional' }],
  });
  expect(afterLine(checking, { step: 'checked', result }).results).toEqual([result]);
});
