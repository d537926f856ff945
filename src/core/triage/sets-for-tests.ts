import type { TriageSet } from '../content/triage.ts';

const cvss = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

type Parts = Partial<TriageSet['findings'][number]>;

const finding = (id: string, more: Parts = {}): TriageSet['findings'][number] => ({
  ...{ id, title: `Title of ${id}`, source: 'penetration-test', tool: 'Test', cwe: 639, cvss, days: 1 },
  ...{ ticket: `Ticket of ${id}.`, context: `What owners say of ${id}.` },
  ...{ reachability: 'reached', exposure: 'internet', decisive: ['impact', 'exposure'] },
  ...more,
});
const scanned = (id: string, more: Parts = {}) =>
  finding(id, {
    ...{ source: 'scanner', tool: 'Scanner', cwe: 502, ticket: undefined },
    sarif: { ruleId: 'rule', level: 'error', message: `Message of ${id}.`, uri: 'a b/c#.ts', startLine: 3 },
    ...more,
  });

/** A small set: two places; a and b come first, b and c are swapped, a2 repeats a, f and g are false. */
export const smallSet: TriageSet = {
  ...{ slug: 'small', pack: 'test', title: 'Small', difficulty: 1, minutes: 20, asOf: '2025-07-01' },
  company: { does: 'Sells.', stack: 'Code.', exposure: 'Public.', stakes: 'Money.' },
  capacity: 2,
  findings: [
    ...[finding('a'), finding('b'), finding('c'), finding('d')],
    finding('e', { source: 'bug-bounty', reachability: 'not-reached', exposure: 'internal' }),
    finding('a2', { duplicateOf: 'a' }),
    scanned('f', { falsePositive: { words: 'Message of f', why: 'It is not there.' } }),
    scanned('g', {
      cve: { id: 'CVE-2021-44228', epss: 0.94, kev: true },
      falsePositive: { words: 'owners say of g', why: 'It is a test.' },
    }),
  ],
  experts: [
    {
      ...{ id: 'first', view: 'Impact.' },
      take: [
        { id: 'a', why: 'Anyone steals money.' },
        { id: 'b', why: 'Anyone steals records.' },
      ],
      rest: ['c', 'd', 'e'],
    },
  ],
  swaps: [['b', 'c']],
};
