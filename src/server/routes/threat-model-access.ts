import type { ThreatModel } from '#core/threat-model/document.ts';
import { importModel } from '#core/threat-model/import-model.ts';
import type { ModelProblem } from '#core/threat-model/model-problem.ts';
import { readDocument } from '#core/threat-model/read-document.ts';
import type { StoredThreatModel } from '../storage/threat-model-record.ts';
import { missing, Problem } from './problem.ts';
import type { Services } from './services.ts';

/** A stored model; a 404 when it is gone. */
export async function modelOf({ storage }: Services, id: string): Promise<StoredThreatModel> {
  const model = await storage.threatModel(id);
  if (!model) throw noModel();
  return model;
}

export const noModel = (): Problem =>
  missing('There is no such threat model.', 'It may have been deleted in another tab. Open the list.');
export const noVersion = (): Problem =>
  missing('There is no such version.', 'It may have been deleted in another tab. Open the versions again.');

/** The document when it is sound; a 400 that names each fault otherwise. */
export function soundDocument(value: unknown): ThreatModel {
  const reading = readDocument(value);
  if (!reading.ok) throw unsound('This threat model has faults', reading.problems);
  return reading.model;
}

/** Reads the text of a file as the command line does. */
export function importedFile(text: string): Extract<ReturnType<typeof importModel>, { ok: true }> {
  const read = importModel(text);
  if (!read.ok) throw unsound('This file cannot be imported', read.problems);
  return read;
}

/** So many faults are named in the sentence; the list of them follows. */
const namedFaults = 3;

function unsound(title: string, problems: readonly ModelProblem[]): Problem {
  const sentences = problems.map(({ path, message, mend }) =>
    `${path === '' ? '' : `${path}: `}${message} ${mend}`.trim(),
  );
  const rest = sentences.length - namedFaults;
  const more = rest > 0 ? [`And ${rest} more.`] : [];
  return new Problem({
    kind: 'unsound-model',
    status: 400,
    title,
    detail: [...sentences.slice(0, namedFaults), ...more].join(' ').slice(0, 2000),
    mend: 'Nothing was changed.',
    extra: {
      errors: problems.map(({ path, message, mend }) => ({ field: path, message: `${message} ${mend}` })),
    },
  });
}

export const modelWrittenElsewhere = (current: StoredThreatModel): Problem =>
  new Problem({
    kind: 'written-elsewhere',
    status: 409,
    title: 'Another tab wrote here',
    detail: 'This threat model was changed in another tab or window after you opened it.',
    mend: 'Compare the two, keep what you want and save again.',
    extra: { current },
  });
