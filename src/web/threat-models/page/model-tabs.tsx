import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AnalysisTab } from '../analysis/analysis-tab.tsx';
import { ModelEditor } from '../editor/model-editor.tsx';
import { Steps } from '../editor/steps.tsx';
import { useUndoKeys } from '../editor/use-undo-keys.ts';
import { ReportTab } from '../report/report-tab.tsx';
import { ThreatsEditor } from '../threats/threats-editor.tsx';
import type { ModelHistory } from '../use-model-history.ts';
import { useSaid } from '../use-said.ts';
import { VersionsTab } from '../versions/versions-tab.tsx';
import styles from './model-page.module.css';

const tabs = ['model', 'threats', 'analysis', 'versions', 'report'] as const;
type TabName = (typeof tabs)[number];

const titles: Readonly<Record<TabName, string>> = {
  model: 'Model',
  threats: 'Threats',
  analysis: 'Analysis',
  versions: 'Versions',
  report: 'Report',
};

type Props = {
  readonly id: string;
  readonly history: ModelHistory;
  /** Resolves once the server has everything, with the revision; null when it does not. */
  readonly saved: () => Promise<number | null>;
};

/** What can be done with one model, a page each. */
export function ModelTabs({ id, history, saved }: Props) {
  const search = useSearch({ from: '/threat-models/$id' });
  const current = tabs.find((tab) => tab === search.tab) ?? 'model';
  return (
    <>
      <nav aria-label="Parts of the model" className={styles.tabs}>
        <ul>
          {tabs.map((tab) => (
            <li key={tab}>
              <Link
                to="/threat-models/$id"
                params={{ id }}
                search={{ tab }}
                aria-current={tab === current ? 'page' : undefined}
                resetScroll={false}
              >
                {titles[tab]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Tab id={id} tab={current} history={history} saved={saved} threat={search.threat} />
    </>
  );
}

type TabProps = Props & { readonly tab: TabName; readonly threat: string | undefined };

function Tab({ id, tab, history, saved, threat }: TabProps) {
  switch (tab) {
    case 'model':
      return <ModelEditor history={history} />;
    case 'threats':
      return (
        <WithSteps history={history}>
          <ThreatsEditor
            document={history.document}
            perform={history.perform}
            {...(threat === undefined ? {} : { focus: threat })}
          />
        </WithSteps>
      );
    case 'analysis':
      return (
        <WithSteps history={history}>
          <AnalysisTab id={id} history={history} />
        </WithSteps>
      );
    case 'versions':
      return <VersionsTab id={id} saved={saved} />;
    case 'report':
      return <ReportTab id={id} title={history.document.title} saved={saved} />;
  }
}

type WithStepsProps = { readonly history: ModelHistory; readonly children: ReactNode };

/** What changes the model beside the editor, with undo and redo above it. */
function WithSteps({ history, children }: WithStepsProps) {
  const [said, say] = useSaid();
  useUndoKeys(history);
  return (
    <>
      <div className={styles.steps}>
        <Steps history={history} say={say} />
      </div>
      {children}
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </>
  );
}
