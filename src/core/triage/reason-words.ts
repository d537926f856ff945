import { type TriageAspect, triageAspects } from '../content/triage.ts';

/** Words of a reason that name an aspect, with their place in it (UTF-16 code units). */
export type NamedAspect = {
  readonly aspect: TriageAspect;
  readonly quote: { readonly text: string; readonly start: number; readonly end: number };
};

/** Our own lists: how engineers speak of each aspect when they argue for a place in the sprint. */
const words: Readonly<Record<TriageAspect, readonly string[]>> = {
  reachability: [
    'reach\\w*',
    'code paths?',
    'on the path',
    'called (?:by|from|on|for)',
    'entry points?',
    'attacker[- ](?:controlled|supplied)',
    'user[- ](?:controlled|supplied)',
    '(?:parses?|decodes?|renders?|opens?|processes|accepts?|reads?|handles?) (?:\\w+ ){0,3}(?:uploads?|images?|files?|input|messages?|requests?|archives?|pictures?|avatars?|bodies|links?)',
    'runs? (?:on|for|with) (?:every|each|any|all)\\b',
    'loaded (?:by|in|at)',
    'feature is (?:on|enabled)',
    'switched on',
    'in use',
  ],
  exposure: [
    '(?:internet|public|world)[- ]?(?:facing|wide|ly)?',
    'expos\\w+',
    'unauthenticated',
    'anonymous(?:ly)?',
    'pre[- ]auth\\w*',
    'without (?:an? |any )?(?:account|log(?:ging )?in|login|password|sign(?:ing)?[- ]in|session|authentication|credentials?)',
    'any(?:body|one)\\b',
    '(?:any|every|each|all) (?:\\w+ )?(?:customers?|users?|players?|patients?|tenants?|accounts?|visitors?|devices?|members?)',
    'from (?:the )?outside',
    'open to',
    'on the same (?:network|wi-?fi|lan)',
    'ward network',
    'in production',
    'shipped',
  ],
  exploitability: [
    'exploit\\w*',
    'kev\\b',
    'epss\\b',
    'in the wild',
    'proofs? of concept',
    'pocs?\\b',
    'reproduc\\w+',
    'demonstrated',
    'proven',
    '(?:one|a single|two|three) (?:requests?|lines?|commands?|calls?|clicks?|packets?)',
    'trivial\\w*',
    'automated?',
    'scripted',
    'mass[- ]scann\\w+',
    'attackers? (?:already|are|is|do|use|scan)\\w*',
    'known exploited',
    'works today',
    'changing (?:a|one|the) (?:number|id|digit)',
    'easy to (?:do|use|abuse|find)',
  ],
  impact: [
    'impacts?',
    'take(?:s)?[- ]?over\\w*',
    'steal\\w*',
    'theft',
    'fraud\\w*',
    'money',
    'funds?',
    'payments?',
    'cards?\\b',
    'records?',
    'personal data',
    'data of',
    'customer data',
    'leaks?',
    'health',
    'safety',
    'harm\\w*',
    'outage',
    'downtime',
    'revenue',
    'ransom\\w*',
    'remote code',
    'runs? code',
    'code execution',
    'admin\\w*',
    'root\\b',
    'credentials?',
    'secrets?',
    'keys?\\b',
    'fleet',
    'regulat\\w+',
    'fines?\\b',
    'trust of',
    'reputation',
    'cheat\\w*',
    'source code',
    'signing',
    'blast radius',
    'everything',
  ],
  cost: [
    'costs?',
    'cheap\\w*',
    'quick\\w*',
    '(?:half|a quarter of|quarter of) an? (?:day|hour)',
    '(?:half|quarter) (?:a )?day',
    '(?:one|two|three|a|\\d+(?:\\.\\d+)?) (?:days?|hours?)',
    'afternoon',
    'effort',
    'small (?:fix|change)',
    'one[- ]line\\w*',
    'config\\w* (?:change|switch|line)',
    'fits? (?:in|into)',
    'version bump',
  ],
};

const patterns = triageAspects.map((aspect) => ({
  aspect,
  pattern: new RegExp(`\\b(?:${words[aspect].join('|')})`, 'i'),
}));

/** The aspects that a reason names, each with the first words that do. */
export function aspectsIn(reason: string): NamedAspect[] {
  return patterns.flatMap(({ aspect, pattern }) => {
    const match = pattern.exec(reason);
    if (!match) return [];
    const [text] = match;
    return [{ aspect, quote: { text, start: match.index, end: match.index + text.length } }];
  });
}
