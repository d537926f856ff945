import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { promptOf, type QuestionPrompt } from '#core/content/question.ts';
import { listPack } from './pack-files.ts';
import { createPack, questionText } from './pack-for-tests.ts';
import { readPrompt } from './read-prompt.ts';
import { readQuestion } from './read-question.ts';

const core = join(import.meta.dirname, '../../../content/core');
const pack = createPack('sample');
afterAll(() => pack.dispose());
const place = { folder: pack.folder, file: 'questions/binding.md', pack: 'sample' };

function readings(text: string): { alone: QuestionPrompt | undefined; whole: QuestionPrompt | undefined } {
  pack.write(place.file, text);
  const { question } = readQuestion(place);
  return { alone: readPrompt(place), whole: question && promptOf(question) };
}

const prompt = 'prompt: How do you keep user input out of SQL, and why does it work?\n';
const withPrompt = (yaml: string) => readings(questionText('binding', (text) => text.replace(prompt, yaml)));

describe('the prompt read alone', () => {
  it('is that of the whole file for every question that comes with Hotseat', () => {
    for (const file of listPack(core).questions) {
      const { question } = readQuestion({ folder: core, file, pack: 'core' });
      expect(readPrompt({ folder: core, file, pack: 'core' })).toEqual(question && promptOf(question));
    }
  });

  it.each([
    ['folded', 'prompt: >-\n  How do you keep\n  it out?\n'],
    ['literal, with blank lines and keys inside', 'prompt: |\n  How?\n\n  title: none\n  # no comment\n'],
    ['quoted over several lines', 'prompt: "How do you\n  keep it out?"\n'],
    ['with a comment in the first column', '# asked at the start\nprompt: How? # often\n'],
    [
      'with a snippet',
      'prompt: How?\nsnippet:\n  language: go\n  file: a.go\n  code: |\n    tests: 1\n\n    x := 1\n',
    ],
    ['with a list in the first column', 'prompt: How?\nreferences:\n- CWE-89\n'],
  ])('is that of the whole file when it is written %s', (_, yaml) => {
    const text = questionText('binding', (sound) =>
      yaml.includes('references')
        ? sound.replace('references: [CWE-89]\n', '').replace(prompt, yaml)
        : sound.replace(prompt, yaml),
    );
    const { alone, whole } = readings(text);
    expect(whole).toBeDefined();
    expect(alone).toEqual(whole);
  });

  it.each([
    ['a missing key', ''],
    ['a key written twice', `${prompt}${prompt}`],
    ['an anchor', prompt.replace(': ', ': &a ')],
    ['a prompt that is too long', `prompt: ${'long '.repeat(400)}\n`],
  ])('is nothing with %s', (_, yaml) => {
    expect(withPrompt(yaml).alone).toBeUndefined();
  });

  it('never differs from the whole, whatever the order of keys and whatever lines stand between them', () => {
    const [head = '', rest = ''] = questionText('binding').split('\n---\n');
    const sections = head.slice('---\n'.length).split(/\n(?=[a-z]+:)/);
    const odd = fc.constantFrom(
      '# a comment',
      '',
      '  indented',
      '- item',
      '"quoted": 1',
      'title: "open',
      'close"',
      '---',
      '...',
      '%YAML 1.2',
      '? key',
      'prompt: again',
      '\ttab',
      'tests: |',
      '\u2028slug: x',
    );
    const lines = fc.array(fc.tuple(fc.nat({ max: sections.length }), odd), { maxLength: 2 });
    const order = fc.shuffledSubarray(sections, { minLength: sections.length });
    fc.assert(
      fc.property(order, lines, (shuffled, extra) => {
        const yaml = [...shuffled];
        for (const [at, line] of extra) yaml.splice(at, 0, line);
        const { alone, whole } = readings(`---\n${yaml.join('\n')}\n---\n${rest}`);
        if (alone && whole) expect(alone).toEqual(whole);
        if (extra.length === 0) expect(alone).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });
});
