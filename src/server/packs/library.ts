import type { GuidePage } from '#core/content/guide.ts';
import type { Lab, LabBrief } from '#core/content/lab.ts';
import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { PackManifest } from '#core/content/pack.ts';
import type { Question, QuestionPrompt } from '#core/content/question.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import type { Scenario, ScenarioBrief } from '#core/content/scenario.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { TriageSet } from '#core/content/triage.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';

export type InstalledPack = {
  readonly manifest: PackManifest;
  readonly folder: string;
  /** False for the packs that come with Hotseat. */
  readonly removable: boolean;
  readonly questions: number;
  readonly labs: number;
  readonly problems: number;
  /** How many of the questions are offered before their whole file has been checked. */
  readonly unchecked: number;
};

/** All content of all packs. Rubrics are read when asked for, so that thousands of questions load at once. */
export type ContentLibrary = {
  /** Another map takes its place when a question turns out to have errors, or is mended. */
  readonly prompts: ReadonlyMap<string, QuestionPrompt>;
  /**
   * The question with its rubric, read and checked when first asked for; `undefined` when there is none or it has
   * errors, and then its prompt is gone too.
   */
  question(slug: string): Question | undefined;
  /** By slug, in the order of the packs and names; read when first asked for. */
  readonly labs: ReadonlyMap<string, LabBrief>;
  /** The lab with its ground truth, read when first asked for; `undefined` when there is none or it has errors. */
  lab(slug: string): Lab | undefined;
  /** By slug, as labs. */
  readonly scenarios: ReadonlyMap<string, ScenarioBrief>;
  /** The scenario with what it holds back, read when first asked for; `undefined` as for labs. */
  scenario(slug: string): Scenario<ThreatModel> | undefined;
  /** With what experts say, by slug; read when first asked for, and without those that have errors. */
  readonly triage: ReadonlyMap<string, TriageSet>;
  readonly lexicon: readonly LexiconEntry[];
  readonly redFlags: readonly RedFlag[];
  readonly guide: readonly GuidePage[];
  /** Of all packs; of two with one id, the first. */
  readonly threatRules: readonly ThreatRule[];
  readonly packs: readonly InstalledPack[];
};
