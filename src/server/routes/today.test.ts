import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf, gradedAttempt, testServer } from '../fixtures-for-tests.ts';
import { calibration, today } from './schemas/today.ts';

let server: Awaited<ReturnType<typeof testServer>>;
let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  server = await testServer();
  api = clientOf(server);
  return server.close;
});
const show = async (date?: string) =>
  today.parse(await (await api.today.$get({ query: date ? { date } : {} })).json());

describe('today', () => {
  it('gives a newcomer a first question', async () => {
    const { firstTime, next, counts, daysToInterview } = await show();
    expect(firstTime).toBe(true);
    expect(daysToInterview).toBeNull();
    expect(next).toHaveLength(3);
    expect(next[0]?.why).toMatch(/^You have not practiced .+ yet\.$/);
    expect(counts).toEqual({ graded: 0, due: 0, weak: 0, strong: 0, questions: 3 });
  });

  it('puts the open draft first, then what is due', async () => {
    await gradedAttempt(api, 'nothing');
    await api.attempts.$post({ json: { question: 'saying-no' } });
    server.clock.now = new Date('2026-11-26T12:00:00.000Z');
    const { next, openDrafts, recent, counts, firstTime } = await show();
    expect(next.map(({ question }) => question.slug)).toEqual(['saying-no', 'csrf', 'sql-review']);
    expect(next[1]?.why).toBe('You answered this 3 days ago with 0%, and it is due again.');
    expect(openDrafts).toMatchObject([{ question: 'saying-no', state: 'drafting' }]);
    expect(recent).toHaveLength(2);
    expect(counts).toMatchObject({ graded: 1, due: 1, weak: 1 });
    expect(firstTime).toBe(false);
  });

  it('counts the days to the interview from the date of the browser', async () => {
    await api.settings.$put({
      json: { interviewDate: '2026-12-01', theme: 'dark', languages: ['Go', 'Go'] },
    });
    expect(await show('2026-11-24')).toMatchObject({ daysToInterview: 7, interviewDate: '2026-12-01' });
    expect((await show('2026-12-02')).daysToInterview).toBe(-1);
    expect((await show()).daysToInterview).toBe(8);
    expect(await (await api.settings.$get()).json()).toEqual({
      interviewDate: '2026-12-01',
      theme: 'dark',
      languages: ['Go'],
    });
  });

  it('refuses a date that is none', async () => {
    expect((await api.today.$get({ query: { date: '2026-02-30' } })).status).toBe(400);
  });
});

it('sets self-scores beside grades, oldest first', async () => {
  await gradedAttempt(api, 'made:first made:second made:third');
  server.clock.now = new Date('2026-11-24T12:00:00.000Z');
  await gradedAttempt(api, 'nothing', 'saying-no');
  await api.attempts.$post({ json: { question: 'csrf' } });
  const { items } = calibration.parse(await (await api.calibration.$get()).json());
  expect(items).toMatchObject([
    { question: 'csrf', title: 'Cross-site request forgery', selfScore: 3, graded: 4, score: 1 },
    { question: 'saying-no', selfScore: 3, graded: 1, score: 0 },
  ]);
});
