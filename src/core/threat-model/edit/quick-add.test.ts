import { describe, expect, it } from 'vitest';
import { type ThreatModel, threatModel } from '../document.ts';
import { applyCommand } from './apply-command.ts';
import { quickAdd } from './quick-add.ts';

const start: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Uploads',
  boundaries: [{ id: 'network', label: 'Internal network' }],
  elements: [
    { id: 'browser', kind: 'actor', label: 'Browser' },
    { id: 'api', kind: 'process', label: 'Upload API' },
    { id: 'sync', kind: 'process', label: 'Copy to S3' },
  ],
});

function typed(line: string, inside: string | null = null): ThreatModel {
  const added = quickAdd(start, line, inside);
  return added.ok ? applyCommand(start, added.command) : start;
}

describe('adding by typing', () => {
  it('adds each kind of element under a free id', () => {
    expect(typed('process  Upload API').elements.at(-1)).toMatchObject({
      id: 'upload-api',
      kind: 'process',
      label: 'Upload API',
      boundary: null,
    });
    expect(typed('Store Pictures').elements.at(-1)).toMatchObject({ kind: 'store', label: 'Pictures' });
    expect(typed('actor Browser').elements.at(-1)).toMatchObject({ kind: 'actor', id: 'browser-2' });
  });

  it('puts an element into the boundary that is named, and otherwise where it is told', () => {
    expect(typed('store Pictures in internal NETWORK').elements.at(-1)).toMatchObject({
      label: 'Pictures',
      boundary: 'network',
    });
    expect(typed('store Things in transit').elements.at(-1)).toMatchObject({ label: 'Things in transit' });
    expect(typed('store Pictures', 'network').elements.at(-1)).toMatchObject({ boundary: 'network' });
    expect(typed('boundary Vault in Internal network').boundaries.at(-1)).toMatchObject({
      label: 'Vault',
      parent: 'network',
    });
  });

  it.each([
    ['flow from browser to upload api', 'To Upload API', 'browser', 'api'],
    ['flow Picture from Browser to Upload API', 'Picture', 'browser', 'api'],
    ['Upload API -> Copy to S3: Picture: small', 'Picture: small', 'api', 'sync'],
    ['flow from Copy to S3 to Upload API', 'To Upload API', 'sync', 'api'],
    ['Browser→Upload API', 'To Upload API', 'browser', 'api'],
  ])('reads “%s” as a flow', (line, label, from, to) => {
    expect(typed(line).flows.at(-1)).toMatchObject({ label, from, to });
  });

  it('says what is missing', () => {
    expect(quickAdd(start, 'flow from Browser to Queue')).toEqual({
      ok: false,
      problem: 'There is no element “Queue”. Add it first.',
    });
    for (const line of ['', 'process', 'something else', 'flow from Browser'])
      expect(quickAdd(start, line)).toMatchObject({ ok: false });
  });
});
