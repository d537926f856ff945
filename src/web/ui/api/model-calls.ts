import type { InferRequestType } from 'hono/client';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { client } from './client.ts';
import { read } from './request.ts';

const models = client['threat-models'];
const model = models[':id'];
const version = model.versions[':version'];

type NewModel = InferRequestType<typeof models.$post>['json'];
export type ExportFormat = InferRequestType<(typeof model.export)[':format']['$get']>['param']['format'];

const of = (id: string) => ({ param: { id } });
/** A browser refuses to send more than 64 KiB as a page goes away; what is left then stays in its storage. */
const longestLastWord = 60_000;

export const modelCalls = {
  models: () => read(models.$get()),
  create: (json: NewModel) => read(models.$post({ json })),
  model: (id: string) => read(model.$get(of(id))),
  save: (id: string, document: ThreatModel, revision: number, last = false) => {
    const isShort = last && JSON.stringify(document).length < longestLastWord;
    const init = isShort ? { init: { keepalive: true } } : {};
    return read(model.$put({ ...of(id), json: { document, revision } }, init));
  },
  rename: (id: string, title: string) => read(model.title.$put({ ...of(id), json: { title } })),
  remove: (id: string) => read(model.$delete(of(id))),
  versions: (id: string) => read(model.versions.$get(of(id))),
  saveVersion: (id: string, name: string) => read(model.versions.$post({ ...of(id), json: { name } })),
  version: (id: string, name: string) => read(version.$get({ param: { id, version: name } })),
  removeVersion: (id: string, name: string) => read(version.$delete({ param: { id, version: name } })),
  compare: (id: string, from: string, to: string | undefined) =>
    read(model.comparison.$get({ ...of(id), query: to === undefined ? { from } : { from, to } })),
  analyze: (document: ThreatModel) => read(client['threat-model-analysis'].$post({ json: { document } })),
  losses: (id: string, format: ExportFormat) =>
    read(model.export[':format'].losses.$get({ param: { id, format } })),
};

/** Where the browser finds a model as a file. The revision keeps it from showing an older one. */
export const exportAddress = (id: string, format: ExportFormat, revision: number): string =>
  `/api/threat-models/${encodeURIComponent(id)}/export/${format}?revision=${revision}`;
