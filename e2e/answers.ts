import type { Page } from 'playwright-core';

/** A spoken answer to `password-storage` that leaves some points out. */
export const fairAnswer =
  'I start from the day the table leaks. The thief guesses offline on graphics cards, so every guess has to be slow and ' +
  'expensive. I would take Argon2id from a maintained library. Each password gets its own random salt, so two people with ' +
  'the same password have different values and a precomputed table does not help.';

/** Answers a question from its page up to the point where the candidate scores it. */
export async function handIn(page: Page, slug: string, answer: string): Promise<void> {
  await page.goto(new URL(`/practice/${slug}`, page.url()).href);
  await page.getByRole('button', { name: 'Start answering' }).click();
  await page.getByLabel('Your answer').fill(answer);
  await page.getByRole('button', { name: /Hand in/ }).click();
  await page.getByRole('heading', { name: 'How did that go?' }).waitFor();
}

/** Scores the answer that was handed in, and waits for the grade. */
export async function scoreOneself(page: Page, score: 1 | 2 | 3 | 4): Promise<void> {
  await page.keyboard.press(String(score));
  await page.getByRole('button', { name: 'Show the grade' }).click();
  await page.getByRole('heading', { name: 'Your answer' }).waitFor();
}
