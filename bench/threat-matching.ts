// Two models of two hundred elements: the same system, with other names, drawn in another order, one of ten elements
// missing and one of ten more. `--json FILE` writes the figures.
import { fileURLToPath } from 'node:url';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { modelGrader } from '#core/threat-model/grading/grade-model.ts';
import { matchModels } from '#core/threat-model/matching/match-models.ts';
import { buildWording } from '#server/grading/wording.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { percentile, printResults } from './results.ts';

const elements = 200;
const flows = 320;
const zones = 12;
const subjects = 'order payment user image report search mail audit invoice stock'.split(' ');
const nouns = {
  reference: 'service database queue gateway worker'.split(' '),
  candidate: 'API store broker proxy job'.split(' '),
} as const;

type Side = keyof typeof nouns;
const kindOf = (index: number): 'actor' | 'process' | 'store' =>
  index % 9 === 0 ? 'actor' : index % 4 === 1 ? 'store' : 'process';

function labelOf(side: Side, index: number): string {
  const words = nouns[side];
  return `${subjects[(index * 3) % subjects.length]} ${words[index % words.length]} ${Math.floor(index / 10)}`;
}

function modelFor(side: Side): ThreatModel {
  const isDrawn = (index: number): boolean => side === 'reference' || index % 10 !== 3;
  const numbers = Array.from({ length: elements }, (_, index) => index);
  const drawn = side === 'reference' ? numbers : numbers.toReversed().filter(isDrawn);
  const more = side === 'reference' ? [] : numbers.slice(0, elements / 10).map((index) => index + elements);
  const ends = Array.from({ length: flows }, (_, index) => [
    (index * 17) % elements,
    (index * 31 + 7) % elements,
  ]);
  return threatModel.parse({
    version: 1,
    title: 'Two hundred elements',
    boundaries: Array.from({ length: zones }, (_, index) => ({
      id: `z${index}`,
      label: `Zone of ${subjects[index % subjects.length]}`,
      parent: index % 3 === 0 ? null : `z${index - 1}`,
    })),
    elements: [...drawn, ...more].map((index) => ({
      id: `e${index}`,
      kind: kindOf(index),
      label: labelOf(side, index),
      boundary: `z${index % zones}`,
    })),
    flows: ends
      .map(([from = 0, to = 0], index) => ({ id: `f${index}`, label: `Data ${index % 40}`, from, to }))
      .filter(({ from, to }) => isDrawn(from) && isDrawn(to))
      .map(({ from, to, ...flow }) => ({ ...flow, from: `e${from}`, to: `e${to}` })),
  });
}

function timesOf(task: () => void): readonly number[] {
  return Array.from({ length: 30 }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
}

const folder = fileURLToPath(new URL('../content/core', import.meta.url));
const library = openLibrary({ folders: [{ folder, removable: false }] });
const wording = buildWording(library);
const [candidate, model] = [modelFor('candidate'), modelFor('reference')];
const labels = new Map(
  [...model.elements, ...model.flows, ...model.boundaries].map(({ id, label }) => [id, label]),
);
const reference = {
  model,
  parts: new Map<string, readonly string[]>(),
  names: (id: string) => [labels.get(id) ?? id],
  matters: () => 1,
};
const match = () => matchModels(candidate, reference, wording.labels);
const found = match().elements.filter(({ reference: id, candidates }) => candidates.includes(id)).length;
const matching = timesOf(match);

const scenario = library.scenario('image-upload');
const [own] = scenario?.references ?? [];
if (!scenario || !own) throw new Error('The scenario image-upload is missing.');
const prepared = timesOf(() => modelGrader(scenario, library.threatRules, wording));
const grade = modelGrader(scenario, library.threatRules, wording);
const grading = timesOf(() => grade({ model: own.model }));

printResults(`matching ${elements} elements and ${flows} flows; grading a model of a scenario`, [
  { what: 'elements that found their counterpart', value: found, unit: `of ${elements * 0.9}` },
  { what: 'matching, p50', value: percentile(matching, 50), unit: 'ms', target: 200 },
  { what: 'matching, p95', value: percentile(matching, 95), unit: 'ms' },
  { what: 'preparing a scenario, p50', value: percentile(prepared, 50), unit: 'ms' },
  { what: 'grading a model by all its references, p50', value: percentile(grading, 50), unit: 'ms' },
]);
