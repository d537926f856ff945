/** Words by which somebody says that a thing suffices or does no harm. */
const content: ReadonlySet<string> = new Set(
  `safe safely secure secured fine ok okay enough done solved solves solve closed closes covered covers harmless sufficient suffices
   impossible pointless unnecessary useless good`.split(/\s+/),
);
const whenDenied: ReadonlySet<string> = new Set(
  'need needs needed necessary danger dangerous risk risky problem issue matter matters worry required possible happen'.split(
    ' ',
  ),
);

/** The unit that stands for all of them. */
export const judgingKey = '~fine';

/** Whether a word says so here: "safe", "solved", or "problem" after a denial. */
export const isJudging = (word: string, denied: boolean): boolean =>
  denied ? whenDenied.has(word) : content.has(word);

/** Whether a word could say so somewhere. */
export const mayJudge = (word: string): boolean => content.has(word) || whenDenied.has(word);
