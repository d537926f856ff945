import { useQuery } from '@tanstack/react-query';
import { type ExportFormat, exportAddress } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import { plural } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { Loading } from '#web/ui/states.tsx';
import { useSavedRevision } from '../page/use-saved-revision.ts';
import { LossList } from './loss-list.tsx';
import styles from './report.module.css';

type Props = {
  readonly id: string;
  readonly title: string;
  readonly saved: () => Promise<number | null>;
};

type FileKind = { readonly format: ExportFormat; readonly name: string; readonly about: string };

const reports: readonly FileKind[] = [
  { format: 'pdf', name: 'PDF', about: 'The report to hand on, with the diagram.' },
  { format: 'markdown', name: 'Markdown', about: 'The same as text, for a wiki or a repository.' },
  { format: 'svg', name: 'SVG', about: 'The diagram alone.' },
];
const models: readonly FileKind[] = [
  { format: 'hotseat', name: 'Hotseat', about: 'Everything; can be imported again.' },
  { format: 'threat-dragon', name: 'OWASP Threat Dragon', about: 'Version 2.' },
  { format: 'otm', name: 'Open Threat Model', about: 'Read by several commercial tools.' },
];

/** The model as a report to read and as a file for other tools. */
export function ReportTab({ id, title, saved }: Props) {
  const revision = useSavedRevision(saved);
  if (revision === null) return <Loading lines={5} label="Waiting until everything is saved" />;
  return (
    <>
      <Section title="Report" note="Model, threats, mitigations and what the rules find.">
        <Files id={id} revision={revision} kinds={reports} />
      </Section>
      <Section title="Model" note="For Hotseat and other tools.">
        <Files id={id} revision={revision} kinds={models} />
      </Section>
      <Section title="Diagram">
        <img
          className={styles.picture}
          src={exportAddress(id, 'svg', revision)}
          alt={`Data-flow diagram of ${title}. The outline under Model lists all of it.`}
        />
      </Section>
    </>
  );
}

type FilesProps = {
  readonly id: string;
  readonly revision: number;
  readonly kinds: readonly FileKind[];
};

function Files({ id, revision, kinds }: FilesProps) {
  return (
    <ul className={styles.files}>
      {kinds.map((kind) => (
        <li key={kind.format} className={styles.file}>
          <div>
            <p className={styles.name}>{kind.name}</p>
            <p className={styles.about}>{kind.about}</p>
          </div>
          <a className="button small" href={exportAddress(id, kind.format, revision)} download>
            Download<span className="visually-hidden"> {kind.name}</span>
          </a>
          {kind.format === 'otm' || kind.format === 'threat-dragon' ? (
            <Lost id={id} format={kind.format} revision={revision} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type LostProps = { readonly id: string; readonly format: ExportFormat; readonly revision: number };

function Lost({ id, format, revision }: LostProps) {
  const { data } = useQuery(modelQueries.losses(id, format, revision));
  if (!data || data.losses.length === 0) return null;
  return (
    <details>
      <summary>{plural(data.losses.length, 'thing')} that it cannot hold</summary>
      <LossList losses={data.losses} />
    </details>
  );
}
