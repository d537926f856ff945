import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Threat, threat } from './document.ts';
import { dreadParts, levels, levelsOfDread, riskMatrix, severities, severityOf } from './risk.ts';

const figure = fc.integer({ min: 1, max: 10 });
const dread = fc.record({
  damage: figure,
  reproducibility: figure,
  exploitability: figure,
  affectedUsers: figure,
  discoverability: figure,
});

const rated = (id: string, likelihood: number | null, impact: number | null): Threat =>
  threat.parse({ id, title: id, stride: 'spoofing', likelihood, impact });

describe('DREAD', () => {
  it('becomes impact by damage and affected users, likelihood by the rest', () => {
    const figures = {
      damage: 10,
      reproducibility: 2,
      exploitability: 3,
      affectedUsers: 7,
      discoverability: 1,
    };
    expect(levelsOfDread(figures)).toEqual({ likelihood: 1, impact: 5 });
  });

  it('gives levels from 1 to 5 that never fall when a figure rises', () => {
    fc.assert(
      fc.property(dread, fc.constantFrom(...dreadParts), (figures, part) => {
        const before = levelsOfDread(figures);
        const after = levelsOfDread({ ...figures, [part]: Math.min(10, figures[part] + 1) });
        for (const axis of ['likelihood', 'impact'] as const) {
          expect(levels).toContain(before[axis]);
          expect(after[axis]).toBeGreaterThanOrEqual(before[axis]);
        }
      }),
    );
  });

  it('reaches both ends', () => {
    const all = (value: number) =>
      levelsOfDread({
        damage: value,
        reproducibility: value,
        exploitability: value,
        affectedUsers: value,
        discoverability: value,
      });
    expect(all(1)).toEqual({ likelihood: 1, impact: 1 });
    expect(all(10)).toEqual({ likelihood: 5, impact: 5 });
  });
});

describe('the risk matrix', () => {
  const matrix = riskMatrix([rated('a', 4, 5), rated('b', null, 3), rated('c', 4, 5), rated('d', 1, 1)]);

  it('has each threat once, under its number in the order of priority', () => {
    expect(matrix.at(4, 5).map(({ number }) => number)).toEqual([1, 3]);
    expect(matrix.at(1, 1).map(({ number }) => number)).toEqual([4]);
    expect(matrix.at(5, 4)).toEqual([]);
    expect(matrix.unrated.map(({ number }) => number)).toEqual([2]);
  });

  it('grows graver with likelihood and with impact', () => {
    const grave = (likelihood: number, impact: number): number =>
      severities.indexOf(severityOf(likelihood, impact));
    for (const likelihood of levels) {
      for (const impact of levels.slice(0, -1)) {
        expect(grave(likelihood, impact + 1)).toBeGreaterThanOrEqual(grave(likelihood, impact));
        expect(grave(impact + 1, likelihood)).toBeGreaterThanOrEqual(grave(impact, likelihood));
      }
    }
    expect(severityOf(1, 1)).toBe('low');
    expect(severityOf(5, 5)).toBe('critical');
  });
});
