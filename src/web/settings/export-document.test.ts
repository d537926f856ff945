import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewImport } from './export-document.ts';

describe('previewing an import', () => {
  it('counts what the file holds', () => {
    const text = JSON.stringify({
      format: 'hotseat-export',
      version: 1,
      attempts: [1, 2],
      ownQuestions: [1],
      settings: {},
    });
    expect(previewImport(text)).toMatchObject({ attempts: 2, ownQuestions: 1, hasSettings: true });
  });

  it('refuses everything else with a reason', () => {
    expect(previewImport('{')).toBe('This file is not JSON.');
    fc.assert(fc.property(fc.json(), (json) => typeof previewImport(json) === 'string'));
  });
});
