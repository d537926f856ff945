import { afterAll, expect, it } from 'vitest';
import { fakeEndpoint, says } from '#server/second-reader/endpoint-for-tests.ts';
import { fairAnswer, handIn, scoreOneself } from './answers.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture } from './browser.ts';
import { journeys } from './stage.ts';

type Endpoint = Awaited<ReturnType<typeof fakeEndpoint>>;
let endpoint: Endpoint | undefined;
afterAll(() => endpoint?.close());

/** Finds one point with words that were said, and one with words that were not; waits when it is told to. */
async function open(): Promise<Endpoint> {
  let calls = 0;
  return fakeEndpoint((response, received) => {
    calls += 1;
    if (calls === 1) return;
    const { points, answer } = JSON.parse(received.body.messages[1]?.content ?? '');
    const said = points.map(({ id }: { id: string }, index: number) => ({
      id,
      made: true,
      quote: index === 0 ? 'words that nobody has said' : answer.slice(0, 40).trim(),
    }));
    says({ points: said }, { prompt_tokens: 900, completion_tokens: 120 })(response, received);
  });
}

journeys(
  'a second reader',
  (stage) => {
    it('is asked only when told to, can be called off, and is believed only where it quotes', async () => {
      const { page, context } = await stage().open('/', { width: 390, scheme: 'dark' });
      await handIn(page, 'password-storage', fairAnswer);
      await scoreOneself(page, 3);
      const section = page.getByRole('region', { name: 'Second reader' });
      await section.getByText('reader-1 at 127.0.0.1').waitFor();
      expect(endpoint?.received).toEqual([]);
      await section.getByRole('button', { name: 'Ask for a second opinion' }).click();
      await section.getByRole('button', { name: 'Cancel' }).click();
      await section.getByRole('button', { name: 'Ask for a second opinion' }).click();
      await section.getByText(/The readers differ on \d+ of \d+ points/).waitFor();
      await section.getByText('its quote does not stand in your answer').waitFor();
      await section.getByText('900 tokens sent, 120 received').waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, 'second-reader');
      await context.close();
    });
  },
  async () => {
    endpoint = await open();
    return { HOTSEAT_SECOND_READER_URL: endpoint.url, HOTSEAT_SECOND_READER_MODEL: 'reader-1' };
  },
);
