import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabFinding } from '#core/content/lab.ts';
import { soundLab } from '#server/packs/lab-for-tests.ts';
import type { ReviewFinding } from './finding.ts';
import { type GroundTruth, gradeReview } from './grade-review.ts';
import {
  carefulGrep,
  everyFile,
  everyLine,
  keywordGrep,
  oracle,
  oracleWithoutWords,
  randomReview,
} from './reviewers-for-tests.ts';

const lab = soundLab();
const [first, second] = lab.findings;
if (!first || !second) throw new Error('The lab has two findings.');

/** Explanations say how much of the points they make: "0.5". */
const scoreExplanation = async (text: string): Promise<number> => Number(text);
const grade = (findings: readonly ReviewFinding[], truth: GroundTruth = lab) =>
  gradeReview({ truth, findings, scoreExplanation });

const right: ReviewFinding = {
  file: first.file,
  startLine: 9,
  endLine: 12,
  cwe: 89,
  cvss: first.cvss,
  explanation: '1',
};
const other: ReviewFinding = {
  file: second.file,
  startLine: 9,
  cwe: 22,
  cvss: second.cvss,
  explanation: '1',
};
const alarm: ReviewFinding = {
  file: 'notes/search.py',
  startLine: 1,
  cwe: 798,
  severity: 'low',
  explanation: '0',
};
const scoreOf = async (findings: readonly ReviewFinding[]): Promise<number> => (await grade(findings)).score;

describe('reviewers who know, and who guess', () => {
  const all = async (findings: readonly ReviewFinding[]) =>
    (await gradeReview({ truth: lab, findings })).score;

  it('gives the oracle everything', async () => {
    const saysAll = oracle(lab).map((finding) => ({ ...finding, explanation: '1', remediation: '' }));
    expect(await grade(saysAll)).toMatchObject({
      score: 1,
      precision: 1,
      recall: 1,
      falseAlarms: [],
      nearMisses: [],
    });
    expect(await all(oracleWithoutWords(lab))).toBe(1);
  });

  it.each([
    ['nothing', []],
    ['every line', everyLine(lab)],
    ['every file', everyFile(lab)],
    ['every keyword', keywordGrep(lab)],
    ['every keyword in code', carefulGrep(lab)],
  ])('gives next to nothing for reporting %s', async (_, findings) => {
    expect(await all(findings)).toBeLessThanOrEqual(0.1);
  });

  it.each([1, 2, 5, 20, 100])('gives next to nothing for %i random findings', async (count) => {
    const scores = await Promise.all(
      Array.from({ length: 200 }, (_, seed) => all(randomReview(lab, seed, count))),
    );
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeLessThanOrEqual(0.1);
  });
});

describe('one finding', () => {
  const only: GroundTruth = { ...lab, findings: [first] };
  const one = async (change: Partial<ReviewFinding>) => {
    const { score, findings } = await grade([{ ...right, ...change }], only);
    return { score, finding: findings[0] };
  };

  it('is found at its lines, at any of them, and at other places where it is right to report it', async () => {
    for (const place of [{}, { startLine: 12 }, { startLine: 7, endLine: 9 }, { startLine: 14, endLine: 14 }])
      expect((await one(place)).finding).toMatchObject({ outcome: 'found', place: 1 });
  });

  it('loses with each line that it is off, and is missed four lines off', async () => {
    const scores: number[] = [];
    for (const off of [0, 1, 2, 3, 4]) {
      const line = 9 - off;
      const { score } = await one({ startLine: line, endLine: line });
      scores.push(score);
    }
    expect(scores).toEqual([1, 0.75, 0.5, 0.25, 0]);
  });

  it('is not pointed at by a range over the whole file', async () => {
    expect((await one({ startLine: 1, endLine: 20 })).finding?.place).toBe(0.6);
    expect((await one({ startLine: 1, endLine: 100 })).finding?.outcome).toBe('missed');
  });

  it.each([
    ['best', 89, 1],
    ['accepted', 943, 0.9],
    ['child of the best', 564, 0.6],
    ['parent of an accepted one', 74, 0.54],
    ['sibling of an accepted one', 77, 0.315],
    ['of the same pillar', 22, 0],
    ['of another kind', 798, 0],
    ['not a weakness at all', 99_999, 0],
  ])('with a CWE that is %s', async (_, cwe, credit) => {
    const { finding, score } = await one({ cwe });
    expect(finding?.cwe).toBe(credit);
    expect(score).toBeGreaterThan(0.6);
    expect(score).toBeLessThanOrEqual(1);
    if (credit < 0.85) expect(finding?.outcome).toBe('partial');
  });

  it.each([
    ['critical', 1],
    ['high', 0.5],
    ['medium', 0],
  ] as const)('rated %s', async (severity, credit) => {
    const { finding } = await one({ cvss: undefined, severity });
    expect(finding?.severity).toBe(credit);
  });

  it('earns less without the points of its explanation, and says so', async () => {
    const [full, half, none] = [
      await one({}),
      await one({ explanation: '0.4' }),
      await one({ explanation: '0' }),
    ];
    expect(full.score).toBe(1);
    expect(half.score).toBeCloseTo(0.85);
    expect(none.score).toBeCloseTo(0.7);
    expect(half.finding?.because).toContain('leaves out part');
    expect(none.finding?.because).toContain('does not say');
  });

  it('is judged without an explanation where none is given', async () => {
    const { explanation: _, ...silent } = right;
    expect(await grade([silent], only)).toMatchObject({ score: 1, findings: [{ explanation: null }] });
  });

  it('explains what was off', async () => {
    const { finding } = await one({ startLine: 8, endLine: 8, cwe: 79, severity: 'low', cvss: undefined });
    expect(finding?.because).toContain('The place is one line off; it is notes/search.py, lines 9 to 12.');
    expect(finding?.because).toContain('CWE-79 is only related; CWE-89');
    expect(finding?.because).toContain('Rated low; it is critical (CVSS 9.3).');
  });
});

describe('what is not there', () => {
  it('costs, and a distractor says why it is safe', async () => {
    const decoy = { ...alarm, startLine: 20 };
    const { score, precision, falseAlarms } = await grade([right, other, decoy]);
    expect(score).toBeLessThan(1);
    expect(precision).toBeCloseTo(2 / 3);
    expect(falseAlarms).toEqual([{ reported: 2, kind: 'distractor', because: 'The limit is bound.' }]);
  });

  it('costs somebody who explained a flaw less than a guesser', async () => {
    const guess = { ...right, explanation: '0' };
    const lossOf = async (finding: ReviewFinding) =>
      1 - (await scoreOf([finding, alarm])) / (await scoreOf([finding]));
    expect(await lossOf(guess)).toBeGreaterThan(2 * (await lossOf(right)));
  });

  it('names near misses: the wrong weakness, a few lines off, the right weakness elsewhere', async () => {
    const { nearMisses, falseAlarms } = await grade([
      { ...right, cwe: 79 },
      { ...other, startLine: 12 },
    ]);
    expect(nearMisses.map(({ reported, kind }) => [reported, kind])).toEqual([
      [0, 'wrong-cwe'],
      [1, 'lines-off'],
    ]);
    expect(falseAlarms).toEqual([]);
    const elsewhere = await grade([{ ...right, startLine: 19, endLine: 19 }]);
    expect(elsewhere.nearMisses).toEqual([expect.objectContaining({ id: first.id, kind: 'wrong-place' })]);
    expect(elsewhere.falseAlarms).toHaveLength(1);
    const decoy = await grade([{ ...right, startLine: 20, endLine: 20 }]);
    expect(decoy).toMatchObject({ nearMisses: [], falseAlarms: [{ kind: 'distractor' }] });
  });
});

describe('reporting the same flaw twice', () => {
  it('changes nothing when both say the same', async () => {
    expect(await scoreOf([right, right])).toBeCloseTo(await scoreOf([right]));
    expect(await scoreOf([right, { ...right, startLine: 14, endLine: 14 }])).toBeCloseTo(
      await scoreOf([right]),
    );
  });

  it('does not make a second guess pay', async () => {
    const guess = { ...right, cwe: 79 };
    const both = await scoreOf([right, guess]);
    expect(both).toBeLessThan(await scoreOf([right]));
    const many = [89, 79, 22, 78, 918, 502].map((cwe) => ({ ...right, cwe }));
    expect(await scoreOf(many)).toBeLessThan(await scoreOf([{ ...right, cwe: 943 }]));
  });

  it('counts neither way for precision', async () => {
    expect(await grade([right, right, other])).toMatchObject({ precision: 1, recall: 1, falseAlarms: [] });
  });
});

describe('two flaws at the same lines', () => {
  const twin: LabFinding = { ...first, id: 'twin', cwe: { best: 209, accepted: [] } };
  const truth: GroundTruth = { ...lab, findings: [first, twin] };

  it('are each found by the report that fits it', async () => {
    const { score, findings } = await grade([{ ...right, cwe: 209 }, right], truth);
    expect(score).toBe(1);
    expect(findings.map(({ reported }) => reported)).toEqual([[1], [0]]);
  });
});

const files = ['notes/search.py', 'notes/files.py'];
const anyFinding: fc.Arbitrary<ReviewFinding> = fc
  .record({
    file: fc.constantFrom(...files),
    startLine: fc.integer({ min: 1, max: 24 }),
    length: fc.integer({ min: 0, max: 30 }),
    cwe: fc.constantFrom(89, 943, 74, 79, 22, 73, 798),
    severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
    explanation: fc.constantFrom('0', '0.3', '0.6', '1'),
  })
  .map(({ length, ...finding }) => ({ ...finding, endLine: finding.startLine + length }));
const anyReview = fc.array(anyFinding, { maxLength: 12 });

describe('any review', () => {
  it('scores within 0 and 1', async () => {
    await fc.assert(
      fc.asyncProperty(anyReview, async (findings) => {
        const { score, precision, recall } = await grade(findings);
        for (const share of [score, precision, recall]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('places each report once: at a true finding or among the false alarms', async () => {
    await fc.assert(
      fc.asyncProperty(anyReview, async (findings) => {
        const graded = await grade(findings);
        const placed = [
          ...graded.findings.flatMap(({ reported }) => reported),
          ...graded.falseAlarms.map(({ reported }) => reported),
        ];
        expect(placed.sort((a, b) => a - b)).toEqual(findings.map((_, index) => index));
      }),
    );
  });

  it('scores the same in any order', async () => {
    const shuffled = anyReview.chain((findings) =>
      fc.tuple(fc.constant(findings), fc.shuffledSubarray(findings, { minLength: findings.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([findings, again]) => {
        const [a, b] = [await grade(findings), await grade(again)];
        expect(b.score).toBeCloseTo(a.score, 10);
        const outcomes = (graded: typeof a) => graded.findings.map(({ reported: _, ...finding }) => finding);
        expect(outcomes(b)).toEqual(outcomes(a));
      }),
    );
  });

  it('never scores more with one false alarm more', async () => {
    await fc.assert(
      fc.asyncProperty(anyReview, async (findings) => {
        expect(await scoreOf([...findings, alarm])).toBeLessThanOrEqual((await scoreOf(findings)) + 1e-12);
      }),
    );
  });

  it('never scores more with a report twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyReview.filter(({ length }) => length > 0),
        fc.nat(),
        async (findings, at) => {
          const copy = findings[at % findings.length];
          if (!copy || findings.length > 1) return;
          expect(await scoreOf([copy, copy])).toBeLessThanOrEqual((await scoreOf([copy])) + 1e-12);
        },
      ),
    );
  });

  it('never scores less when a single report comes closer in lines, weakness, severity or words', async () => {
    const better: Partial<ReviewFinding>[] = [
      { startLine: 9, endLine: 12 },
      { cwe: 89 },
      { severity: 'critical' },
      { explanation: '1' },
    ];
    await fc.assert(
      fc.asyncProperty(
        anyFinding,
        fc.array(fc.constant(alarm), { maxLength: 4 }),
        async (finding, alarms) => {
          const mine = { ...finding, file: first.file };
          const before = await scoreOf([mine, ...alarms]);
          for (const change of better) {
            expect(await scoreOf([{ ...mine, ...change }, ...alarms])).toBeGreaterThanOrEqual(before - 1e-12);
          }
        },
      ),
    );
  });
});
