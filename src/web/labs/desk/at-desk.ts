import type { LabSession, LabView } from '#web/ui/api/lab-types.ts';
import type { LabWork } from './work.ts';

/** What every step of a lab works with. */
export type AtDesk = {
  readonly lab: LabView;
  readonly session: LabSession;
  readonly work: LabWork;
  /** The session is over: to look at only. */
  readonly closed: boolean;
  readonly edit: (change: Partial<LabWork>) => void;
  /** Waits until the server has all that was written, and says at which revision. Throws when it has not. */
  readonly saved: () => Promise<number>;
  /** Takes over what the server answered. */
  readonly show: (session: LabSession) => void;
};
