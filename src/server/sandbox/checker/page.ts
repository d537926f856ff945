import type { Browser, Page } from 'playwright-core';
import { listen } from './listen.ts';

/** Inside the checker's own sandbox Chromium can have no second one, and needs no shared memory device. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

const warmUp =
  '<p>text</p><input><button>go</button><script type="module">document.body.append("script")</script>';

let starting: Promise<Browser> | undefined;
/** An empty page that waits for the first check that asks for one. */
let waiting: Promise<Page> | undefined;

/** Opens a page before it is asked for, where the sandbox holds a browser; what fails is told by the check that asks. */
export async function openAhead(): Promise<void> {
  if (!process.env.LAB_BROWSER) return;
  waiting = openNew().then(useOnce);
  await waiting.catch(() => undefined);
}

/** The first page that is loaded in a browser takes much longer than those after it. */
async function useOnce(page: Page): Promise<Page> {
  const listener = await listen(() => ({ headers: { 'content-type': 'text/html' }, body: warmUp }));
  try {
    await page.goto(listener.url);
    await page.waitForFunction('document.body.innerText.includes("script")');
    await page.fill('input', 'text');
    await page.click('button');
    await page.goto('about:blank');
  } finally {
    listener.close();
  }
  return page;
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.LAB_BROWSER;
  if (!executablePath) throw new Error('This machine has no Chromium. Run: sudo apt-get install -y chromium');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags });
}

/** Opens an empty page with cookies and storage of its own. */
export function openPage(): Promise<Page> {
  const ahead = waiting;
  waiting = undefined;
  return ahead?.catch(openNew) ?? openNew();
}

async function openNew(): Promise<Page> {
  starting ??= launch();
  const browser = await starting;
  const context = await browser.newContext();
  context.setDefaultTimeout(5000);
  return context.newPage();
}
