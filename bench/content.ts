// How long ten thousand questions take to load, the first time and later, and to search as one types.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '#server/packs/load-library.ts';
import { createPack, questionText } from '#server/packs/pack-for-tests.ts';
import { percentile, printResults } from './results.ts';

const count = 10_000;
const subjects = [
  'session cookies',
  'object-level authorization',
  'token validation',
  'template injection',
  'certificate pinning',
  'queue consumers',
  'signed links',
  'tenant isolation',
];
const verbs = ['review', 'explain', 'harden', 'attack', 'model', 'test', 'monitor', 'migrate'];

const pack = createPack('generated');
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
try {
  for (let index = 0; index < count; index += 1) {
    const subject = subjects[index % subjects.length] ?? '';
    const verb = verbs[Math.floor(index / 8) % verbs.length] ?? '';
    const slug = `question-${index}`;
    pack.write(
      `questions/${slug}.md`,
      questionText(slug, (text) =>
        text
          .replace('Why bind parameters', `How to ${verb} ${subject} ${index}`)
          .replace(
            'How do you keep user input out of SQL, and why does it work?',
            `How would you ${verb} ${subject} in service number ${index}?`,
          ),
      ),
    );
  }
  const cacheFile = join(home, 'prompts.json');
  const folders = [{ folder: pack.folder, removable: false }];
  const timed = (): number => {
    const start = performance.now();
    const { prompts } = loadLibrary({ folders, cacheFile });
    if (prompts.size !== count) throw new Error(`${prompts.size} of ${count} questions were loaded`);
    return performance.now() - start;
  };
  const first = timed();
  const later = [timed(), timed(), timed(), timed(), timed()];
  printResults('content', [
    { what: 'load 10,000 questions, first time', value: first, unit: 'ms' },
    { what: 'load 10,000 questions, later, p95', value: percentile(later, 95), unit: 'ms', target: 3000 },
  ]);
} finally {
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
}
