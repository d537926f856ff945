const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const firstPerson = set("i i'd i've i'm i'll");
export const firstPlural = set("we we'd we've we're we'll");
export const thirdPerson = set(
  "they they'd they've he he'd she she'd someone somebody everyone everybody nobody it it's",
);

/** Past forms that do not end in -ed, of verbs that stand for doing something. */
export const strongPast = set(
  `went wrote built found told took gave made ran sat put set spoke brought got kept held led met drew sent showed began
   chose cut split shut read rang fought taught let left saw heard knew thought asked rewrote sorted picked rolled pulled
   pushed turned dug hid swapped wound tore tied bought sold paid said came stood spent`,
);

/** Forms of being and having: the sentence tells how things were. */
export const states = set(
  "was were had wasn't weren't hadn't there'd is are has have it'd used owned ran sold made handled",
);

const numberWords = set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
   twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen twice zero`,
);

/** Whether a word is a figure: digits, or a number written out ("twenty-two"). */
export const isFigure = (word: string): boolean =>
  /\d/.test(word) ||
  word.split('-').some((part) => numberWords.has(part) || numberWords.has(part.replace(/s$/, '')));

/** What a sentence of a part is often recognized by, as openings of words. */
export const cues: Readonly<Record<string, RegExp>> = {
  goal: /\b(?:(?:my|our|the) (?:job|task|goal|aim|part|role|brief|mandate|deadline|assignment|order|condition|ask)|(?:had|needed|wanted|supposed|meant|asked me|told me|expected) to|(?:asked|wanted|needed) (?:me|us)|responsib\w+|in charge|up to me|had (?:until|\w+ (?:days|weeks|hours|months))|deadline|without (?:\w+ing|losing|breaking))\b/i,
  outcome:
    /\b(?:dropped|fell|went (?:from|down|up|out|live|through)|down (?:to|from)|up (?:to|from)|rose|grew|cut|reduced|improved|shipped|launched|passed|signed|renewed|stayed|closed|accepted|thank(?:s|ed)|happy|pleased|in the end|so far|nobody|none|no (?:one|customer|incident|finding)s?|instead of|compared|before (?:that|it)|used to be|out of|percent|per (?:week|month|day)|a (?:week|month|day|year)|within|turned out)\b/i,
  learned:
    /\b(?:learn(?:ed|t|ing)?|lesson|taught|takeaway|take away|took (?:from|away)|since then|ever since|these days|nowadays|from now on|next time|looking back|hindsight|differently|should(?:'ve| have)|would(?:'ve| have)|i'd (?:do|start|ask|have|rather|now)|now (?:i|we)|(?:i|we) now|(?:i|we) always|(?:i|we) never|any ?more|realized|underst(?:ood|and)|mistake|habit)\b/i,
  setting:
    /\b(?:i (?:was|worked|work) (?:at|for|in|on|the|a|an)|we (?:had|were|are|make|made|sold|ran)|there (?:was|were|had)|last (?:year|spring|summer|fall|winter)|ago|company|startup|agency|customers?|at the time|back then|one (?:day|morning|night|evening)|on a \w+day|in (?:19|20)\d\d|used to|called|found out)\b/i,
  aside:
    /\b(?:sorry|anyway|to be honest|if that counts|where was i|does that|you asked|let me|i could tell|good question|i hope|i guess|i suppose|you know|that's (?:it|all|the story)|generally|in general|people (?:think|say|underestimate)|important (?:thing|to)|i think|i'm (?:a|proud|not)|i don't|interesting|exciting|fun|cool|nice)\b/i,
  did: /\b(?:i|we|and|then|first|also) (?:also |then |first |just )?(?:wrote|built|asked|told|called|set|put|took|made|went|sat|found|checked|looked|moved|turned|ran|sent|met|explained|showed|added|changed|fixed|started|opened|pulled|rotated|tested|talked|listed|sorted|read|drew|agreed|proposed|offered|invited|gave|let|rolled|switched|blocked|removed|replaced|wanted|decided|picked|counted|searched|traced|collected|prepared|introduced)\b/i,
};
