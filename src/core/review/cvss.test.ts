import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCvss } from './cvss.ts';
import { cvssBaseMetrics } from './cvss-metrics.ts';

const scoreOf = (vector: string): number | string => {
  const read = readCvss(vector);
  return read.ok ? read.score : read.message;
};

describe('CVSS 4.0', () => {
  // Published with these scores: in the examples of FIRST for CVSS 4.0, and by vendors.
  it.each([
    ['CVE-2022-41741', 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
    ['CVE-2020-3549', 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
    ['CVE-2020-3549, unproven', 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U', 5.2],
    ['CVE-2023-3089', 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.3],
    [
      'CVE-2023-3089 where confidentiality matters',
      'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N/CR:H/IR:L/AR:L/MAV:N/MAC:H/MVC:H/MVI:L/MVA:L',
      8.1,
    ],
    ['CVE-2021-44714', 'CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N', 4.6],
    ['CVE-2022-24682', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 5.1],
    ['CVE-2022-22186', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N', 6.9],
    ['CVE-2023-21989', 'CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N', 5.9],
    ['CVE-2024-12569', 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:N/VI:N/VA:N/SC:H/SI:H/SA:H', 5.2],
    ['CVE-2021-44228', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
    ['CVE-2014-0160', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:A', 8.7],
    ['no impact', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
  ])('scores %s', (_, vector, score) => {
    expect(scoreOf(vector)).toBe(score);
  });

  it.each([
    [9, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'critical'],
    [7, 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'high'],
    [4, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N', 'medium'],
    [0.1, 'CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N', 'low'],
    [0, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 'none'],
  ])('rates %f and above', (least, vector, severity) => {
    const read = readCvss(vector);
    expect(read).toMatchObject({ ok: true, severity });
    expect(scoreOf(vector)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['AV:N/AC:L', 'begins with'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'begins with'],
    ['CVSS:4.0/AV:X/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'cannot be "X"'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N', 'SA'],
    ['CVSS:4.0/AV:N/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'twice'],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/Q:1', 'no metric "Q"'],
    ['CVSS:4.0/AV:N:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'cannot be'],
    ['CVSS:4.0/', 'no metric ""'],
  ])('says what is wrong with %s', (vector, part) => {
    expect(scoreOf(vector)).toContain(part);
  });

  it('never scores higher for a less severe value of one metric', () => {
    const vectors = fc.tuple(...cvssBaseMetrics.map(({ values }) => fc.nat({ max: values.length - 1 })));
    const write = (choice: readonly number[]): string =>
      `CVSS:4.0/${cvssBaseMetrics.map(({ id, values }, at) => `${id}:${values[choice[at] ?? 0]?.id}`).join('/')}`;
    fc.assert(
      fc.property(vectors, fc.nat({ max: cvssBaseMetrics.length - 1 }), (choice, at) => {
        const weaker = choice.map((value, index) =>
          index === at ? Math.min(value + 1, (cvssBaseMetrics[at]?.values.length ?? 1) - 1) : value,
        );
        expect(scoreOf(write(weaker))).toBeLessThanOrEqual(Number(scoreOf(write(choice))));
      }),
    );
  });
});
