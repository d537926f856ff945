import { factWords } from '#core/content/threat-facts.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { ModelIndex } from './model-index.ts';
import type { Observation, Subject } from './weigh.ts';

export type FactAsked = {
  /** The element or flow that the question is about, which need not be the one that the threat is on. */
  readonly element: string;
  readonly label: string;
  readonly fact: string;
  /** `{name}` stands for the label. */
  readonly words: string;
};

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

/** The facts that an undecided rule hangs on, each with its question. */
export function factsAsked(observations: readonly Observation[], rule: ThreatRule): readonly FactAsked[] {
  return observations.flatMap((observation): FactAsked[] => {
    const { of } = observation;
    const about = { element: of.id, label: of.label };
    if (observation.seen === 'protocol')
      return [{ ...about, fact: 'protocol', words: 'Which protocol does {name} use?' }];
    if (observation.seen !== 'fact') return [];
    const { fact } = observation;
    return [{ ...about, fact, words: rule.questions[fact] ?? factWords[fact].ask }];
  });
}
