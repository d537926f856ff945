import { expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { changed, isTooLongForRound, isWork, type ScenarioWork, textOfWork, workOfText } from './work.ts';

const model = threatModel.parse({ version: 1, title: 'Mine' });
const work: ScenarioWork = {
  ...{ stage: 'threats', model, twistReply: 'Then…', log: [[3, 'threat', 't']] },
  judgments: { 2: { verdict: 'reject', reason: 'no' }, 1: { verdict: null, reason: '' } },
};

it('is read back as it was, and is the same text whatever the order of keys', () => {
  expect(workOfText(textOfWork(work))).toEqual(work);
  const turned = JSON.parse(JSON.stringify(work), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  expect(textOfWork(turned)).toEqual(textOfWork(work));
});

it('is told from damaged text', () => {
  expect(isWork(textOfWork(work))).toBe(true);
  for (const answer of ['', '{', '{}', JSON.stringify({ ...work, model: 'x' }), JSON.stringify(work)])
    expect(isWork({ answer, notes: '' })).toBe(false);
});

it('notes what is new, and the stage that was entered', () => {
  const next = threatModel.parse({ ...model, elements: [{ id: 'a', kind: 'actor', label: 'A' }] });
  expect(changed(work, { model: next }, 9).log).toEqual([...work.log, [9, 'element', 'a']]);
  expect(changed(work, { stage: 'closing' }, 9).log).toEqual([...work.log, [9, 'stage', 'closing']]);
  expect(changed(work, { twistReply: 'x' }, 9).log).toBe(work.log);
});

it('knows what the server would not take', () => {
  expect(isTooLongForRound(textOfWork(work))).toBe(false);
  expect(isTooLongForRound(textOfWork({ ...work, twistReply: 'x'.repeat(50_000) }))).toBe(true);
});
