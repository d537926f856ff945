import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/ui/api/queries.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { DeleteAll } from './delete-all.tsx';
import { ImportData } from './import-data.tsx';
import { Packs } from './packs.tsx';
import { Preferences } from './preferences.tsx';
import styles from './settings.module.css';
import { SystemCheck } from './system-check.tsx';

export function SettingsPage() {
  const settings = useQuery(queries.settings());
  return (
    <Page title="Settings">
      <Section title="You">
        <QueryView query={settings} lines={4}>
          {(data) => <Preferences settings={data} />}
        </QueryView>
      </Section>
      <Section title="Your data" note="One file on this machine. Nobody else has it.">
        <div className={styles.stack}>
          <div>
            <h3>Export</h3>
            <p className={styles.explain}>
              Every attempt, overrule, own question and setting as one JSON document: a backup, or the way to
              another machine.
            </p>
            <a className="button" href="/api/data" download>
              Export everything
            </a>
          </div>
          <ImportData />
          <DeleteAll />
        </div>
      </Section>
      <Section title="Packs" note="Where the questions come from.">
        <Packs />
      </Section>
      <Section title="System check" note="What works on this machine.">
        <SystemCheck />
      </Section>
    </Page>
  );
}
