import { PracticeBook } from '../practice/practice-book.ts';
import type { Services } from './services.ts';

/** How the user stands on every question, now. */
export async function practiceBook({ storage, clock }: Services): Promise<PracticeBook> {
  const [outlines, settings] = await Promise.all([storage.outlines(), storage.settings()]);
  return new PracticeBook(outlines, clock(), settings.interviewDate);
}
