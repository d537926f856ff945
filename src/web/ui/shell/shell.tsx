import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ConnectionBanner } from './connection-banner.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { type Overlay, useShortcuts } from './use-shortcuts.ts';
import { useStoredTheme } from './use-stored-theme.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const ShortcutHelp = lazy(() =>
  import('./shortcut-help.tsx').then((module) => ({ default: module.ShortcutHelp })),
);

/** After a navigation the focus must not stay on a link that is gone or in the rail. */
function useFocusOnNavigation(): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const seen = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (path === undefined) return;
    if (seen.current !== undefined && seen.current !== path) main.current?.focus({ preventScroll: true });
    seen.current = path;
  }, [path]);
  return main;
}

export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const main = useFocusOnNavigation();
  useShortcuts(setOverlay);
  useStoredTheme();
  const close = () => setOverlay(null);
  return (
    <div className={styles.shell}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Rail onSearch={() => setOverlay('palette')} onHelp={() => setOverlay('help')} />
      <div className={styles.stage}>
        <ConnectionBanner />
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette onClose={close} onHelp={() => setOverlay('help')} /> : null}
        {overlay === 'help' ? <ShortcutHelp onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
