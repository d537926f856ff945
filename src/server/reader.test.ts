import { afterAll, describe, expect, it } from 'vitest';
import { createGrader } from '#core/grading/grader.ts';
import { loadLibrary } from './packs/load-library.ts';
import { createPack, questionText } from './packs/pack-for-tests.ts';
import { gradeReply } from './practice/probe-grading.ts';
import { createReader } from './reader.ts';

const pack = createPack('tiny');
pack.write('questions/binding.md', questionText('binding'));
const library = loadLibrary({ folders: [{ folder: pack.folder, removable: false }] });
const reader = createReader(createGrader({ lexicon: library.lexicon, redFlags: library.redFlags }));
const question = library.question('binding');
if (!question) throw new Error('the question does not load');
afterAll(() => pack.dispose());

const strong =
  'I write a prepared statement and hand the values over separately. It works since the database compiles the query first, so a value cannot become syntax.';

describe('the reader of the server', () => {
  it.each([strong, 'I write a prepared statement.', 'Escaping quotes is enough.', 'I do not know.', ''])(
    'scores unchanged verdicts as the grade does: %s',
    async (answer) => {
      const grade = await reader.grade({ question, answer });
      expect(reader.score(question, grade)).toEqual({ score: grade.score, band: grade.band });
    },
  );

  it('scores higher when the candidate shows a point that was missed', async () => {
    const grade = await reader.grade({ question, answer: 'I do not know.' });
    const points = grade.points.map((point) => ({ ...point, met: 'yes' as const, probability: 1 }));
    expect(reader.score(question, { ...grade, points }).score).toBeGreaterThan(grade.score);
  });

  it('grades the reply to a probe on that point alone, and gives nothing for an echo of the probe', async () => {
    const probe = { kind: 'point', target: 'bound-parameters', prompt: 'How do the values travel?' } as const;
    const made = await gradeReply(reader, question, probe, 'With a prepared statement, as placeholders.');
    expect(made.points).toMatchObject([{ id: 'bound-parameters', met: 'yes', quotes: [expect.anything()] }]);
    const echo = await gradeReply(reader, question, probe, 'The values travel. How do the values travel?');
    expect(echo.points).toMatchObject([{ met: 'no' }]);
  });

  it('reads points off a model answer and grades against them', async () => {
    const points = reader.rubricFromReference({
      question: 'How do you store passwords?',
      modelAnswer: 'Hash them with Argon2id. Give each a random salt.',
    });
    expect(points.map(({ claim }) => claim)).toEqual([
      'Hash them with Argon2id.',
      'Give each a random salt.',
    ]);
  });
});
