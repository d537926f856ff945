import type { Lab } from '#core/content/lab.ts';
import { progressOf } from '../labs/advance.ts';
import { viewOfSession } from '../labs/session-view.ts';
import type { LabResults, LabSession } from '../storage/lab-session.ts';
import { missing, Problem } from './problem.ts';
import { nowOf, type Services } from './services.ts';

export type LabAtWork = { readonly lab: Lab; readonly session: LabSession };

export function labOf({ library }: Services, slug: string): Lab {
  const lab = library.lab(slug);
  if (!lab) throw missing('There is no such lab.', 'Choose one in the list of labs.');
  return lab;
}

/** A session with its lab; a 404 when either is gone. */
export async function workOf(services: Services, id: string): Promise<LabAtWork> {
  const session = await services.storage.labSession(id);
  if (!session) throw missing('There is no such lab session.', 'Open the lab again from the list.');
  return { lab: labOf(services, session.lab), session };
}

const refused = (kind: string, detail: string, mend: string): Problem =>
  new Problem({ kind, status: 409, title: 'Not now', detail, mend });

export const labClosed = (): Problem =>
  refused('lab-closed', 'This lab session is closed.', 'Start the lab again to work on it.');

/** The session is at work and holds what the page shows; a 409 otherwise. */
export async function openWork(services: Services, id: string, revision: number): Promise<LabAtWork> {
  const work = await workOf(services, id);
  if (work.session.state !== 'open') {
    throw labClosed();
  }
  if (work.session.revision !== revision) {
    throw refused(
      'written-elsewhere',
      'This lab was changed in another tab or window.',
      'Load the page again.',
    );
  }
  return work;
}

/** What follows the review is closed until the review is handed in, since it tells what was to be found. */
export function mustBeReviewed({ session }: LabAtWork): void {
  if (session.results.review !== null) return;
  throw refused(
    'review-first',
    'The review is not handed in yet.',
    'Hand in your review first; it may be empty.',
  );
}

/** Changes what came of a session and shows it. */
export async function advanced(
  services: Services,
  { lab, session }: LabAtWork,
  change: (results: LabResults) => Partial<LabResults>,
) {
  const next = await services.storage.advanceLab(session.id, nowOf(services), (current) =>
    progressOf(lab, current, change(current.results)),
  );
  if (!next) throw missing('There is no such lab session.');
  return viewOfSession(lab, next, services.redFlags);
}
