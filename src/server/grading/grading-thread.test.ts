import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { longestAnswer } from '#core/content/answer.ts';
import { temporaryFolder } from '../fixtures-for-tests.ts';
import { loadLibrary, openLibrary } from '../packs/load-library.ts';
import { createPack, questionText } from '../packs/pack-for-tests.ts';
import { buildGrader } from './build-grader.ts';
import { GradingThread } from './grading-thread.ts';
import { buildModelReader } from './model-reader.ts';

const coreFolder = join(import.meta.dirname, '../../../content/core');
const pack = createPack('tiny');
pack.write('questions/binding.md', questionText('binding'));
const library = loadLibrary({ folders: [{ folder: pack.folder, removable: false }] });
const { lexicon, redFlags, threatRules } = library;
const setup = { lexicon, redFlags, threatRules };
const question = library.question('binding');
if (!question) throw new Error('the question does not load');

const reports: unknown[] = [];
const threads: GradingThread[] = [];
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
  reports.length = 0;
});
afterAll(() => pack.dispose());

type More = Partial<ConstructorParameters<typeof GradingThread>[0]>;
function newThread(more: More = {}): GradingThread {
  const thread = new GradingThread({ setup, report: (error) => reports.push(error), ...more });
  threads.push(thread);
  return thread;
}

/** A thread that does what `body` says with each `request`; `reply` sends a grade with this score. */
const scripted = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      import { existsSync, writeFileSync } from 'node:fs';
      const reply = (score) => parentPort.postMessage({ kind: 'graded', grade: { score } });
      parentPort.on('message', (request) => { ${body} });
    `)}`,
  );
const answers = (thread: GradingThread, ...texts: readonly string[]) =>
  Promise.allSettled(texts.map((answer) => thread.grade({ question, answer })));
const graded = (score: number) => ({ status: 'fulfilled', value: { score } });
const refused = (kind: string) => ({ status: 'rejected', reason: { name: 'GradingError', kind } });

describe('grading in a thread', () => {
  it.each([
    'I write a prepared statement. The database compiles the query first. 🙂',
    'Escaping is enough.',
    '',
  ])('gives the grade that the grader gives here: %s', async (answer) => {
    const grader = await buildGrader(setup);
    const references = ['Values travel as bound parameters, apart from the statement.'];
    const input = { id: 'r', question: 'How do values travel?', references, answer };
    const thread = newThread();
    for (let again = 0; again < 2; again += 1) {
      expect(await thread.grade({ question, answer })).toEqual(await grader.grade({ question, answer }));
    }
    expect(await thread.gradeAgainstReference(input)).toEqual(await grader.gradeAgainstReference(input));
  });

  it('lets everything else go on while the longest answer is graded', async () => {
    const answer = 'I write a prepared statement, so the structure is fixed. '
      .repeat(1000)
      .slice(0, longestAnswer);
    const thread = newThread();
    await thread.grade({ question, answer: '' });
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await thread.grade({ question, answer });
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  });

  it('grades answers that come at once in order, each as its own', async () => {
    const thread = newThread({ entry: scripted('setTimeout(() => reply(request.answer.length), 5)') });
    expect(await answers(thread, 'a', 'ccc', 'bb')).toMatchObject([graded(1), graded(3), graded(2)]);
  });

  it('passes on what the grader throws, and goes on', async () => {
    const thread = newThread();
    const broken = { ...question, points: undefined as unknown as [] };
    await expect(thread.grade({ question: broken, answer: 'x' })).rejects.toThrow(TypeError);
    expect(await thread.grade({ question, answer: 'x' })).toMatchObject({ question: 'binding' });
    expect(reports).toEqual([]);
  });
});

describe('threat models in a thread', () => {
  it('get the grade and the meaning that they get here', async () => {
    const core = openLibrary({ folders: [{ folder: coreFolder, removable: false }] });
    const scenario = core.scenario('image-upload');
    const [fine, coarse] = scenario?.references ?? [];
    if (!scenario || !fine || !coarse) throw new Error('The scenario does not load.');
    const own = { lexicon: core.lexicon, redFlags: core.redFlags, threatRules: core.threatRules };
    const here = buildModelReader(own);
    const thread = newThread({ setup: own });
    const model = { ...coarse.model, threats: fine.model.threats.slice(0, 2) };
    const asked = [scenario.facts[0]?.id ?? ''];
    const text = JSON.stringify(scenario);
    expect(await thread.gradeModel({ scenario, model, asked })).toEqual(here.grade(text, { model, asked }));
    const meaning = await thread.meaningOf({ scenario, model });
    expect(meaning).toEqual(here.meaning(text, model));
    expect(meaning.size).toBeGreaterThan(5);
  });
});

describe('a grading thread in trouble', () => {
  it('is started again when it died under an answer, which is then graded', async () => {
    using folder = temporaryFolder();
    const flag = JSON.stringify(join(folder.path, 'died'));
    const entry = scripted(
      `if (existsSync(${flag})) reply(7); else { writeFileSync(${flag}, ''); process.exit(3); }`,
    );
    expect(await answers(newThread({ entry }), 'a', 'b')).toMatchObject([graded(7), graded(7)]);
    expect(existsSync(join(folder.path, 'died'))).toBe(true);
  });

  it('is started again when it died between two answers', async () => {
    const thread = newThread({
      entry: scripted('reply(1); setTimeout(() => { throw new Error("gone") }, 1)'),
    });
    expect(await answers(thread, 'a')).toMatchObject([graded(1)]);
    await expect.poll(() => reports).toMatchObject([{ message: 'gone' }]);
    expect(await answers(thread, 'b')).toMatchObject([graded(1)]);
  });

  it('refuses an answer that kills it each time, and grades the next', async () => {
    const entry = scripted('if (request.answer === "deadly") process.exit(1); else reply(1)');
    expect(await answers(newThread({ entry }), 'deadly', 'harmless')).toMatchObject([
      refused('stopped'),
      graded(1),
    ]);
  });

  it('refuses an answer that takes absurdly long, and grades the next', async () => {
    const entry = scripted('while (request.answer === "endless"); reply(1)');
    const thread = newThread({ entry, limit: 3000 });
    expect(await answers(thread, 'endless', 'short')).toMatchObject([refused('too-long'), graded(1)]);
  });

  it('refuses what is under way or comes later when it is closed', async () => {
    const thread = newThread({ entry: scripted('') });
    const waiting = answers(thread, 'a', 'b');
    await thread.close();
    expect(await waiting).toMatchObject([refused('stopped'), refused('stopped')]);
    expect(await answers(thread, 'c')).toMatchObject([refused('stopped')]);
  });
});
