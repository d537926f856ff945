import type { z } from 'zod';
import { readSourceFile } from './source-file.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** Reads and checks one YAML file below `root`. */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): YamlSource<T> {
  const read = readSourceFile(root, file);
  if ('source' in read) return parseYaml(read.source, schema);
  return { value: undefined, problems: [read.problem], place: () => ({ line: 1, column: 1 }) };
}
