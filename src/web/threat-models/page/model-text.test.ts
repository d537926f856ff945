import { describe, expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { isModelText, modelOfText, textOfModel } from './model-text.ts';

const model = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [{ id: 'web', kind: 'process', label: 'Web', facts: { isolated: 'yes', redundant: 'no' } }],
});

describe('the text of a model', () => {
  it('is the same whatever the order of keys, and is read back as it was', () => {
    const turned = JSON.parse(JSON.stringify(model), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(textOfModel(turned)).toEqual(textOfModel(model));
    expect(modelOfText(textOfModel(model))).toEqual(model);
  });

  it('is told from damaged and from unsound text', () => {
    expect(isModelText(textOfModel(model))).toBe(true);
    expect(isModelText({ answer: '{"version":1', notes: '' })).toBe(false);
    const dangling = { ...model, flows: [{ id: 'f', label: 'F', from: 'web', to: 'gone' }] };
    expect(isModelText({ answer: JSON.stringify(dangling), notes: '' })).toBe(false);
  });
});
