import type { Clause } from './clauses.ts';
import { beginsAt, fixedPhrases } from './fixed-phrases.ts';
import type { Token } from './tokens.ts';
import { negators } from './word-classes.ts';

const reach = 12;
const openingReach = 10;
const scopeEnds: ReadonlySet<string> = new Set(
  'but so because which since until unless when if while whereas although however instead rather then'.split(
    ' ',
  ),
);
/** "not only", "not just": what follows is affirmed. */
const affirmed: ReadonlySet<string> = new Set('only just merely simply necessarily forget'.split(' '));
/** "is not enough", "does not help": what stood before is denied. */
const backward: ReadonlySet<string> = new Set(
  'enough sufficient suffice help work fix solve true right correct adequate protect prevent stop matter good useful necessary needed required effective'.split(
    ' ',
  ),
);
const deniedOpenings = fixedPhrases([
  'people say',
  'people think',
  'people believe',
  'some say',
  'some think',
  'many think',
  'many say',
  'would say that',
  'might say',
  'used to think',
  'used to believe',
  'it is a myth',
  'the myth',
  'is wrong to',
  'it is false',
  'mistake is to think',
  'common misconception',
  'misconception is',
  'mistake to think',
  'wrong to say',
  'wrong to think',
  'you could think',
  'you might think',
  'one could think',
  'tempting to',
]);

/** For each token, whether it stands under an odd number of denials. */
export function deniedTokens(tokens: readonly Token[], clauses: readonly Clause[]): readonly boolean[] {
  const denied = new Array<boolean>(tokens.length).fill(false);
  const flip = (from: number, to: number): void => {
    for (let at = Math.max(0, from); at < to; at += 1) denied[at] = !denied[at];
  };
  for (const clause of clauses) {
    for (let at = clause.from; at < clause.to; at += 1) denyFrom(tokens, clause, at, flip);
  }
  for (const clause of clauses) {
    if (opensDenied(tokens, clause)) flip(clause.from, clause.to);
  }
  return denied;
}

type Flip = (from: number, to: number) => void;

function denyFrom(tokens: readonly Token[], clause: Clause, at: number, flip: Flip): void {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (
    (word === 'instead' && next === 'of') ||
    (word === 'rather' && next === 'than') ||
    (word === 'opposed' && next === 'to')
  ) {
    flip(at + 2, Math.min(clause.to, at + 2 + reach));
    return;
  }
  if (!negators.has(word) || affirmed.has(next)) return;
  const to = scopeEnd(tokens, clause, at);
  if (tokens.slice(at + 1, Math.min(to, at + 5)).some((token) => backward.has(token.word))) {
    flip(clause.from, at);
  }
  flip(at + 1, to);
}

function scopeEnd(tokens: readonly Token[], clause: Clause, at: number): number {
  const last = Math.min(clause.to, at + 1 + reach);
  for (let to = at + 1; to < last; to += 1) {
    if (scopeEnds.has(tokens[to]?.word ?? '')) return to;
  }
  return last;
}

function opensDenied(tokens: readonly Token[], clause: Clause): boolean {
  const to = Math.min(clause.to, clause.from + openingReach);
  for (let at = clause.from; at < to; at += 1) if (beginsAt(deniedOpenings, tokens, at, to)) return true;
  return false;
}
