import type { Question } from '#core/content/question.ts';
import type { Grade, Quote } from '#core/grading/grade.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import type { TriageAnswer } from '#core/triage/answer.ts';
import type { TriageGrade } from '#core/triage/triage-grade.ts';
import type { LabDraft, LabResults } from './lab-session.ts';
import type { ScenarioDraft, ScenarioResults } from './scenario-session.ts';
import type { JsonText } from './tables.ts';

/** Where storage says what it met and lived with; a pino logger fits. */
export type StorageLog = { warn(details: object, message: string): void };

/** Says nothing. */
export const silentLog: StorageLog = { warn: () => {} };

/**
 * Reads and writes the JSON columns. One that cannot be read counts as absent and is logged, so that the
 * answer beside it still opens. The check is shallow: these columns hold only what this program wrote.
 */
export class JsonColumns {
  readonly #log: StorageLog;

  constructor(log: StorageLog) {
    this.#log = log;
  }

  write(value: object | null): JsonText | null {
    return value === null ? null : JSON.stringify(value);
  }

  grade(text: JsonText | null): Grade | null {
    return this.#read(text, isGrade, 'grade');
  }

  question(text: JsonText | null): Question | null {
    return this.#read(text, isQuestion, 'graded question');
  }

  quote(text: JsonText | null): Quote | null {
    return this.#read(text, isQuote, 'quote');
  }

  /** Like `write`, for columns that are never empty. */
  text(value: object): JsonText {
    return JSON.stringify(value);
  }

  labDraft(text: JsonText): LabDraft | null {
    return this.#read(text, isLabDraft, 'lab draft');
  }

  labResults(text: JsonText): LabResults | null {
    return this.#read(text, isLabResults, 'lab results');
  }

  scenarioDraft(text: JsonText): ScenarioDraft | null {
    return this.#read(text, isScenarioDraft, 'scenario draft');
  }

  scenarioResults(text: JsonText): ScenarioResults | null {
    return this.#read(text, isScenarioResults, 'scenario results');
  }

  triageDraft(text: JsonText): TriageAnswer | null {
    return this.#read(text, isTriageDraft, 'triage draft');
  }

  triageGrade(text: JsonText | null): TriageGrade | null {
    return this.#read(text, isTriageGrade, 'triage grade');
  }

  /** A damaged document leaves an empty model with the title that is kept beside it. */
  threatModel(text: JsonText, title: string): ThreatModel {
    return this.#read(text, isThreatModel, 'threat model') ?? threatModel.parse({ version: 1, title });
  }

  languages(text: JsonText): readonly string[] {
    return this.#read(text, isWords, 'languages') ?? [];
  }

  #read<T>(text: JsonText | null, is: (value: unknown) => value is T, what: string): T | null {
    if (text === null) return null;
    const value = parseOrUndefined(text);
    if (is(value)) return value;
    this.#log.warn({ what }, 'a stored record is damaged and was left out');
    return null;
  }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isGrade = (value: unknown): value is Grade =>
  isObject(value) && typeof value.score === 'number' && Array.isArray(value.points);

const isQuestion = (value: unknown): value is Question =>
  isObject(value) && typeof value.slug === 'string' && Array.isArray(value.points);

const isQuote = (value: unknown): value is Quote => isObject(value) && typeof value.text === 'string';

const isLabDraft = (value: unknown): value is LabDraft =>
  isObject(value) &&
  Array.isArray(value.findings) &&
  isObject(value.files) &&
  typeof value.explanation === 'string';

const isLabResults = (value: unknown): value is LabResults =>
  isObject(value) && Array.isArray(value.exploited) && typeof value.hintsTaken === 'number';

const isThreatModel = (value: unknown): value is ThreatModel =>
  isObject(value) && Array.isArray(value.elements) && Array.isArray(value.threats);

const isScenarioDraft = (value: unknown): value is ScenarioDraft =>
  isObject(value) && isThreatModel(value.model) && Array.isArray(value.log) && isObject(value.judgments);

const isScenarioResults = (value: unknown): value is ScenarioResults =>
  isObject(value) && Array.isArray(value.asked) && Array.isArray(value.followUps);

const isTriageDraft = (value: unknown): value is TriageAnswer =>
  isObject(value) && isWords(value.order) && isWords(value.chosen) && isObject(value.reasons);

const isTriageGrade = (value: unknown): value is TriageGrade =>
  isObject(value) && typeof value.score === 'number' && Array.isArray(value.choices);

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');
