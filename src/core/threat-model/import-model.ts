import type { z } from 'zod';
import type { ThreatModel } from './document.ts';
import { type OtmFile, otmFile } from './formats/otm-schema.ts';
import { readOtm } from './formats/read-otm.ts';
import { readThreatDragon } from './formats/read-threat-dragon.ts';
import { dragonProblems, otmProblems } from './formats/source-problems.ts';
import { type ThreatDragonFile, threatDragonFile } from './formats/threat-dragon-schema.ts';
import { type Candidate, type Loss, type ModelProblem, problemAt } from './model-problem.ts';
import { describedIssues, readDocument } from './read-document.ts';
import { readText } from './read-text.ts';

export type ModelFormat = 'hotseat' | 'threat-dragon' | 'otm';

export type Import =
  | {
      readonly ok: true;
      readonly format: ModelFormat;
      readonly model: ThreatModel;
      readonly losses: readonly Loss[];
    }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/**
 * Reads a threat model of Hotseat, OWASP Threat Dragon 1 or 2, or the Open Threat Model (JSON or YAML). The format is
 * recognized by what is in the file. A sound file gives a checked model and a list of what it could not hold; any
 * other gives all its problems. Never throws for what stands in the text.
 */
export function importModel(text: string): Import {
  const read = readText(text);
  if (!read.ok) return read;
  const { value } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unrecognized;
  if ('otmVersion' in value) return convert(value, otm);
  if (['summary', 'summarize', 'detail', 'details'].some((key) => key in value))
    return convert(value, dragon);
  if (!('version' in value) && !('elements' in value)) return unrecognized;
  return finish('hotseat', { model: value, losses: [] });
}

const unrecognized: Import = {
  ok: false,
  problems: [
    problemAt(
      [],
      'This is no threat model that Hotseat knows.',
      'Give a model of Hotseat, OWASP Threat Dragon (1 or 2), or the Open Threat Model.',
    ),
  ],
};

type Reader<T> = {
  readonly format: ModelFormat;
  readonly schema: z.ZodType<T>;
  readonly check: (file: T) => readonly ModelProblem[];
  readonly read: (file: T) => Candidate;
};

const dragon: Reader<ThreatDragonFile> = {
  format: 'threat-dragon',
  schema: threatDragonFile,
  check: dragonProblems,
  read: readThreatDragon,
};

const otm: Reader<OtmFile> = { format: 'otm', schema: otmFile, check: otmProblems, read: readOtm };

function convert<T>(value: object, { format, schema, check, read }: Reader<T>): Import {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: describedIssues(parsed.error.issues) };
  const problems = check(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : finish(format, read(parsed.data));
}

function finish(format: ModelFormat, { model, losses }: Candidate): Import {
  const reading = readDocument(model);
  return reading.ok ? { ok: true, format, model: reading.model, losses } : reading;
}
