import { afterEach, describe, expect, it } from 'vitest';
import { threatRule } from '#core/content/threat-rule.ts';
import { clientOf, fixtureQuestions, libraryOf, testPort, testServer } from '../fixtures-for-tests.ts';
import { someThreatModel } from '../storage/records-for-tests.ts';

const rule = threatRule.parse({
  id: 'plain',
  title: 'Read along',
  stride: 'information-disclosure',
  on: 'flow',
  when: { not: { fact: 'encrypted' } },
  explanation: 'It is read.',
  cwe: [319],
  mitigations: [{ title: 'Encrypt it', kind: 'prevents', asvs: ['V12.2'] }],
  falsePositive: 'It is public.',
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function server() {
  const library = { ...libraryOf(fixtureQuestions), threatRules: [rule] };
  const started = await testServer({ library });
  closing.push(started.close);
  return { ...started, api: clientOf(started)['threat-models'] };
}

type Server = Awaited<ReturnType<typeof server>>;

async function created({ api }: Server, input: { title: string } | { document: object } | { file: string }) {
  const response = await api.$post({ json: input as { title: string } });
  const body = await response.json();
  if (!('model' in body)) throw new Error(body.detail);
  return body;
}

const plain = {
  ...someThreatModel,
  flows: [{ ...someThreatModel.flows[0], protocol: '', facts: { encrypted: 'no' } }],
};
const get = ({ app }: Server, path: string) => app.request(`http://127.0.0.1:${testPort}/api${path}`);

describe('threat models', () => {
  it('begin empty, from a document or from a file, and are listed with their counts', async () => {
    const at = await server();
    const empty = await created(at, { title: '  Checkout  ' });
    expect(empty).toMatchObject({ losses: [], model: { revision: 0, document: { title: 'Checkout' } } });
    await created(at, { document: someThreatModel });
    const file = JSON.stringify({
      otmVersion: '0.2.0',
      project: { name: 'From OTM', id: 'p', owner: 'Somebody' },
    });
    const { model, losses } = await created(at, { file });
    expect(model.document.title).toBe('From OTM');
    expect(losses.map(({ what }) => what).join()).toContain('owner');
    const { items } = await (await at.api.$get()).json();
    expect(items.map(({ title }) => title).sort()).toEqual(['Checkout', 'From OTM', 'Mine']);
    expect(items.find(({ title }) => title === 'Mine')?.counts).toMatchObject({ elements: 2, threats: 1 });
  });

  it('refuse a file as the command line does, with each fault, its place and its mend', async () => {
    const at = await server();
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    for (const [file, why] of [
      ['{"hello": 1}', 'no threat model that Hotseat knows'],
      [`{"version": 1, "title": "T", "elements": ${deep}}`, 'nested'],
      ['not: [closed', 'cannot be read'],
      [
        JSON.stringify({ version: 1, title: 'T', flows: [{ id: 'f', label: 'F', from: 'a', to: 'b' }] }),
        'flows[0].from: There is no element "a". Correct the id',
      ],
    ] as const) {
      const response = await at.api.$post({ json: { file } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        title: 'This file cannot be imported',
        detail: expect.stringContaining(why),
      });
    }
    expect((await (await at.api.$get()).json()).items).toEqual([]);
  });

  it('refuse an unsound document on creating and on saving, and keep what was there', async () => {
    const at = await server();
    const { model } = await created(at, { document: someThreatModel });
    const unsound = { ...someThreatModel, elements: [] };
    const param = { id: model.id };
    for (const response of [
      await at.api.$post({ json: { document: unsound } }),
      await at.api[':id'].$put({ param, json: { document: unsound, revision: 0 } }),
    ]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: expect.arrayContaining([
          { field: 'flows[0].from', message: expect.stringContaining('no element "user"') },
        ]),
      });
    }
    const kept = await (await at.api[':id'].$get({ param })).json();
    expect(kept).toMatchObject({ document: someThreatModel, revision: 0 });
  });

  it('are saved over the revision that was seen; another gets what is stored', async () => {
    const at = await server();
    const { model } = await created(at, { document: someThreatModel });
    const param = { id: model.id };
    const document = { ...someThreatModel, title: 'Saved' };
    const saved = await at.api[':id'].$put({ param, json: { document, revision: 0 } });
    expect(await saved.json()).toMatchObject({ revision: 1 });
    const late = await at.api[':id'].$put({ param, json: { document: someThreatModel, revision: 0 } });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      current: { revision: 1, document: { title: 'Saved' } },
      mend: expect.stringContaining('keep what you want'),
    });
  });

  it('are renamed and deleted; what is gone is a 404 everywhere', async () => {
    const at = await server();
    const { model } = await created(at, { document: someThreatModel });
    const param = { id: model.id };
    const renamed = await at.api[':id'].title.$put({ param, json: { title: 'Other' } });
    expect(await renamed.json()).toMatchObject({ revision: 1 });
    expect(await (await at.api[':id'].$get({ param })).json()).toMatchObject({
      document: { title: 'Other' },
    });
    expect((await at.api[':id'].$delete({ param })).status).toBe(204);
    const paths = ['', '/versions', '/comparison?from=v', '/export/svg', '/export/otm/losses'];
    for (const path of paths) expect((await get(at, `/threat-models/${model.id}${path}`)).status).toBe(404);
    expect((await at.api[':id'].$delete({ param })).status).toBe(404);
    expect((await at.api[':id'].title.$put({ param, json: { title: 'X' } })).status).toBe(404);
    expect(
      (await at.api[':id'].$put({ param, json: { document: someThreatModel, revision: 0 } })).status,
    ).toBe(404);
    expect((await at.api[':id'].versions.$post({ param, json: { name: 'V' } })).status).toBe(404);
  });

  it('have versions that are compared with what is stored now', async () => {
    const at = await server();
    const { model } = await created(at, { document: someThreatModel });
    const param = { id: model.id };
    const version = await (await at.api[':id'].versions.$post({ param, json: { name: ' First ' } })).json();
    if (!('id' in version)) throw new Error(version.detail);
    expect(version.name).toBe('First');
    await at.api[':id'].$put({
      param,
      json: { document: { ...someThreatModel, threats: [], mitigations: [] }, revision: 0 },
    });
    const compared = await at.api[':id'].comparison.$get({ param, query: { from: version.id } });
    expect(await compared.json()).toMatchObject({
      added: [],
      removed: [
        { part: 'threat', label: 'Orders are forged' },
        { part: 'mitigation', label: 'Sign in' },
      ],
    });
    const one = { param: { id: model.id, version: version.id } };
    expect(await (await at.api[':id'].versions[':version'].$get(one)).json()).toMatchObject({
      document: someThreatModel,
    });
    const listed = await (await at.api[':id'].versions.$get({ param })).json();
    expect(listed).toMatchObject({ items: [{ name: 'First', counts: { threats: 1 } }] });
    expect((await at.api[':id'].versions[':version'].$delete(one)).status).toBe(204);
    expect((await at.api[':id'].versions[':version'].$get(one)).status).toBe(404);
  });
});

describe('the analysis of a threat model', () => {
  const analyzed = async (at: Server, document: object) => {
    const response = await clientOf(at)['threat-model-analysis'].$post({
      json: { document: { ...document } },
    });
    const body = await response.json();
    if (!('threats' in body)) throw new Error(body.detail);
    return body;
  };

  it('tells findings with their facts and their rule once, and what is unknown', async () => {
    const at = await server();
    expect(await analyzed(at, plain)).toMatchObject({
      threats: [
        { rule: 'plain', element: 'order', because: ['“Order” from User to Shop is not encrypted.'] },
      ],
      questions: [],
      rules: [{ id: 'plain', cwe: [319], mitigations: [{ asvs: ['V12.2'] }] }],
    });
    const unknown = { ...plain, flows: [{ ...plain.flows[0], facts: {} }] };
    expect((await analyzed(at, unknown)).questions).toMatchObject([
      { element: 'order', fact: 'encrypted', decides: 1 },
    ]);
  });

  it('leaves dismissed findings out, and still says what they are', async () => {
    const at = await server();
    const dismissed = { ...plain, dismissed: [{ rule: 'plain', on: 'order', reason: 'It is public.' }] };
    expect(await analyzed(at, dismissed)).toMatchObject({ threats: [], rules: [{ title: 'Read along' }] });
  });
});

describe('a threat model as a file', () => {
  it.each([
    ['hotseat', 'application/json; charset=utf-8', '{\n  "version": 1'],
    ['threat-dragon', 'application/json; charset=utf-8', '{\n  "version": "2'],
    ['otm', 'application/json; charset=utf-8', '{\n  "otmVersion"'],
    ['markdown', 'text/markdown; charset=utf-8', '# Mine'],
    ['svg', 'image/svg+xml', '<svg '],
    ['pdf', 'application/pdf', '%PDF-'],
  ])('is %s', async (format, type, beginning) => {
    const at = await server();
    const { model } = await created(at, { document: someThreatModel });
    const response = await get(at, `/threat-models/${model.id}/export/${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="mine\.[a-z.-]+"$/);
    expect((await response.text()).slice(0, beginning.length)).toBe(beginning);
  });

  it('says what a format cannot hold', async () => {
    const at = await server();
    const document = { ...someThreatModel, assumptions: [{ id: 'a', text: 'The cloud is sound.' }] };
    const { model } = await created(at, { document });
    const response = await get(at, `/threat-models/${model.id}/export/threat-dragon/losses`);
    expect(JSON.stringify(await response.json())).toMatch(/assumption/i);
    const none = await get(at, `/threat-models/${model.id}/export/hotseat/losses`);
    expect(await none.json()).toEqual({ losses: [] });
  });

  it('has a name that breaks no header, whatever the title', async () => {
    const at = await server();
    const { model } = await created(at, { title: 'Ä"\\; 表 ../x' });
    const response = await get(at, `/threat-models/${model.id}/export/svg`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="x.svg"');
  });

  it('takes a large file, and refuses what is larger than any model', async () => {
    const at = await server();
    const large = await at.api.$post({ json: { file: `{"padding": "${'x'.repeat(17_000_000)}"}` } });
    expect(await large.json()).toMatchObject({ detail: expect.stringContaining('16 MB is the most') });
    const body = JSON.stringify({ file: 'x'.repeat(42 * 1024 * 1024) });
    const tooLarge = await at.app.request(`http://127.0.0.1:${testPort}/api/threat-models`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
      body,
    });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.json()).toMatchObject({ mend: 'Split the threat model.' });
  });
});
