import { expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import { fixtureQuestions, libraryOf, temporaryFolder } from './fixtures-for-tests.ts';

it('says of a pack that it is still being checked, and only then that it is ready', () => {
  using home = temporaryFolder();
  const library = libraryOf(fixtureQuestions);
  const states = [2, 0].map((unchecked) => {
    const packs = library.packs.map((pack) => ({ ...pack, unchecked }));
    const items = diagnose({
      home: home.path,
      webFolder: '/nowhere',
      library: { ...library, packs },
      toolchains: '/nowhere',
      sandbox: { ready: true, version: '0.8.0' },
      judgeFault: undefined,
    });
    return items.find(({ name }) => name === 'Pack test');
  });
  expect(states).toMatchObject([
    { state: 'preparing', detail: expect.stringContaining('2 are still being checked') },
    { state: 'ready' },
  ]);
});

it('says what reads answers where the judge cannot run, and why', () => {
  using home = temporaryFolder();
  const items = diagnose({
    home: home.path,
    webFolder: '/nowhere',
    library: libraryOf(fixtureQuestions),
    toolchains: '/nowhere',
    sandbox: { ready: true, version: '0.8.0' },
    judgeFault: 'no binding for this machine',
  });
  expect(items.find(({ name }) => name === 'Answer judge')).toMatchObject({
    state: 'missing',
    detail: expect.stringContaining('no binding for this machine'),
  });
});
