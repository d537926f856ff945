import fc from 'fast-check';
import { type LabSession, noLabResults } from './lab-session.ts';
import {
  someGrade,
  someLabResults,
  someQuestion,
  someScenarioResults,
  someThreatModel,
  someTriageGrade,
} from './records-for-tests.ts';
import { noScenarioResults, type ScenarioSession } from './scenario-session.ts';
import type { Attempt, OwnQuestion, Probe, UserData } from './storage.ts';
import type { StoredThreatModel, ThreatModelVersion } from './threat-model-record.ts';
import type { TriageSession } from './triage-session.ts';

/** Any sequence of UTF-16 units, NUL and lone surrogates included, with a liking for the troublesome ones. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\0',
        '\u001a',
        '\ud800',
        '\udc00',
        '\ufeff',
        '\ufffd',
        '\\',
        "'",
        '"',
        '\r\n',
        '👩🏽‍💻',
        '0000',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

export const anyInstant = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

const count = fc.nat({ max: 2_147_483_647 });
const grade = fc
  .record({ score: fc.double({ min: 0, max: 1, noNaN: true }), because: anyText })
  .map((values) => ({
    ...someGrade,
    score: values.score === 0 ? 0 : values.score,
    points: someGrade.points.map((point) => ({ ...point, because: values.because })),
  }));
const question = anyText.map((debrief) => ({ ...someQuestion, debrief }));

const drafting = fc.record({
  state: fc.constant('drafting' as const),
  submittedAt: fc.constant(null),
  selfScore: fc.constant(null),
  grade: fc.constant(null),
  gradedQuestion: fc.constant(null),
});
const submitted = fc.record({
  state: fc.constant('submitted' as const),
  submittedAt: anyInstant,
  selfScore: fc.constant(null),
  grade,
  gradedQuestion: question,
});
const graded = fc.record({
  state: fc.constant('graded' as const),
  submittedAt: anyInstant,
  selfScore: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  grade: fc.option(grade),
  gradedQuestion: fc.option(question),
});

const attempt: fc.Arbitrary<Attempt> = fc
  .tuple(
    fc.record({
      id: anyText,
      question: anyText,
      answer: anyText,
      notes: anyText,
      elapsedSeconds: count,
      revision: count,
      startedAt: anyInstant,
      updatedAt: anyInstant,
    }),
    fc.oneof(drafting, submitted, graded),
  )
  .map(([common, state]) => ({ ...common, ...state }));

const ownQuestion: fc.Arbitrary<OwnQuestion> = fc.record({
  slug: fc.stringMatching(/^own-[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,2}$/),
  title: anyText,
  prompt: anyText,
  modelAnswer: anyText,
  minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 60, noNaN: true })),
  createdAt: anyInstant,
  updatedAt: anyInstant,
});

const settings = fc.record({
  interviewDate: fc.option(anyInstant.map((instant) => instant.slice(0, 10))),
  theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
  languages: fc.array(anyText, { maxLength: 4 }),
});

const labSession: fc.Arbitrary<LabSession> = fc.record({
  id: anyText,
  lab: anyText,
  state: fc.constantFrom('open' as const, 'closed' as const),
  timed: fc.boolean(),
  startedAt: anyInstant,
  updatedAt: anyInstant,
  elapsedSeconds: count,
  revision: count,
  draft: fc.record({
    findings: fc.array(fc.record({ file: anyText, startLine: count, cwe: count, explanation: anyText }), {
      maxLength: 2,
    }),
    files: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}\.py$/), fc.option(anyText), { maxKeys: 2 }),
    explanation: anyText,
  }),
  results: fc.constantFrom(noLabResults, someLabResults),
  score: fc.option(fc.constantFrom(0, 0.5, 1)),
});

const document = anyText.map((description) => ({ ...someThreatModel, description }));

const anyScenarioDraft = fc.record({
  stage: fc.constantFrom('scoping' as const, 'closing' as const),
  model: document,
  twistReply: anyText,
  log: fc.array(fc.tuple(count, fc.constant('threat' as const), anyText), { maxLength: 2 }),
  judgments: fc.dictionary(
    fc.stringMatching(/^[1-9]$/),
    fc.record({ verdict: fc.option(fc.constantFrom('accept' as const, 'reject' as const)), reason: anyText }),
    { maxKeys: 2 },
  ),
});

const scenarioSession: fc.Arbitrary<ScenarioSession> = fc.record({
  id: anyText,
  scenario: anyText,
  mode: fc.constantFrom('coached' as const, 'exam' as const, 'untimed' as const, 'spot' as const),
  state: fc.constantFrom('open' as const, 'closed' as const),
  startedAt: anyInstant,
  updatedAt: anyInstant,
  elapsedSeconds: count,
  revision: count,
  draft: anyScenarioDraft,
  results: fc.constantFrom(noScenarioResults(3), someScenarioResults),
  score: fc.option(fc.constantFrom(0, 0.5, 1)),
});

const someIds = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 });

const triageSession: fc.Arbitrary<TriageSession> = fc.record({
  id: anyText,
  set: anyText,
  state: fc.constantFrom('open' as const, 'closed' as const),
  startedAt: anyInstant,
  updatedAt: anyInstant,
  elapsedSeconds: count,
  revision: count,
  draft: fc.record({
    order: someIds,
    chosen: someIds,
    rejected: someIds,
    reasons: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), anyText, { maxKeys: 2 }),
  }),
  grade: fc.option(fc.constant(someTriageGrade)),
  score: fc.option(fc.constantFrom(0, 0.5, 1)),
});

const ownModel: fc.Arbitrary<StoredThreatModel> = fc.record({
  id: anyText,
  document,
  revision: count,
  createdAt: anyInstant,
  updatedAt: anyInstant,
});

const versionsOf = (model: string): fc.Arbitrary<ThreatModelVersion[]> =>
  fc.uniqueArray(
    fc.record({
      model: fc.constant(model),
      id: anyText,
      name: anyText,
      document,
      savedAt: anyInstant,
    }),
    { maxLength: 2, selector: ({ id }) => id },
  );

const threatModels = fc.uniqueArray(ownModel, { maxLength: 3, selector: ({ id }) => id }).chain((models) =>
  fc.record({
    models: fc.constant(models),
    versions: fc.tuple(...models.map(({ id }) => versionsOf(id))).map((lists) => lists.flat()),
  }),
);

type Children = Pick<UserData, 'probes' | 'overrules'>;

const childrenOf = (id: string): fc.Arbitrary<Children> =>
  fc.record({
    probes: fc
      .array(probeOf(id), { maxLength: 3 })
      .map((probes) => probes.map((each, ordinal) => ({ ...each, ordinal }))),
    overrules: fc.uniqueArray(overruleOf(id), {
      maxLength: 3,
      selector: ({ kind, target }) => `${kind} ${target}`,
    }),
  });

const probeOf = (id: string): fc.Arbitrary<Probe> =>
  fc.record({
    attempt: fc.constant(id),
    ordinal: fc.constant(0),
    kind: fc.constantFrom('point' as const, 'misconception' as const, 'twist' as const),
    target: fc.option(anyText),
    prompt: anyText,
    answer: anyText,
    revision: count,
    answeredAt: fc.option(anyInstant),
    grade: fc.option(grade),
  });

const overruleOf = (id: string) =>
  fc.record({
    attempt: fc.constant(id),
    kind: fc.constantFrom('point' as const, 'misconception' as const, 'flag' as const),
    target: anyText,
    verdict: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
    quote: fc.option(fc.record({ text: anyText, start: count, end: count })),
    reason: anyText,
    at: anyInstant,
  });

/** Any document that `userDataSchema` accepts, with every list in no particular order. */
export const anyUserData: fc.Arbitrary<UserData> = fc
  .uniqueArray(attempt, { maxLength: 5, selector: ({ id }) => id })
  .chain((attempts) =>
    fc.record({
      attempts: fc.constant(attempts),
      children: fc.tuple(...attempts.map(({ id }) => childrenOf(id))),
      ownQuestions: fc.uniqueArray(ownQuestion, { maxLength: 4, selector: ({ slug }) => slug }),
      labSessions: fc.uniqueArray(labSession, { maxLength: 3, selector: ({ id }) => id }),
      scenarioSessions: fc.uniqueArray(scenarioSession, { maxLength: 3, selector: ({ id }) => id }),
      triageSessions: fc.uniqueArray(triageSession, { maxLength: 3, selector: ({ id }) => id }),
      threatModels,
      settings,
    }),
  )
  .map(
    ({
      attempts,
      children,
      ownQuestions,
      labSessions,
      scenarioSessions,
      triageSessions,
      threatModels: { models, versions },
      settings,
    }) => ({
      format: 'hotseat-export',
      version: 5,
      settings,
      attempts,
      probes: children.flatMap(({ probes }) => probes),
      overrules: children.flatMap(({ overrules }) => overrules),
      ownQuestions,
      labSessions,
      scenarioSessions,
      triageSessions,
      threatModels: models,
      threatModelVersions: versions,
    }),
  );
