import type { ExpertOrdering, TriageFinding, TriageSet } from '../content/triage.ts';
import type { TriageChoice } from './triage-grade.ts';

/** The finding that a duplicate repeats, or the finding itself. */
export const originalOf = (set: TriageSet, id: string): string => findingOf(set, id)?.duplicateOf ?? id;

export const findingOf = (set: TriageSet, id: string): TriageFinding | undefined =>
  set.findings.find((finding) => finding.id === id);

/** Whether fair experts swap the two. */
export const areSwapped = (set: TriageSet, a: string, b: string): boolean =>
  set.swaps.some((group) => group.includes(a) && group.includes(b));

/** What became of each finding that was taken, compared with one expert. */
export function judgeChoices(
  set: TriageSet,
  expert: ExpertOrdering,
  chosen: readonly string[],
): TriageChoice[] {
  const originals = chosen.map((id) => originalOf(set, id));
  const open = new Set(expert.take.map(({ id }) => id).filter((id) => !originals.includes(id)));
  return chosen.map((id, index) => {
    const original = originals[index] ?? id;
    if (originals.indexOf(original) !== index)
      return { id, verdict: 'duplicate', because: `It repeats \`${original}\`, which is taken already.` };
    return judgeChoice({ set, expert, open }, id, original);
  });
}

type Ground = { readonly set: TriageSet; readonly expert: ExpertOrdering; readonly open: Set<string> };

function judgeChoice({ set, expert, open }: Ground, id: string, original: string): TriageChoice {
  const falsePositive = findingOf(set, id)?.falsePositive;
  if (falsePositive)
    return { id, verdict: 'false-positive', because: falsePositive.why, words: falsePositive.words };
  const taken = expert.take.find((item) => item.id === original);
  if (taken) return { id, verdict: 'right', because: taken.why };
  const partner = [...open].find((item) => areSwapped(set, item, original));
  if (partner === undefined) return { id, verdict: 'can-wait', because: whyItWaits(set, expert, original) };
  open.delete(partner);
  const because = `Fair experts take it in place of \`${partner}\`.`;
  return { id, verdict: 'swapped', because, inPlaceOf: partner };
}

const who = {
  internet: 'the internet',
  'signed-in': 'signed-in users',
  internal: 'the internal network',
  local: 'somebody on the machine',
} as const;

function reachOf({ reachability, exposure }: TriageFinding): string {
  switch (reachability) {
    case 'reached':
      return `it is reached by ${who[exposure]}`;
    case 'under-conditions':
      return `it is reached by ${who[exposure]}, and under conditions only`;
    case 'not-reached':
      return 'nothing that an attacker sends gets there';
  }
}

function whyItWaits(set: TriageSet, { rest }: ExpertOrdering, id: string): string {
  const finding = findingOf(set, id);
  const facts = finding ? reachOf(finding) : '';
  const place = rest.indexOf(id);
  const when = place < 0 ? 'It can wait' : `The expert puts it at place ${set.capacity + place + 1}`;
  return `${when}: ${facts}.`;
}
