import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Set by `npm test`; empty when the machine has no Chromium. */
export const browserPath = process.env.HOTSEAT_BROWSER ?? '';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

export type Look = { readonly width: 1280 | 390; readonly scheme: 'light' | 'dark' };

export const looks: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
];

/** A page that remembers what it asked for and what went wrong in it. */
export type WatchedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to any other origin than Hotseat's. */
  readonly strangers: readonly string[];
  /** Uncaught errors and console errors, policy violations among them. */
  readonly errors: readonly string[];
};

export async function openPage(
  browser: Browser,
  url: string,
  look: Look = { width: 1280, scheme: 'light' },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width === 390 ? 844 : 900 },
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const strangers: string[] = [];
  const errors: string[] = [];
  const origin = new URL(url).origin;
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(origin) && !address.startsWith('data:') && !address.startsWith('blob:'))
      strangers.push(address);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return { page, context, strangers, errors };
}

/** Fails on every serious or critical accessibility finding, with the elements it is about; leaves out what is not ours. */
export async function expectAccessible(page: Page, except?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (except === undefined ? axe : axe.exclude(except)).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
  expect(told).toEqual([]);
}

/** Fails when the page is wider than the window: nobody scrolls sideways on a phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBeLessThanOrEqual(0);
}

/** Keeps a picture when HOTSEAT_SHOTS names a folder. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.HOTSEAT_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
