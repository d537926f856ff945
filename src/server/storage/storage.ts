import type { Question } from '#core/content/question.ts';
import type { Grade, Quote, Verdict } from '#core/grading/grade.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { Instant } from './instant.ts';
import type { LabDraftWrite, LabOutline, LabProgress, LabSession } from './lab-session.ts';
import type {
  ScenarioDraftWrite,
  ScenarioOutline,
  ScenarioProgress,
  ScenarioSession,
  ScenarioStart,
} from './scenario-session.ts';
import type {
  StoredThreatModel,
  ThreatModelOutline,
  ThreatModelVersion,
  ThreatModelVersionOutline,
  ThreatModelWrite,
} from './threat-model-record.ts';
import type {
  TriageDraftWrite,
  TriageHandIn,
  TriageOutline,
  TriageSession,
  TriageStart,
} from './triage-session.ts';

export type { Instant } from './instant.ts';

/** How sure the candidate was, before seeing the grade: 1 (strong no) to 4 (strong yes). */
export type SelfScore = 1 | 2 | 3 | 4;

/**
 * `drafting`: the answer is being written. `submitted`: handed in, grade computed but hidden until the
 * candidate has scored it. `graded`: the grade is shown; probes may follow.
 */
export type AttemptState = 'drafting' | 'submitted' | 'graded';

export type Attempt = {
  readonly id: string;
  readonly question: string;
  readonly state: AttemptState;
  readonly answer: string;
  readonly notes: string;
  /** Whole seconds that the clock ran. */
  readonly elapsedSeconds: number;
  /** Goes up by one with every accepted write of the draft; a writer who holds an older one is refused. */
  readonly revision: number;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly selfScore: SelfScore | null;
  readonly grade: Grade | null;
  /** The question as it was when it was graded, so that history survives changes of the content. */
  readonly gradedQuestion: Question | null;
};

export type DraftWrite = {
  readonly answer: string;
  readonly notes: string;
  readonly elapsedSeconds: number;
  /** The revision that the writer last saw. */
  readonly revision: number;
  readonly at: Instant;
};

/** A grade and the question as it was graded. */
export type Graded = { readonly grade: Grade; readonly gradedQuestion: Question };

export type Submission = DraftWrite & Graded;

/** A follow-up of the interviewer inside an attempt. */
export type Probe = {
  readonly attempt: string;
  /** 0 for the first. */
  readonly ordinal: number;
  readonly kind: 'point' | 'misconception' | 'twist';
  /** The point or misconception asked about; null for the twist. */
  readonly target: string | null;
  readonly prompt: string;
  readonly answer: string;
  readonly revision: number;
  readonly answeredAt: Instant | null;
  readonly grade: Grade | null;
};

/** The candidate's word against the reader's. */
export type Overrule = {
  readonly attempt: string;
  readonly kind: 'point' | 'misconception' | 'flag';
  readonly target: string;
  readonly verdict: Verdict;
  readonly quote: Quote | null;
  readonly reason: string;
  readonly at: Instant;
};

export type OwnQuestion = {
  /** `own-` and a slug of the title, unique. */
  readonly slug: string;
  readonly title: string;
  readonly prompt: string;
  readonly modelAnswer: string;
  readonly minutes: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type Theme = 'system' | 'light' | 'dark';

export type Settings = {
  /** Calendar date `YYYY-MM-DD` in the candidate's own time zone. */
  readonly interviewDate: string | null;
  readonly theme: Theme;
  /** Programming languages the candidate works in. */
  readonly languages: readonly string[];
};

export const defaultSettings: Settings = { interviewDate: null, theme: 'system', languages: [] };

/** A write that was refused because somebody else (another tab) wrote first. Carries what is stored now. */
export type Conflict<T> = { readonly conflict: true; readonly current: T };
export type Written<T> = { readonly conflict: false; readonly value: T };
export type WriteResult<T> = Written<T> | Conflict<T>;

export type AttemptFilter = {
  readonly question?: string;
  readonly state?: AttemptState;
  readonly limit?: number;
};

/** What the question bank and the schedule need of every attempt, without answers or grades. */
export type AttemptOutline = Pick<
  Attempt,
  'id' | 'question' | 'state' | 'startedAt' | 'submittedAt' | 'selfScore' | 'elapsedSeconds'
> & {
  readonly score: number | null;
  readonly band: Grade['band'] | null;
};

/** Everything of one user. All methods throw `StorageError` when the database cannot do its work. */
export interface UserStorage {
  /** Starts an attempt, or returns the one that is still being drafted for this question. */
  startAttempt(question: string, id: string, at: Instant): Promise<Attempt>;
  attempt(id: string): Promise<Attempt | undefined>;
  /** Newest first. */
  attempts(filter: AttemptFilter): Promise<readonly Attempt[]>;
  /** All, oldest first. */
  outlines(): Promise<readonly AttemptOutline[]>;
  /** Resolves once the draft is on disk. `undefined` when there is no such attempt or it is no longer a draft. */
  saveDraft(id: string, draft: DraftWrite): Promise<WriteResult<Attempt> | undefined>;
  submit(id: string, submission: Submission): Promise<WriteResult<Attempt> | undefined>;
  /**
   * Moves a submitted attempt to `graded`; the first self-score stands. `graded` is stored with it when the
   * attempt came from an export, which leaves out what the candidate may not see yet.
   */
  scoreOneself(id: string, score: SelfScore, at: Instant, graded?: Graded): Promise<Attempt | undefined>;
  deleteAttempt(id: string): Promise<boolean>;

  /** In order. */
  probes(attempt: string): Promise<readonly Probe[]>;
  /** Returns the stored probe when one with this ordinal is already there. */
  addProbe(probe: Probe): Promise<Probe>;
  saveProbeDraft(
    attempt: string,
    ordinal: number,
    draft: { answer: string; revision: number },
  ): Promise<WriteResult<Probe> | undefined>;
  /** The first answer stands. */
  answerProbe(
    attempt: string,
    ordinal: number,
    answered: { answer: string; grade: Grade; at: Instant },
  ): Promise<Probe | undefined>;

  overrules(attempt: string): Promise<readonly Overrule[]>;
  /** Replaces an earlier one on the same target. */
  putOverrule(overrule: Overrule): Promise<void>;
  deleteOverrule(attempt: string, kind: Overrule['kind'], target: string): Promise<boolean>;

  ownQuestions(): Promise<readonly OwnQuestion[]>;
  ownQuestion(slug: string): Promise<OwnQuestion | undefined>;
  putOwnQuestion(question: OwnQuestion): Promise<void>;
  /** Attempts on it stay: they carry the question they were graded with. */
  deleteOwnQuestion(slug: string): Promise<boolean>;

  /** Starts a go at a lab, or returns the one that is open. */
  startLabSession(start: {
    readonly lab: string;
    readonly id: string;
    readonly at: Instant;
    readonly timed: boolean;
  }): Promise<LabSession>;
  labSession(id: string): Promise<LabSession | undefined>;
  /** All, oldest first, without their drafts. */
  labOutlines(): Promise<readonly LabOutline[]>;
  /** Resolves once the draft is on disk. `undefined` when there is no such session or it is closed. */
  saveLabDraft(id: string, draft: LabDraftWrite): Promise<WriteResult<LabSession> | undefined>;
  /** Changes what came of a lab; no other change of this user happens between the reading and the writing. */
  advanceLab(
    id: string,
    at: Instant,
    advance: (session: LabSession) => LabProgress,
  ): Promise<LabSession | undefined>;
  deleteLabSession(id: string): Promise<boolean>;

  /** Starts a go at a scenario, or returns the one of its kind that is not closed. */
  startScenarioSession(start: ScenarioStart): Promise<ScenarioSession>;
  scenarioSession(id: string): Promise<ScenarioSession | undefined>;
  /** All, oldest first, without their drafts. */
  scenarioOutlines(): Promise<readonly ScenarioOutline[]>;
  /** Resolves once the draft is on disk. `undefined` when there is no such session or it is handed in. */
  saveScenarioDraft(id: string, draft: ScenarioDraftWrite): Promise<WriteResult<ScenarioSession> | undefined>;
  /** Changes what came of a session; no other change of this user happens between the reading and the writing. */
  advanceScenario(
    id: string,
    at: Instant,
    advance: (session: ScenarioSession) => ScenarioProgress,
  ): Promise<ScenarioSession | undefined>;
  deleteScenarioSession(id: string): Promise<boolean>;

  /** Starts a go at a triage set, or returns the one that is open. */
  startTriageSession(start: TriageStart): Promise<TriageSession>;
  triageSession(id: string): Promise<TriageSession | undefined>;
  /** All, oldest first, without their drafts. */
  triageOutlines(): Promise<readonly TriageOutline[]>;
  /** Resolves once the draft is on disk. `undefined` when there is no such session or it is handed in. */
  saveTriageDraft(id: string, write: TriageDraftWrite): Promise<WriteResult<TriageSession> | undefined>;
  /** Closes a session with its grade, unless something was written after what was graded; otherwise as above. */
  handInTriage(id: string, handIn: TriageHandIn): Promise<WriteResult<TriageSession> | undefined>;
  deleteTriageSession(id: string): Promise<boolean>;

  /** Newest change first. */
  threatModels(): Promise<readonly ThreatModelOutline[]>;
  threatModel(id: string): Promise<StoredThreatModel | undefined>;
  createThreatModel(model: {
    readonly id: string;
    readonly document: ThreatModel;
    readonly at: Instant;
  }): Promise<StoredThreatModel>;
  /** Resolves once the document is on disk. `undefined` when there is no such model. */
  saveThreatModel(id: string, write: ThreatModelWrite): Promise<WriteResult<StoredThreatModel> | undefined>;
  /** Counts as a write: the revision goes up. */
  renameThreatModel(id: string, title: string, at: Instant): Promise<StoredThreatModel | undefined>;
  /** Its versions go too. */
  deleteThreatModel(id: string): Promise<boolean>;
  /** Newest first. */
  threatModelVersions(model: string): Promise<readonly ThreatModelVersionOutline[]>;
  threatModelVersion(model: string, id: string): Promise<ThreatModelVersion | undefined>;
  /** Keeps the document as it is stored now under a name. `undefined` when there is no such model. */
  saveThreatModelVersion(version: {
    readonly model: string;
    readonly id: string;
    readonly name: string;
    readonly at: Instant;
  }): Promise<ThreatModelVersion | undefined>;
  deleteThreatModelVersion(model: string, id: string): Promise<boolean>;

  settings(): Promise<Settings>;
  putSettings(settings: Settings): Promise<void>;

  /**
   * Everything but what the candidate may not see yet: an attempt that is handed in and not yet self-scored is
   * without its grade and, unless it is an own question, without its question; a go at a scenario that is handed in and
   * not yet shown goes out as it was before it was handed in.
   */
  exportAll(): Promise<UserData>;
  /**
   * All or nothing. `replace` deletes first; `merge` keeps of two versions of a record the one that is further
   * along (graded before submitted before drafting), else the one written last; settings that were ever put stay.
   * Read an untrusted document with `readUserData` first: an invalid one makes this throw a `ZodError`.
   */
  importAll(data: UserData, mode: 'replace' | 'merge'): Promise<void>;
  /** What `importAll` would do with the same document now, in either mode; changes nothing. */
  previewImport(data: UserData): Promise<ImportPreview>;
  /**
   * Really deletes: with SQLite also from free pages, the write-ahead log and damaged files set aside.
   * PostgreSQL's own log and backups are its operator's to expire.
   */
  deleteAll(): Promise<void>;
}

/** The export document. */
export type UserData = {
  readonly format: 'hotseat-export';
  readonly version: 5;
  readonly settings: Settings;
  readonly attempts: readonly Attempt[];
  readonly probes: readonly Probe[];
  readonly overrules: readonly Overrule[];
  readonly ownQuestions: readonly OwnQuestion[];
  readonly labSessions: readonly LabSession[];
  readonly scenarioSessions: readonly ScenarioSession[];
  readonly triageSessions: readonly TriageSession[];
  readonly threatModels: readonly StoredThreatModel[];
  readonly threatModelVersions: readonly ThreatModelVersion[];
};

type Counts = {
  readonly attempts: number;
  readonly ownQuestions: number;
  readonly labSessions: number;
  readonly scenarioSessions: number;
  readonly triageSessions: number;
  readonly threatModels: number;
};
type Merged = {
  /** Not there before. */
  readonly added: number;
  /** In the place of an older version. */
  readonly updated: number;
};

/** What an import would do. */
export type ImportPreview = {
  /** All that stands in the document; `replace` brings in all of it. */
  readonly holds: Counts;
  readonly merge: {
    readonly attempts: Merged;
    readonly ownQuestions: Merged;
    readonly labSessions: Merged;
    readonly scenarioSessions: Merged;
    readonly triageSessions: Merged;
    readonly threatModels: Merged;
    /** Whether its settings are taken, because none were put here. */
    readonly settings: boolean;
  };
  readonly replace: { readonly removes: Counts };
};

export interface Storage {
  forUser(id: string): UserStorage;
  close(): Promise<void>;
}

/** The database could not do its work. `kind` says what the user can do about it. */
export class StorageError extends Error {
  readonly kind: 'full' | 'busy' | 'newer-schema' | 'unavailable';
  constructor(kind: StorageError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}
