import { describe, expect, it, onTestFinished } from 'vitest';
import { bandAnchor } from '#core/content/band-anchors.ts';
import { explainScore } from '#core/grading/score.ts';
import { clientOf, fixtureQuestion, gradedAttempt, testServer, toldReader } from '../fixtures-for-tests.ts';
import type { Reader } from './reader.ts';

async function apiWith(more: Partial<Reader>) {
  const server = await testServer({ reader: { ...toldReader, ...more } });
  onTestFinished(server.close);
  return clientOf(server);
}

describe('how a score comes about', () => {
  it('is told with the grade', async () => {
    const { result } = await gradedAttempt(await apiWith({}), 'made:first maybe:second');
    expect(result.scoring).toMatchObject({
      tiers: { must: { total: 6, needed: 6 }, should: { earned: 0, total: 2 }, bonus: { total: 0 } },
      cost: 0,
      next: { needs: expect.arrayContaining([{ what: 'shoulds', limit: 0.4, reached: 0 }]) },
    });
    expect(result.scoring?.cap).toBeLessThan(1);
  });

  it('follows what the candidate overrules, and so does the sentence for the band', async () => {
    const api = await apiWith({});
    const { param, result } = await gradedAttempt(api, 'made:first and more words');
    const overruled = await api.attempts[':id'].overrules[':kind'][':target'].$put({
      param: { ...param, kind: 'point', target: 'second' },
      json: { verdict: 'yes', quote: { start: 0, end: 10 } },
    });
    const view = await overruled.json();
    expect(result.scoring?.tiers.must.earned).toBeLessThan(3);
    expect(view).toMatchObject({
      result: { anchor: bandAnchor(fixtureQuestion('csrf'), 'yes'), scoring: { cap: 1 } },
    });
  });

  it('is not told of a grade that was scored by other rules', async () => {
    const { result } = await gradedAttempt(await apiWith({ explain: explainScore }), 'made:first');
    expect(result.scoring).toBeNull();
  });
});
