// Frame times of the board with a model of 300 elements, panned and dragged in Chromium, near and from afar, and what
// the board costs to load. Needs the built web app (`npm start` builds it) and Chromium (HOTSEAT_BROWSER or
// /usr/bin/chromium). `--json FILE` writes the figures.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { layOut } from '#core/threat-model/diagram/lay-out.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { startHotseat } from '../e2e/hotseat.ts';
import { type Measured, percentile, printResults } from './results.ts';

const count = 300;
const zones = 20;
/** A frame of a screen of 60 Hz, and half of one for the clock of the browser. */
const frame = 25;

function generatedModel(): ThreatModel {
  const kinds = ['process', 'store', 'actor', 'process'] as const;
  return threatModel.parse({
    version: 1,
    title: 'Three hundred elements',
    boundaries: Array.from({ length: zones }, (_, index) => ({
      id: `z${index}`,
      label: `Zone ${index}`,
      parent: index % 4 === 0 ? null : `z${index - (index % 4)}`,
    })),
    elements: Array.from({ length: count }, (_, index) => ({
      id: `e${index}`,
      kind: kinds[index % kinds.length],
      label: `Element number ${index}`,
      boundary: `z${index % zones}`,
    })),
    flows: Array.from({ length: count + 100 }, (_, index) => ({
      id: `f${index}`,
      label: `Flow ${index}`,
      from: `e${(index * 7) % count}`,
      to: `e${(index * 13 + 1) % count}`,
    })),
  });
}

type Spot = { readonly x: number; readonly y: number };

/** Runs in the page: keeps the times between two frames. */
const watchFrames = `{
  const times = [];
  let last = performance.now();
  const tick = (now) => {
    times.push(now - last);
    last = now;
    if (globalThis.frameTimes === times) requestAnimationFrame(tick);
  };
  globalThis.frameTimes = times;
  requestAnimationFrame(tick);
}`;

/** Times between two frames in milliseconds while `act` runs. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(watchFrames);
  await act();
  const times: number[] = await page.evaluate('globalThis.frameTimes');
  return times.slice(1);
}

async function circle(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  const until = performance.now() + 3000;
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.move(x + Math.sin(step / 12) * 90, y + 90 - Math.cos(step / 12) * 90);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

/** Runs in the page: a place amid the board whose topmost part matches, or its middle where none does. */
const findSpot = (selector: string): string => `(() => {
  const area = document.querySelector('.react-flow').getBoundingClientRect();
  for (let y = area.y + area.height * 0.3; y < area.y + area.height * 0.7; y += 7)
    for (let x = area.x + area.width * 0.3; x < area.x + area.width * 0.7; x += 11)
      if (document.elementFromPoint(x, y)?.closest('.react-flow__node, .react-flow__pane')?.matches('${selector}'))
        return { x, y };
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
})()`;

const spotOn = (page: Page, selector: string): Promise<Spot> => page.evaluate(findSpot(selector));

async function measured(page: Page, where: string): Promise<Measured[]> {
  const pane = await spotOn(page, '.react-flow__pane');
  const panned = await framesDuring(page, () => circle(page, pane));
  const node = await spotOn(page, '.react-flow__node-element');
  const dragged = await framesDuring(page, () => circle(page, node));
  return [
    { what: `pan, ${where}, p50`, value: percentile(panned, 50), unit: 'ms', target: frame },
    { what: `pan, ${where}, p95`, value: percentile(panned, 95), unit: 'ms', target: frame },
    { what: `drag, ${where}, p50`, value: percentile(dragged, 50), unit: 'ms', target: frame },
    { what: `drag, ${where}, p95`, value: percentile(dragged, 95), unit: 'ms', target: frame },
  ];
}

/** Gzipped size of the chunk of the board in KiB, with its styles. */
function boardSize(): number {
  const folder = fileURLToPath(new URL('../dist/web/assets', import.meta.url));
  const files = readdirSync(folder).filter((name) => /^board-.*\.(js|css)$/.test(name));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(`${folder}/${name}`)).length, 0) / 1024;
}

/** Milliseconds until the elements of a model show. */
async function openBoard(page: Page, url: string): Promise<number> {
  const model = generatedModel();
  const answer = await page.request.post(new URL('/api/threat-models', url).href, {
    headers: { origin: new URL(url).origin },
    data: { document: { ...model, layout: layOut(model) } },
  });
  const stored: { readonly model: { readonly id: string } } = await answer.json();
  const start = performance.now();
  await page.goto(new URL(`/threat-models/${stored.model.id}`, url).href);
  await page.locator('.react-flow__node-element').first().waitFor();
  return performance.now() - start;
}

const hotseat = await startHotseat();
const browser = await chromium.launch({
  executablePath: process.env.HOTSEAT_BROWSER ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(new URL('/threat-models', hotseat.url).href);
  const opening = await openBoard(page, hotseat.url);
  await page.waitForTimeout(1500);
  const idle = await framesDuring(page, () => page.waitForTimeout(1500));
  const far = await measured(page, 'all 300 in view');
  const { x, y } = await spotOn(page, '.react-flow__pane');
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let step = 0; step < 12; step += 1) await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await page.waitForTimeout(800);
  const shown = await page.locator('.react-flow__node-element').count();
  const near = await measured(page, `at reading size, ${shown} in view`);
  printResults('Board of 300 elements, 400 flows, 20 boundaries', [
    { what: 'nothing moves, p50', value: percentile(idle, 50), unit: 'ms' },
    { what: 'nothing moves, p95', value: percentile(idle, 95), unit: 'ms' },
    ...near,
    ...far,
    { what: 'opening the page, until elements show', value: opening, unit: 'ms' },
    { what: 'chunk of the board, gzipped', value: boardSize(), unit: 'KiB', target: 80 },
  ]);
} finally {
  await browser.close();
  await hotseat.dispose();
}
