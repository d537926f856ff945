import type { Browser, Page } from 'playwright-core';

/** Inside the checker's own sandbox Chromium can have no second one, and needs no shared memory device. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

let starting: Promise<Browser> | undefined;

/** Starts the browser unless it runs. Throws when this machine has none. */
export function startBrowser(): Promise<Browser> {
  starting ??= launch();
  return starting;
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.LAB_BROWSER;
  if (!executablePath) throw new Error('This machine has no Chromium. Run: sudo apt-get install -y chromium');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags });
}

/** Opens an empty page with cookies and storage of its own. */
export async function openPage(): Promise<Page> {
  const browser = await startBrowser();
  const context = await browser.newContext();
  context.setDefaultTimeout(5000);
  return context.newPage();
}
