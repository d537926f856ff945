import type { Clause } from './clauses.ts';
import { beginsAt, fixedPhrases } from './fixed-phrases.ts';
import type { Token } from './tokens.ts';
import { negators } from './word-classes.ts';

/** "instead of", "rather than", "opposed to": what follows is put aside. */
const replacements: ReadonlyMap<string, string> = new Map([
  ['instead', 'of'],
  ['rather', 'than'],
  ['opposed', 'to'],
]);
const reach = 12;
const openingReach = 10;
const scopeEnds: ReadonlySet<string> = new Set(
  'but so because which since until unless when if while whereas although however instead rather then otherwise'.split(
    ' ',
  ),
);
/** "not only", "not just": what follows is affirmed. */
const affirmed: ReadonlySet<string> = new Set('only just merely simply necessarily forget'.split(' '));
/** "You can't just": what follows does not suffice. */
const limits: ReadonlySet<string> = new Set(['can', 'could', 'should', 'must']);
/** Denied subjects deny only what follows. */
const subjects: ReadonlySet<string> = new Set(['nothing', 'nobody', 'none']);
/** "is not enough", "does not help": what stood before is denied. */
const backward: ReadonlySet<string> = new Set(
  'concern problem issue risk danger dangerous threat occur happen interesting important apply realistic responsible responsibility enough sufficient suffice help work fix solve true right correct adequate protect prevent stop matter good useful necessary needed required effective'.split(
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

/** For each token, whether it is denied; a denial inside another one takes it back. */
export function deniedTokens(tokens: readonly Token[], clauses: readonly Clause[]): readonly boolean[] {
  const denied = new Array<boolean>(tokens.length).fill(false);
  for (const clause of clauses) {
    for (let at = clause.from; at < clause.to; at += 1) {
      const { forward, back } = scopesOf(tokens, clause, at);
      for (let index = forward.from; index < forward.to; index += 1) denied[index] = !denied[index];
      for (let index = back.from; index < back.to; index += 1) denied[index] = true;
    }
  }
  for (const clause of clauses) {
    if (!opensDenied(tokens, clause)) continue;
    for (let index = clause.from; index < clause.to; index += 1) denied[index] = !denied[index];
  }
  return denied;
}

type Scope = { readonly from: number; readonly to: number };
const nowhere: Scope = { from: 0, to: 0 };

/** What the word at `at` denies after itself, and before itself. */
function scopesOf(tokens: readonly Token[], clause: Clause, at: number): { forward: Scope; back: Scope } {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (replacements.get(word) === next) {
    return { forward: { from: at + 2, to: Math.min(clause.to, at + 2 + reach) }, back: nowhere };
  }
  const limited = affirmed.has(next) && !limits.has(tokens[at - 1]?.word ?? '');
  if (!negators.has(word) || limited) return { forward: nowhere, back: nowhere };
  const to = scopeEnd(tokens, clause, at);
  const predicate =
    !subjects.has(word) &&
    tokens.slice(at + 1, Math.min(to, at + 5)).some((token) => backward.has(token.word));
  return { forward: { from: at + 1, to }, back: predicate ? { from: clause.from, to: at } : nowhere };
}

function scopeEnd(tokens: readonly Token[], clause: Clause, at: number): number {
  const last = Math.min(clause.to, at + 1 + reach);
  for (let to = at + 1; to < last; to += 1) {
    const word = tokens[to]?.word ?? '';
    if (scopeEnds.has(word) || (word === 'i' && to > at + 2)) return to;
  }
  return last;
}

function opensDenied(tokens: readonly Token[], clause: Clause): boolean {
  const to = Math.min(clause.to, clause.from + openingReach);
  for (let at = clause.from; at < to; at += 1) if (beginsAt(deniedOpenings, tokens, at, to)) return true;
  return false;
}
