import type { ThreatModel } from '#core/threat-model/document.ts';
import type { JsonColumns } from './json-column.ts';
import type { ThreatModelRow, ThreatModelVersionRow } from './tables.ts';
import type {
  ModelCounts,
  StoredThreatModel,
  ThreatModelOutline,
  ThreatModelVersion,
  ThreatModelVersionOutline,
} from './threat-model-record.ts';

const countColumns = ['elements', 'flows', 'boundaries', 'threats', 'mitigations'] as const;

/** All columns but the document and the owner. */
export const modelOutlineColumns = [
  ...(['id', 'title', 'revision', 'created_at', 'updated_at'] as const),
  ...countColumns,
] as const;
export const versionOutlineColumns = ['id', 'name', 'saved_at', ...countColumns] as const;

type ModelOutlineRow = Pick<ThreatModelRow, (typeof modelOutlineColumns)[number]>;
type VersionOutlineRow = Pick<ThreatModelVersionRow, (typeof versionOutlineColumns)[number]>;

const countsIn = (document: ThreatModel): ModelCounts => ({
  elements: document.elements.length,
  flows: document.flows.length,
  boundaries: document.boundaries.length,
  threats: document.threats.length,
  mitigations: document.mitigations.length,
});

const countsOf = ({ elements, flows, boundaries, threats, mitigations }: ModelCounts): ModelCounts => ({
  ...{ elements, flows, boundaries, threats, mitigations },
});

/** The columns that follow from a document. */
export const documentColumns = (document: ThreatModel, json: JsonColumns) => ({
  document: json.text(document),
  ...countsIn(document),
});

/** These turn rows into records of the port and back. */
export const modelOutlineOf = (row: ModelOutlineRow): ThreatModelOutline => ({
  id: row.id,
  title: row.title,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  counts: countsOf(row),
});

export const threatModelOf = (row: ThreatModelRow, json: JsonColumns): StoredThreatModel => ({
  id: row.id,
  document: json.threatModel(row.document, row.title),
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const threatModelRow = (
  user: string,
  model: StoredThreatModel,
  json: JsonColumns,
): ThreatModelRow => ({
  user_id: user,
  id: model.id,
  title: model.document.title,
  ...documentColumns(model.document, json),
  revision: model.revision,
  created_at: model.createdAt,
  updated_at: model.updatedAt,
});

export const versionOutlineOf = (row: VersionOutlineRow): ThreatModelVersionOutline => ({
  id: row.id,
  name: row.name,
  savedAt: row.saved_at,
  counts: countsOf(row),
});

export const versionOf = (row: ThreatModelVersionRow, json: JsonColumns): ThreatModelVersion => ({
  model: row.model,
  id: row.id,
  name: row.name,
  document: json.threatModel(row.document, row.name),
  savedAt: row.saved_at,
});

export const versionRow = (
  user: string,
  version: ThreatModelVersion,
  json: JsonColumns,
): ThreatModelVersionRow => ({
  user_id: user,
  model: version.model,
  id: version.id,
  name: version.name,
  ...documentColumns(version.document, json),
  saved_at: version.savedAt,
});
