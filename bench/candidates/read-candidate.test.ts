import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCandidate, readCandidates } from './read-candidate.ts';

const scenarios = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const compact = `
title: Photos
boundaries: [{ id: net, label: Network }, { id: host, label: Host, parent: net }]
elements:
  - { id: api, kind: process, label: API, boundary: host, facts: { isolated: no } }
  - { id: seller, kind: actor, label: Seller }
flows: [{ id: f, label: Photo, from: seller, to: api }]
threats: [{ id: t, title: A bomb, stride: denial-of-service, on: [api] }]
mitigations: [{ id: m, title: Limits, kind: prevents, threats: [t], at: [host] }]
assumptions: [Sessions hold]
questions: [Who may upload?]
`;

describe('readCandidate', () => {
  it('reads the compact form as a document', () => {
    const reading = readCandidate(compact);
    expect(reading).toMatchObject({
      ok: true,
      model: {
        version: 1,
        boundaries: [{ parent: null }, { parent: 'net' }],
        elements: [{ boundary: 'host', facts: { isolated: 'no' } }, { boundary: null }],
        assumptions: [{ id: 'a1', text: 'Sessions hold' }],
        questions: [{ id: 'q1', text: 'Who may upload?' }],
      },
    });
  });

  it.each([
    ['a key of the form', compact.replace('questions:', 'question:'), 'question'],
    ['a key of an element', compact.replace('kind: actor,', 'kind: actor, zone: net,'), 'elements[1].zone'],
    ['a fact', compact.replace('isolated', 'alone'), 'elements[0].facts.alone'],
    ['a reference', compact.replace('to: api', 'to: app'), 'flows[0].to'],
  ])('names %s that it does not know', (_what, yaml, path) => {
    const reading = readCandidate(yaml);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.path)).toContain(path);
  });
});

it.each(scenarios)('every threat model of %s is read', (scenario) => {
  const readings = readCandidates(scenario);
  const refused = readings.flatMap(({ name, reading }) =>
    reading.ok ? [] : [{ name, problems: reading.problems }],
  );
  expect(refused).toEqual([]);
  expect(readings.length).toBeGreaterThan(0);
});
