import type { Token } from './tokens.ts';
import { auxiliaries, conjunctions, determiners, prepositions, pronouns } from './word-classes.ts';

type Kind = 'determiner' | 'pronoun' | 'preposition' | 'conjunction' | 'auxiliary' | 'to' | 'other';

const kindOf = (word: string): Kind => {
  if (word === 'to') return 'to';
  if (determiners.has(word)) return 'determiner';
  if (pronouns.has(word)) return 'pronoun';
  if (auxiliaries.has(word)) return 'auxiliary';
  if (prepositions.has(word)) return 'preposition';
  if (conjunctions.has(word)) return 'conjunction';
  return 'other';
};

/** Pairs that hardly ever stand side by side in a sentence, whatever it is about. */
const clashes: Readonly<Record<Kind, readonly Kind[]>> = {
  determiner: ['determiner', 'pronoun', 'preposition', 'conjunction', 'auxiliary', 'to'],
  preposition: ['auxiliary', 'conjunction', 'to'],
  pronoun: ['determiner', 'preposition'],
  auxiliary: ['conjunction', 'preposition'],
  conjunction: ['conjunction'],
  to: ['auxiliary', 'conjunction', 'preposition', 'to'],
  other: [],
};
const bare: ReadonlySet<string> = new Set('i we he she they'.split(' '));
const allowed: ReadonlySet<string> = new Set(
  'to be|to have|to do|the other|and if|and when|but if|but when|and because|so if|so when|those who|these are|those are|but because|and while|his own|to into|and since|even if|each of|those of|these of|his is|because if|because when|and as|than if|is because|is when|is if|is in|is on|is at|is for|is about|is with|is by|is from|is through|is that|are in|are on|are for|are with|was in|was on|was at|was for|was about|was with|was by|were in|were on|been in|been on|be in|be on|be at|be with|be for|do for|do in|do with|do at|do about|does with|did in|did with|did for|had in|had with|have in|have with|have for|has in|be from|be for|is over|is of|be by|be into|is per|is within|been through|each is|each has|those in|those on|those with|those for|every on|each in|each with|these can|those can|these will|those will|these have|is as|be as|as if|are at|are as|are by|are from|was when|was because|was if|was as|was over|is across|is than|are over|is between|his has'.split(
    '|',
  ),
);

export type Fluency = {
  /** Share of words that carry grammar; about 0.5 in speech, under 0.2 in a list of keywords. */
  readonly grammar: number;
  /** Share of grammatical words that clash with the next word; under 0.05 in sentences, over 0.2 when shuffled. */
  readonly disorder: number;
  /** Share of words in runs of at most three words between commas, semicolons or line breaks. */
  readonly listed: number;
  readonly words: number;
};

/** Measures how much a run of tokens reads like sentences; `to` is excluded. */
export function fluencyOf(tokens: readonly Token[], from = 0, to = tokens.length): Fluency {
  let grammatical = 0;
  let clashing = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token?.grammatical) continue;
    grammatical += 1;
    if (clash(token, tokens[at + 1])) clashing += 1;
  }
  const words = to - from;
  const listed = words === 0 ? 0 : listedWords(tokens, from, to) / words;
  return {
    grammar: words === 0 ? 0 : grammatical / words,
    disorder: grammatical === 0 ? 0 : clashing / grammatical,
    listed,
    words,
  };
}

function clash(token: Token, next: Token | undefined): boolean {
  if (!next || /[.,!?;:\n()–—]/.test(next.gap)) return isOpen(token, next);
  const kind = kindOf(token.word);
  if (allowed.has(`${token.word} ${next.word}`)) return false;
  if (kind === 'pronoun' && !bare.has(token.word)) return false;
  return clashes[kind].includes(kindOf(next.word));
}

/** A sentence does not end in "the" or "and". */
function isOpen(token: Token, next: Token | undefined): boolean {
  if (!next) return false;
  const kind = kindOf(token.word);
  return (
    (kind === 'determiner' &&
      ['the', 'a', 'an', 'my', 'your', 'our', 'their', 'every'].includes(token.word)) ||
    (kind === 'conjunction' && /[.!?]/.test(next.gap) && ['and', 'or', 'if', 'because'].includes(token.word))
  );
}

const shortRun = 3;

function listedWords(tokens: readonly Token[], from: number, to: number): number {
  let listed = 0;
  let run = 0;
  for (let at = from; at <= to; at += 1) {
    const ends = at === to || /[,;\n•|/]/.test(tokens[at]?.gap ?? '');
    if (ends && at > from) {
      if (run <= shortRun) listed += run;
      run = 0;
    }
    run += 1;
  }
  return listed;
}
