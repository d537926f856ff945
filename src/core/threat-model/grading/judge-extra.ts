import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { Threat, ThreatModel } from '../document.ts';
import { inWords, openFact, questionAbout } from '../explain.ts';
import { indexModel, type ModelIndex, type Subject } from '../model-index.ts';
import type { Observation } from '../weigh.ts';
import type { Contradicted, Extra, FollowUp } from './model-grade.ts';
import type { Prepared } from './prepare.ts';
import { readBoth, textOf } from './threat-credit.ts';

export type Verdict =
  | {
      readonly verdict: 'valid';
      readonly extra: Extra /** One rule on one thing earns once. */;
      readonly key: string;
    }
  | { readonly verdict: 'contradicted'; readonly contradicted: Contradicted }
  | { readonly verdict: 'open'; readonly question: FollowUp };

/** From which likeness a text is about a claim or a rule, and from which it only comes near. */
const about = { surely: 0.5, near: 0.24 } as const;

/**
 * Returns a judge of threats that the reference does not have: contradicted by a fact of the scenario or by the facts
 * that its rule looks at, valid when a rule fires there, and otherwise open.
 */
export function extraJudge(
  prepared: Prepared,
  informed: ThreatModel,
): (threat: Threat, known: number, fabricated: number | undefined) => Verdict {
  const index = indexModel(informed);
  const subjects = new Map<string, Subject>(
    [...index.elements.values(), ...index.flows].map((subject) => [subject.id, subject]),
  );
  return (threat, known, fabricated) => {
    const contradicted = ruledOut(prepared, threat, fabricated);
    if (contradicted) return { verdict: 'contradicted', contradicted };
    const twist = twistOf(prepared, threat, known);
    if (twist) return twist;
    const weighed = weighRules(prepared, threat, subjects, index);
    return verdictOf(threat, weighed, index);
  };
}

function ruledOut(
  { scenario }: Prepared,
  { id, title, stride }: Threat,
  fabricated: number | undefined,
): Contradicted | undefined {
  const item = scenario.fabricated[fabricated ?? -1];
  if (!item) return undefined;
  const says = scenario.facts.find((fact) => fact.id === item.contradictedBy)?.says ?? '';
  return { candidate: id, label: title, stride, because: `${item.why} Stated: “${says}”` };
}

function twistOf({ scenario, read }: Prepared, threat: Threat, known: number): Verdict | undefined {
  const likeness = readBoth(read.twists, threat.title, textOf(threat));
  const best = indexOfMost(likeness);
  const value = likeness[best] ?? 0;
  const found = scenario.twist.threats[best];
  if (!found || value < about.surely || value <= known) return undefined;
  const because = 'The scenario has it too, once things change.';
  return { verdict: 'valid', key: `twist ${found.id}`, extra: validExtra(threat, because) };
}

const validExtra = ({ id, title }: Threat, because: string): Extra => ({
  kind: 'threat',
  candidate: id,
  label: title,
  verdict: 'valid',
  because,
});

type Weighed = {
  readonly rule: ThreatRule;
  readonly on: string;
  readonly likeness: number;
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly because: readonly Observation[];
};

/** The rules that the words come near, weighed wherever the threat stands; the closest first. */
function weighRules(
  { rules, read }: Prepared,
  threat: Threat,
  subjects: ReadonlyMap<string, Subject>,
  index: ModelIndex,
): readonly Weighed[] {
  const likeness = readBoth(read.rules, threat.title, textOf(threat));
  const near = rules.flatMap(({ rule, test }, at) => {
    const value = likeness[at] ?? 0;
    const least = rule.stride === threat.stride ? about.near : about.surely;
    return value >= least ? [{ rule, test, likeness: value }] : [];
  });
  return near
    .flatMap(({ rule, test, likeness: value }) =>
      threat.on.flatMap((on) => {
        const subject = subjects.get(on);
        if (subject?.kind !== rule.on) return [];
        const because = test.because(subject, index);
        return [{ rule, on, likeness: value, answer: test.answer(subject, index), because }];
      }),
    )
    .sort((a, b) => b.likeness - a.likeness || (a.rule.id < b.rule.id ? -1 : 1));
}

function verdictOf(threat: Threat, weighed: readonly Weighed[], index: ModelIndex): Verdict {
  const fired = weighed.find(({ answer }) => answer === 'yes');
  if (fired) {
    const because = `A rule finds it there (${fired.rule.title}): ${inWords(fired.because, index).join(' ')}`;
    return { verdict: 'valid', key: `${fired.rule.id} ${fired.on}`, extra: validExtra(threat, because) };
  }
  const [closest] = weighed;
  const { id, title, stride } = threat;
  if (closest && isRuledOut(closest)) {
    const because = `${closest.rule.title}: ruled out, since ${inWords(closest.because, index).join(' ')}`;
    return { verdict: 'contradicted', contradicted: { candidate: id, label: title, stride, because } };
  }
  const open = weighed.find(({ answer }) => answer === 'unknown');
  const asked = open?.because.find((observation) => openFact(observation) !== undefined);
  const question =
    open && asked
      ? questionAbout(asked, open.rule)
      : `What in this system makes “${title}” possible, and where?`;
  return { verdict: 'open', question: { candidate: id, label: title, question } };
}

/** Somebody has said what rules it out; that something is not drawn rules nothing out. */
const isRuledOut = ({ answer, likeness, because }: Weighed): boolean =>
  answer === 'no' &&
  likeness >= about.surely &&
  because.some(({ seen, answer: said }) => seen === 'fact' && said !== 'unknown');

export function indexOfMost(values: readonly number[]): number {
  let best = 0;
  for (const [index, value] of values.entries()) if (value > (values[best] ?? 0)) best = index;
  return best;
}
