import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#core/content/scenario.ts';
import { buildWording } from '#server/grading/wording.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import type { ThreatModel } from '../document.ts';
import { readDocument } from '../read-document.ts';
import { modelGrader } from './grade-model.ts';
import {
  type Change,
  candidatesOf,
  drawnInReverse,
  eachThreatOnAll,
  emptyBoard,
  everyThreatEverywhere,
  genericThreats,
  inTurn,
  merging,
  misplaced,
  moved,
  namelessly,
  renamed,
  saladTitles,
  splitBusiest,
  stirredTitles,
  titlesShuffled,
  withOtherIds,
  without,
} from './models-for-tests.ts';

const folder = join(import.meta.dirname, '../../../../content/core');
const library = openLibrary({ folders: [{ folder, removable: false }] });
const wording = buildWording(library);
const rules = library.threatRules;
const graders = new Map<string, ReturnType<typeof modelGrader>>();

function scenarioNamed(slug: string): Scenario<ThreatModel> {
  const scenario = library.scenario(slug);
  if (!scenario) throw new Error(`The scenario ${slug} has errors.`);
  return scenario;
}

/** Graders take a while to prepare and are asked again and again. */
function graderOf(scenario: Scenario<ThreatModel>) {
  const key = `${scenario.slug} ${scenario.references.map(({ name }) => name).join()}`;
  const grader = graders.get(key) ?? modelGrader(scenario, rules, wording);
  graders.set(key, grader);
  return grader;
}

/** The grade by all references, after a change that leaves a sound document. */
function gradeOf(scenario: Scenario<ThreatModel>, model: ThreatModel, asked?: readonly string[]) {
  const read = readDocument(JSON.parse(JSON.stringify(model)));
  expect(read).toMatchObject({ ok: true });
  return graderOf(scenario)({ model, ...(asked && { asked }) });
}

const scenarios = [...library.scenarios.keys()];
const long = { timeout: 60_000 };

describe.each(scenarios)('grading models of %s', (slug) => {
  const scenario = scenarioNamed(slug);
  const { references } = scenario;
  const score = (model: ThreatModel): number => gradeOf(scenario, model).score;

  it('gives every reference full marks', long, () => {
    for (const reference of references) {
      const { score: total, missed } = graderOf({ ...scenario, references: [reference] })({
        model: reference.model,
      });
      expect(total, reference.name).toBeGreaterThan(0.9995);
      expect(missed).toEqual([]);
    }
  });

  it('accepts every reference by the others', long, () => {
    for (const reference of references) {
      const others = references.filter(({ name }) => name !== reference.name);
      const grade = graderOf({ ...scenario, references: others });
      expect(grade({ model: reference.model }).score, reference.name).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('gives an empty board nothing, in every dimension', long, () => {
    const [{ model } = { model: undefined }] = references;
    const empty = model && emptyBoard(model);
    const { score: total, dimensions } = gradeOf(scenario, empty as ThreatModel, []);
    expect(total).toBe(0);
    expect(Object.values(dimensions).map((dimension) => dimension.score)).toEqual([0, 0, 0, 0, 0]);
  });

  it('gives other names, ids, places and orders of drawing nearly the same grade', long, () => {
    for (const { model, name } of references) {
      expect(score(inTurn(drawnInReverse, moved)(model)), name).toBe(score(model));
      for (const step of [0, 2])
        expect(score(inTurn(renamed(scenario, step), withOtherIds)(model)), name).toBeGreaterThanOrEqual(
          0.98,
        );
    }
  });

  it('sees through a process that was split', long, () => {
    for (const { model, name } of references)
      expect(score(splitBusiest(model)), name).toBeGreaterThanOrEqual(0.95);
  });

  it('takes off for a must-threat, a boundary and a crossing flow that are missing', long, () => {
    for (const reference of references) {
      const grade = graderOf({ ...scenario, references: [reference] });
      const scoreWith = (change: Change): number => grade({ model: change(reference.model) }).score;
      const isMust = ({ tier }: { readonly tier: string }): boolean => tier === 'must';
      for (const { id } of scenario.threats.filter(isMust))
        expect(scoreWith(without.threats([id])), id).toBeLessThan(0.98);
      for (const { id } of reference.model.boundaries)
        expect(scoreWith(without.boundaries([id])), id).toBeLessThan(0.998);
      for (const id of crossingFlows(reference.model).slice(0, 3))
        expect(scoreWith(without.flows([id])), id).toBeLessThan(0.999);
    }
  });

  it('takes off plainly for guessing', long, () => {
    const [{ model } = { model: undefined }] = references;
    if (!model) throw new Error('There is no reference.');
    const threatsAfter = (change: Change): number =>
      gradeOf(scenario, change(model)).dimensions.threats.score ?? 1;
    expect(threatsAfter(everyThreatEverywhere)).toBeLessThan(0.25);
    expect(threatsAfter(eachThreatOnAll)).toBeLessThan(0.65);
    expect(threatsAfter(titlesShuffled)).toBeLessThan(0.9);
    expect(threatsAfter(misplaced)).toBeLessThan(0.6);
    expect(threatsAfter(genericThreats)).toBeLessThan(0.25);
    expect(threatsAfter(without.places)).toBeLessThan(0.75);
  });

  it('ranks candidates by their quality', long, () => {
    for (const { model, name } of references) {
      const scores = candidatesOf(scenario, model).map(score);
      expect(scores, name).toEqual(scores.toSorted((a, b) => b - a));
      expect(new Set(scores).size, name).toBe(scores.length);
    }
  });
});

function crossingFlows({ elements, flows }: ThreatModel): string[] {
  const zones = new Map(elements.map(({ id, boundary }) => [id, boundary]));
  return flows.filter(({ from, to }) => zones.get(from) !== zones.get(to)).map(({ id }) => id);
}

describe('grading a model', () => {
  const scenario = scenarioNamed('image-upload');
  const fine = scenario.references.find(({ name }) => name === 'reference-fine.json')?.model as ThreatModel;
  const only = { ...fine, threats: fine.threats.slice(0, 1), mitigations: [] };
  const [first] = fine.threats;
  const threat = (changes: object) => ({ ...first, ...changes }) as ThreatModel['threats'][number];
  const nothing = { source: '', prerequisite: '', action: '', impact: '', asset: '' };

  it('takes two parts that are drawn as one for both', () => {
    for (const label of ['Upload service', 'Backend', 'Service 1']) {
      const merged = merging('upload-api', 'resizer', label)(fine);
      expect(gradeOf(scenario, merged).score, label).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('finds elements whose names tell nothing by how they are joined', () => {
    const references = scenario.references.filter(({ model }) => model === fine);
    const { matched } = graderOf({ ...scenario, references })({ model: namelessly(fine) });
    const pairs = matched.filter(({ kind }) => kind === 'element');
    expect(pairs.filter(({ reference, candidates }) => candidates.includes(reference)).length).toBe(
      fine.elements.length,
    );
  });

  it('earns nothing for words without a sentence', () => {
    const salad = gradeOf(scenario, saladTitles(fine)).dimensions.threats.score ?? 1;
    const stirred = gradeOf(scenario, stirredTitles(fine)).dimensions.threats.score ?? 1;
    expect(salad).toBeLessThan(0.05);
    expect(stirred).toBeLessThan(0.3);
  });

  it('says in words what a statement was matched to, in words nobody foresaw', () => {
    const own = threat({
      id: 'own',
      title: 'RCE through a malformed image in ImageMagick',
      statement: { ...nothing, action: 'An uploaded file exploits a memory corruption bug in the decoder' },
    });
    const { matched } = gradeOf(scenario, { ...only, threats: [own] });
    expect(matched.find(({ kind }) => kind === 'threat')).toMatchObject({
      reference: 'decoder-code-execution',
      candidates: ['own'],
      because: 'The words say it, it is in the right place, in the right category.',
    });
  });

  it('contradicts a threat that a fact of the scenario rules out, and says which', () => {
    const wrong = threat({
      id: 'wrong',
      title: 'Buyers guess object names and see private photos',
      statement: nothing,
      stride: 'information-disclosure',
      on: ['images'],
    });
    const { contradicted } = gradeOf(scenario, { ...only, threats: [wrong] });
    expect(contradicted).toEqual([
      expect.objectContaining({
        candidate: 'wrong',
        because: expect.stringContaining('meant for the public'),
      }),
    ]);
  });

  it('credits a threat that only a rule knows', () => {
    const extra = threat({
      id: 'extra',
      title: 'Eavesdropping of the unencrypted upload',
      statement: {
        ...nothing,
        action: 'An attacker on the same wireless network reads the traffic since it is not encrypted',
      },
      stride: 'information-disclosure',
      on: ['upload'],
    });
    const flows = fine.flows.map((flow) =>
      flow.id === 'upload'
        ? {
            ...flow,
            protocol: 'http',
            facts: { 'public-network': 'yes', encrypted: 'no', 'carries-personal-data': 'yes' } as const,
          }
        : flow,
    );
    const before = gradeOf(scenario, { ...only, flows });
    const { extras, score } = gradeOf(scenario, { ...only, flows, threats: [...only.threats, extra] });
    expect(extras).toContainEqual(expect.objectContaining({ candidate: 'extra', verdict: 'valid' }));
    expect(score).toBeGreaterThanOrEqual(before.score);
  });

  it('asks about a threat that nothing supports and nothing rules out', () => {
    const open = threat({
      id: 'open',
      title: 'A meteorite hits the data center and the shop has no second one',
      statement: nothing,
      stride: 'denial-of-service',
      on: ['images'],
    });
    expect(gradeOf(scenario, { ...only, threats: [...only.threats, open] }).questions).toEqual([
      expect.objectContaining({ candidate: 'open' }),
    ]);
  });

  it('grades what was asked, by ids and by questions as they were typed', () => {
    const facts = scenario.facts.map(({ id }) => id);
    const questions = ['Do sellers have to log in before uploading?', 'What time is it?'];
    expect(gradeOf(scenario, fine, facts).dimensions.scoping.score).toBe(1);
    const typed = gradeOf(scenario, fine, questions);
    const found = typed.matched.filter(({ kind }) => kind === 'fact').map(({ reference }) => reference);
    expect(found).toContain('who-uploads');
    expect(found.length).toBeLessThan(scenario.facts.length / 2);
  });

  it('shares the weight of scoping among the others without a session', () => {
    const { dimensions } = gradeOf(scenario, fine);
    expect(dimensions.scoping).toMatchObject({ score: null, weight: 0 });
    const sum = Object.values(dimensions).reduce((all, { weight }) => all + weight, 0);
    expect(sum).toBeCloseTo(1, 3);
  });

  it('counts the order of threats', () => {
    const turned = { ...fine, threats: fine.threats.toReversed() };
    const after = gradeOf(scenario, turned).dimensions;
    expect(after.prioritization.score).toBeLessThan(0.7);
    expect(after.threats.score).toBe(1);
  });

  it('counts a mitigation less against the wrong threat', () => {
    const [, second] = fine.threats.toReversed();
    const wrong = fine.mitigations.map((item) => ({ ...item, threats: second ? [second.id] : [] }));
    expect(gradeOf(scenario, { ...fine, mitigations: wrong }).dimensions.mitigations.score).toBeLessThan(0.5);
  });
});
