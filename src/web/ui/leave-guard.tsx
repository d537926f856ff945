import { useBlocker } from '@tanstack/react-router';
import { Dialog, focusFirst } from './dialog.tsx';

/** Asks before a page is left whose text is not saved by itself. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <Dialog title="Leave without saving?" onClose={leaving.reset}>
      <p>What you typed on this page is not saved yet and would be gone.</p>
      <div className="buttons">
        <button type="button" className="button danger" onClick={leaving.proceed}>
          Leave
        </button>
        <button ref={focusFirst} type="button" className="button" onClick={leaving.reset}>
          Stay here
        </button>
      </div>
    </Dialog>
  );
}
