import type { Question } from '#core/content/question.ts';
import type { Grade } from '#core/grading/grade.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import type { TriageAnswer } from '#core/triage/answer.ts';
import type { TriageGrade } from '#core/triage/triage-grade.ts';
import { type LabResults, noLabResults } from './lab-session.ts';
import { noScenarioResults, type ScenarioDraft, type ScenarioResults } from './scenario-session.ts';
import type { DraftWrite, OwnQuestion, Probe, Submission, UserStorage } from './storage.ts';

/** The instant `seconds` after a fixed start, for records whose order matters. */
export const instant = (seconds: number) =>
  new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + seconds * 1000).toISOString();

export const someGrade: Grade = {
  question: 'csrf-login',
  score: 0.625,
  band: 'yes',
  points: [
    {
      id: 'same-site',
      tier: 'must',
      met: 'yes',
      probability: 0.9,
      quotes: [{ text: 'SameSite', start: 4, end: 12 }],
      because: 'Names the attribute and what it stops.',
    },
  ],
  misconceptions: [{ id: 'token-in-cookie', probability: 0.8, quotes: [] }],
  flags: [{ id: 'security-theater', quotes: [{ text: 'WAF', start: 20, end: 23 }] }],
  reader: 'lexical',
};

export const someQuestion: Question = {
  slug: 'csrf-login',
  pack: 'core',
  title: 'Login CSRF',
  category: 'fundamentals',
  format: 'explain',
  stage: 'technical-screen',
  competencies: ['web'],
  difficulty: 2,
  minutes: 5,
  prompt: 'How would you stop it?',
  snippet: { language: 'http', file: 'request.http', code: 'POST /login' },
  tests: 'Whether the candidate knows why.',
  points: [
    {
      id: 'same-site',
      claim: 'SameSite stops the cookie.',
      tier: 'must',
      weight: 1,
      probe: 'And the cookie?',
      paraphrases: ['SameSite', 'same site cookie', 'lax'],
      slots: { need: 1, groups: [['samesite', 'same site']] },
      anti: [],
    },
  ],
  misconceptions: [],
  twist: { prompt: 'And without cookies?', reference: 'Then there is no ambient authority.' },
  references: ['CWE-352'],
  examples: [],
  debrief: '## What is measured\n\nReasons.',
};

export const someLabResults: LabResults = {
  ...noLabResults,
  review: {
    ...{ score: 0.5, precision: 1, recall: 0.5 },
    findings: [
      {
        ...{ id: 'search-injection', outcome: 'found', place: 1, cwe: 1, severity: 0.5 },
        ...{ explanation: null, because: 'At the place.', reported: [0] },
      },
    ],
    falseAlarms: [{ reported: 1, kind: 'neutral', because: 'There is nothing.' }],
    nearMisses: [],
  },
  reviewed: [{ file: 'search.py', startLine: 3, cwe: 89 }],
  reviewedAt: instant(400),
  hintsTaken: 1,
  exploited: [{ finding: 'search-injection', message: 'It leaked.', at: instant(410) }],
  runs: 2,
  verdict: { outcome: 'pass', message: '', tests: [], diagnostics: [], output: 'started', durationMs: 300 },
  passedAt: instant(420),
};

export const someThreatModel: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Mine',
  elements: [
    { id: 'user', kind: 'actor', label: 'User', facts: { human: 'yes' } },
    { id: 'shop', kind: 'process', label: 'Shop', boundary: 'cloud' },
  ],
  flows: [{ id: 'order', label: 'Order', from: 'user', to: 'shop', protocol: 'HTTPS' }],
  boundaries: [{ id: 'cloud', label: 'Cloud' }],
  threats: [{ id: 't', title: 'Orders are forged', stride: 'spoofing', on: ['order'] }],
  mitigations: [{ id: 'm', title: 'Sign in', threats: ['t'], at: ['shop'] }],
  layout: { shop: { x: 10, y: 20, width: 120, height: 60 } },
});

export const someScenarioDraft: ScenarioDraft = {
  stage: 'threats',
  model: someThreatModel,
  twistReply: 'Then the cards need a place of their own.',
  log: [[12, 'threat', 't']],
  judgments: {},
};

const dimension = { score: 0.5, weight: 0.2, because: ['Half of it.'] };

export const someScenarioResults: ScenarioResults = {
  ...noScenarioResults(7),
  asked: [{ question: 'Who may order?', at: 20, revealed: ['who-orders'], answer: 'told' }],
  twistAt: 2900,
  handedInAt: instant(640),
  grade: {
    score: 0.5,
    dimensions: {
      ...{ scoping: dimension, model: dimension, threats: dimension },
      ...{ mitigations: dimension, prioritization: { ...dimension, score: null } },
    },
    reference: 'coarse',
    matched: [
      {
        ...{ kind: 'threat', reference: 'forged-order', label: 'Forged order', tier: 'must' },
        ...{ candidates: ['t'], credit: 0.8, because: 'The words say it.' },
      },
    ],
    missed: [
      { kind: 'fact', reference: 'limits', label: 'Limits?', tier: 'should', because: 'Nobody asked.' },
    ],
    extras: [
      {
        kind: 'element',
        candidate: 'user',
        label: 'User',
        verdict: 'additional',
        because: 'Nothing like it.',
      },
    ],
    contradicted: [{ candidate: 'u', label: 'It leaks', stride: 'tampering', because: 'It is public.' }],
    questions: [{ candidate: 'v', label: 'Logs are lost', question: 'Are they kept?' }],
  },
  twist: { score: 0.4 },
  followUps: [
    {
      ...{ kind: 'contradicted', target: 'u', prompt: 'Walk me through why.', answer: 'I take it back.' },
      ...{ answeredAt: instant(650), grade: { score: null } },
    },
  ],
  spot: { score: 0.75, sensitivity: 1, specificity: 0.5, reasons: { '2': 0.6 } },
};

export const someTriageDraft: TriageAnswer = {
  order: ['xxe', 'labels', 'lodash'],
  chosen: ['xxe', 'lodash'],
  rejected: ['log4j'],
  reasons: { xxe: 'It is in KEV.' },
};

const half = { score: 0.5, because: 'Half of it.' };

export const someTriageGrade: TriageGrade = {
  ...{ set: 'web-shop', score: 0.5, expert: 'first' },
  parts: { chosen: half, order: half, rejected: half, reasons: half },
  choices: [
    { id: 'xxe', verdict: 'right', because: 'It is in use.' },
    { id: 'lodash', verdict: 'can-wait', because: 'Nobody reaches it.' },
  ],
  late: [{ id: 'labels', place: 2, expertPlace: 2, because: 'Anyone can count.' }],
  rejections: [{ id: 'log4j', verdict: 'right', because: 'The class is gone.' }],
  kept: [{ id: 'sql', words: 'a constant', because: 'It is a constant.' }],
  reasons: [
    {
      ...{ id: 'xxe', score: 0.5, missing: ['impact'] },
      named: [{ aspect: 'exploitability', quote: { text: 'KEV', start: 9, end: 12 } }],
    },
  ],
  expertOrder: ['xxe', 'labels'],
};

export const draft = (revision: number, more: Partial<DraftWrite> = {}): DraftWrite => ({
  answer: `answer after ${revision}`,
  notes: 'a note',
  elapsedSeconds: 10 + revision,
  revision,
  at: instant(100 + revision),
  ...more,
});

export const submission = (revision: number, more: Partial<Submission> = {}): Submission => ({
  ...draft(revision),
  grade: someGrade,
  gradedQuestion: someQuestion,
  ...more,
});

export const probe = (attempt: string, more: Partial<Probe> = {}): Probe => ({
  attempt,
  ordinal: 0,
  kind: 'point',
  target: 'same-site',
  prompt: 'And the cookie?',
  answer: '',
  revision: 0,
  answeredAt: null,
  grade: null,
  ...more,
});

export const ownQuestion = (slug: string, more: Partial<OwnQuestion> = {}): OwnQuestion => ({
  slug,
  title: 'Mine',
  prompt: 'Why?',
  modelAnswer: 'Because.',
  minutes: 4,
  createdAt: instant(0),
  updatedAt: instant(0),
  ...more,
});

/** Starts and submits an attempt. */
export async function submitted(user: UserStorage, id: string, question = 'csrf-login'): Promise<void> {
  await user.startAttempt(question, id, instant(0));
  await user.submit(id, submission(0));
}

/** Puts one record of every kind into a user's storage. */
export async function fill(user: UserStorage): Promise<void> {
  await submitted(user, 'first');
  await user.scoreOneself('first', 3, instant(200));
  await user.addProbe(probe('first'));
  await user.answerProbe('first', 0, { answer: 'Lax', grade: someGrade, at: instant(210) });
  await user.addProbe(probe('first', { ordinal: 1, kind: 'twist', target: null }));
  await user.putOverrule({
    attempt: 'first',
    kind: 'point',
    target: 'same-site',
    verdict: 'yes',
    quote: { text: 'SameSite', start: 4, end: 12 },
    reason: 'I did say this.',
    at: instant(220),
  });
  await user.startAttempt('sql-injection', 'second', instant(300));
  await user.saveDraft('second', draft(0, { at: instant(310) }));
  await user.putOwnQuestion(ownQuestion('own-why'));
  await user.startLabSession({ lab: 'login', id: 'lab-first', at: instant(400), timed: true });
  await user.advanceLab('lab-first', instant(420), () => ({
    ...{ results: someLabResults, score: 0.5, state: 'closed' },
  }));
  await user.startScenarioSession({
    ...{ scenario: 'image-upload', id: 'round-first', at: instant(600), mode: 'exam', seed: 7 },
    draft: someScenarioDraft,
  });
  await user.advanceScenario('round-first', instant(660), () => ({
    ...{ results: someScenarioResults, score: 0.5, state: 'closed' },
  }));
  await user.startTriageSession({
    ...{ set: 'web-shop', id: 'triage-first', at: instant(700), draft: someTriageDraft },
  });
  await user.handInTriage('triage-first', { grade: someTriageGrade, revision: 0, at: instant(760) });
  await user.createThreatModel({ id: 'model-first', document: someThreatModel, at: instant(500) });
  await user.saveThreatModelVersion({
    ...{ model: 'model-first', id: 'version-first', name: 'First draft', at: instant(510) },
  });
  await user.putSettings({ interviewDate: '2026-03-04', theme: 'dark', languages: ['go', 'python'] });
}
