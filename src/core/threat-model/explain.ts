import { factWords } from '#core/content/threat-facts.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { ModelIndex, Subject } from './model-index.ts';
import type { Observation } from './weigh.ts';

const articles = { actor: 'an actor', process: 'a process', store: 'a store', flow: 'a flow' } as const;

/** Sentences about what was observed, each once, in the order of the condition. */
export function inWords(observations: readonly Observation[], model: ModelIndex): readonly string[] {
  return [...new Set(observations.map((observation) => `${sentence(observation, model)}.`))];
}

function sentence(observation: Observation, model: ModelIndex): string {
  const name = nameOf(observation.of, model);
  switch (observation.seen) {
    case 'fact':
      return `${name} ${factWords[observation.fact][observation.answer === 'yes' ? 'yes' : 'no']}`;
    case 'protocol':
      return `${name} uses the protocol ${protocolOf(observation.of)}`;
    case 'kind':
      return `${name} is ${articles[observation.of.kind]}`;
    case 'boundary':
      return `${name} ${crossing(observation.entered, observation.left)}`;
    case 'nothing':
      return `${name} has no ${observation.what.replace(/^such an? /, '')}`;
  }
}

/** A flow is named with its ends, since several flows often have one label. */
function nameOf(subject: Subject, { elements }: ModelIndex): string {
  if (subject.kind !== 'flow') return `“${subject.label}”`;
  const label = (id: string): string => elements.get(id)?.label ?? id;
  return `“${subject.label}” from ${label(subject.from)} to ${label(subject.to)}`;
}

const protocolOf = (subject: Subject): string => (subject.kind === 'flow' ? subject.protocol : '');

function crossing(entered: readonly string[], left: readonly string[]): string {
  const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label}”`).join(' and ');
  const parts = [
    left.length > 0 ? `leaves ${quoted(left)}` : '',
    entered.length > 0 ? `enters ${quoted(entered)}` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' and ') : 'crosses no trust boundary';
}

/** The fact that an undecided observation hangs on; undefined where it hangs on none. */
export function openFact(observation: Observation): string | undefined {
  if (observation.seen === 'protocol') return 'protocol';
  return observation.seen === 'fact' ? observation.fact : undefined;
}

/** How a rule asks for the fact that an observation hangs on. */
export function questionAbout(observation: Observation, rule: ThreatRule): string {
  const words =
    observation.seen === 'fact'
      ? (rule.questions[observation.fact] ?? factWords[observation.fact].ask)
      : 'Which protocol does {name} use?';
  return words.replaceAll('{name}', `“${observation.of.label}”`);
}
