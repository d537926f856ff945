import type { Look, WatchedPage } from './browser.ts';
import { ask } from './lab-steps.ts';
import type { StageForTests } from './stage.ts';

/** Keeps a model and opens its page; `stored` tells what is kept of it then. */
export async function openModel<T>(
  stage: StageForTests,
  document: object,
  look?: Look,
): Promise<WatchedPage & { readonly stored: () => Promise<T> }> {
  const opened = await stage.open('/threat-models', look);
  const { page } = opened;
  const { model } = await ask(page, '/threat-models', 'POST', { document });
  const { id } = model as { readonly id: string };
  await page.goto(new URL(`/threat-models/${id}`, page.url()).href);
  const stored = async (): Promise<T> =>
    ((await ask(page, `/threat-models/${id}`)) as { readonly document: T }).document;
  return { ...opened, stored };
}
