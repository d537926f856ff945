import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readBankSearch } from './bank/bank-search.ts';
import { readLabSearch } from './labs/list/lab-search.ts';
import { NotFound } from './ui/not-found.tsx';
import { PageError } from './ui/page-error.tsx';
import { parseSearch, stringifySearch } from './ui/search-string.ts';
import { Shell } from './ui/shell/shell.tsx';
import { Loading } from './ui/states.tsx';

/** Takes the named texts out of the address; what is missing stays out. */
function pick<Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): { [key in Name]?: string } => {
    const result: { [key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') result[name] = value;
    }
    return result;
  };
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const getParentRoute = () => root;

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./today/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/bank',
    validateSearch: readBankSearch,
    component: lazyRouteComponent(() => import('./bank/bank-page.tsx'), 'BankPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/practice/$slug',
    component: lazyRouteComponent(() => import('./practice/practice-page.tsx'), 'PracticePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/labs',
    validateSearch: readLabSearch,
    component: lazyRouteComponent(() => import('./labs/list/labs-page.tsx'), 'LabsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/labs/$slug',
    validateSearch: pick('step', 'session'),
    component: lazyRouteComponent(() => import('./labs/desk/lab-page.tsx'), 'LabPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/scenarios',
    component: lazyRouteComponent(() => import('./scenarios/list/scenarios-page.tsx'), 'ScenariosPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/scenarios/$slug',
    validateSearch: pick('session'),
    component: lazyRouteComponent(() => import('./scenarios/desk/scenario-page.tsx'), 'ScenarioPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/scenarios/$slug/spot',
    validateSearch: pick('session'),
    component: lazyRouteComponent(() => import('./scenarios/spot/spot-page.tsx'), 'SpotPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/triage',
    component: lazyRouteComponent(() => import('./triage/list/triage-page.tsx'), 'TriagePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/triage/$slug',
    validateSearch: pick('session'),
    component: lazyRouteComponent(() => import('./triage/desk/set-page.tsx'), 'TriageSetPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/threat-models',
    component: lazyRouteComponent(() => import('./threat-models/list/models-page.tsx'), 'ModelsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/threat-models/$id',
    validateSearch: pick('tab', 'threat'),
    component: lazyRouteComponent(() => import('./threat-models/page/model-page.tsx'), 'ModelPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/attempts/$id',
    component: lazyRouteComponent(() => import('./result/attempt-page.tsx'), 'AttemptPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/history',
    validateSearch: pick('question'),
    component: lazyRouteComponent(() => import('./history/history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/compare',
    validateSearch: pick('a', 'b'),
    component: lazyRouteComponent(() => import('./history/compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/guide',
    component: lazyRouteComponent(() => import('./guide/guide-page.tsx'), 'GuidePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/guide/accuracy',
    component: lazyRouteComponent(() => import('./guide/accuracy-page.tsx'), 'AccuracyPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/guide/$slug',
    component: lazyRouteComponent(() => import('./guide/reader-page.tsx'), 'ReaderPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/own-questions',
    component: lazyRouteComponent(() => import('./own-questions/own-questions-page.tsx'), 'OwnQuestionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/own-questions/$slug',
    component: lazyRouteComponent(() => import('./own-questions/edit-page.tsx'), 'EditPage'),
  }),
] as const;

/**
 * Fetches the code of every page once the first one stands. The server may be stopped at any time, and a page
 * that is already open must then still be able to show the others, and to say so.
 */
export function fetchAllPages(): void {
  for (const route of routes) route.options.component?.preload?.()?.catch(() => undefined);
  void Promise.all([
    import('./ui/shell/palette.tsx'),
    import('./ui/shell/shortcut-help.tsx'),
    import('./result/debrief.tsx'),
    import('./labs/code/code-editor.tsx'),
    import('./labs/code/code-diff.tsx'),
    import('./threat-models/board/board.tsx'),
  ]).catch(() => undefined);
}

export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Loading lines={6} />,
    defaultErrorComponent: PageError,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
