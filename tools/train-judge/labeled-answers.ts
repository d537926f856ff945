import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Band, RedFlagId } from '#core/content/vocabulary.ts';

/** What one reader decided on an answer; numbers are sentences, from 1. */
export type Label = {
  readonly band: Band;
  readonly points?: Readonly<Record<string, readonly number[]>>;
  /** Points on which fair readers would differ. */
  readonly unsure?: readonly string[];
  readonly misconceptions?: Readonly<Record<string, readonly number[]>>;
  readonly flags?: Readonly<Partial<Record<RedFlagId, readonly number[]>>>;
};

export type LabeledAnswer = {
  readonly question: string;
  readonly kind: string;
  /** Names the answer without telling its kind. */
  readonly code: string;
  readonly text: string;
  readonly label: Label | undefined;
};

const data = join(import.meta.dirname, 'data');

/** Questions that have answers. */
export const answeredQuestions = (): string[] =>
  readdirSync(join(data, 'answers')).map((file) => file.replace(/\.yaml$/, ''));

/** The answers to a question, with the labels of the first reader or another. */
export function labeledAnswers(question: string, labels = 'labels'): LabeledAnswer[] {
  const { answers }: { answers: { kind: string; text: string }[] } = readYaml(`answers/${question}.yaml`);
  const file = `${labels}/${question}.yaml`;
  const known: Record<string, Label> = existsSync(join(data, file)) ? readYaml(file).labels : {};
  return answers.map(({ kind, text: written }) => {
    const text = written.trim();
    const code = createHash('sha256').update(text).digest('hex').slice(0, 6);
    return { question, kind, code, text, label: known[code] };
  });
}

const readYaml = (file: string) => parse(readFileSync(join(data, file), 'utf8'));

export const sentencesOf = (text: string): string[] =>
  text.trim().split(/(?:(?<=[.!?])|(?<=[.!?]["'”’)]))\s+|\n+/);
