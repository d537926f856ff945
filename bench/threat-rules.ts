// All rules of the core pack on a model of a thousand elements, of which half of the facts are known.
// `--json FILE` writes the figures.
import { fileURLToPath } from 'node:url';
import { flowFacts, processFacts, storeFacts } from '#core/content/threat-model-vocabulary.ts';
import { analyze } from '#core/threat-model/analyze.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { percentile, printResults } from './results.ts';

const elements = 1000;
const flows = 2000;
const zones = 40;

/** Spreads answers evenly and the same way in every run. */
const answersFor = (names: readonly string[], seed: number): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name, index) => {
      const answer = ['yes', 'no', undefined, undefined][(seed * 7 + index * 13 + ((seed * index) % 5)) % 4];
      return answer ? [[name, answer]] : [];
    }),
  );

function generatedModel(): ThreatModel {
  const kindOf = (index: number): 'store' | 'process' => (index % 3 === 0 ? 'store' : 'process');
  return threatModel.parse({
    version: 1,
    title: 'A thousand elements',
    boundaries: Array.from({ length: zones }, (_, index) => ({
      id: `z${index}`,
      label: `Zone ${index}`,
      parent: index % 4 === 0 ? null : `z${index - 1}`,
    })),
    elements: Array.from({ length: elements }, (_, index) => ({
      id: `e${index}`,
      kind: kindOf(index),
      label: `Element ${index}`,
      boundary: `z${index % zones}`,
      facts: answersFor(kindOf(index) === 'store' ? storeFacts : processFacts, index),
    })),
    flows: Array.from({ length: flows }, (_, index) => ({
      id: `f${index}`,
      label: `Flow ${index}`,
      from: `e${(index * 17) % elements}`,
      to: `e${(index * 31 + 7) % elements}`,
      facts: answersFor(flowFacts, index),
    })),
  });
}

const folder = fileURLToPath(new URL('../content/core', import.meta.url));
const { threatRules } = openLibrary({ folders: [{ folder, removable: false }] });
const model = generatedModel();
const times: number[] = [];
let found = analyze(model, threatRules);
for (let run = 0; run < 40; run += 1) {
  const start = performance.now();
  found = analyze(model, threatRules);
  times.push(performance.now() - start);
}
printResults(`${threatRules.length} threat rules, ${elements} elements, ${flows} flows`, [
  { what: 'threats found', value: found.threats.length, unit: '' },
  { what: 'questions raised', value: found.questions.length, unit: '' },
  { what: 'all rules, p50', value: percentile(times, 50), unit: 'ms' },
  { what: 'all rules, p95', value: percentile(times, 95), unit: 'ms', target: 100 },
]);
