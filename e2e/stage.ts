import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { browserPath, type Look, launchBrowser, openPage, type WatchedPage } from './browser.ts';
import { type Environment, type RunningHotseat, startHotseat } from './hotseat.ts';

/** One Hotseat and one browser for the journeys of a file. */
export type StageForTests = {
  readonly hotseat: RunningHotseat;
  open(path: string, look?: Look): Promise<WatchedPage>;
};

/** Describes journeys; where the machine has no Chromium they are reported as skipped. */
export function journeys(
  name: string,
  tell: (stage: () => StageForTests) => void,
  environment: () => Promise<Environment> = async () => ({}),
): void {
  describe.skipIf(browserPath === '')(name, () => {
    let stage: StageForTests | undefined;
    let browser: Browser | undefined;
    beforeAll(async () => {
      const hotseat = await startHotseat(await environment());
      const launched = await launchBrowser();
      browser = launched;
      stage = { hotseat, open: (path, look) => openPage(launched, new URL(path, hotseat.url).href, look) };
    });
    afterAll(async () => {
      await browser?.close();
      await stage?.hotseat.dispose();
    });
    tell(() => {
      if (!stage) throw new Error('The stage is not set.');
      return stage;
    });
  });
}
