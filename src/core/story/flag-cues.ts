import type { RedFlagId } from '#core/content/vocabulary.ts';

const them =
  '(?:developers?|devs?|engineers?|programmers?|coders?|product (?:owners?|managers?|people)|managers?|management|executives?|suits|users?|customers|operators|people upstairs|sales(?: people)?|frontend people|business|marketing|consultants|architects?|teachers|doctors|nurses|staff|everyone else|ops|vendors?)';
const these =
  '(?:these|those|such) (?:people|guys|folks|lot|sort|kind|types?|suits|clowns|amateurs|bunch|crowd)';
const product =
  '(?:tool|product|scanner|platform|suite|appliance|firewall|vendor|framework|library|service|dashboard|bot|model|software|agent|solution|waf|box|plugin|system)';

/** Turns of phrase that show a red flag in the middle of a story, for words in lower case joined by spaces. */
export const flagCues: Readonly<Record<RedFlagId, readonly RegExp[]>> = {
  'us-versus-them': [
    new RegExp(`\\b(?:with|because|teach|show) ${these} (?:you|they|we|i)\\b`),
    new RegExp(
      `\\b${these} (?:\\w+ ){0,2}(?:don't|do not|never|can't|cannot|won't|only|just|learn|need|deserve|have no|understand nothing|always)\\b`,
    ),
    new RegExp(
      `\\b(?:the )?${them} (?:there |here |upstairs )?(?:just |simply |basically |obviously )?(?:are|were|is) (?:\\w+ )?(?:lazy|stupid|clueless|idiots?|incompetent|children|the pits|the enemy|useless|hopeless|careless|sloppy|the weakest link|soft|dumb|arrogant|morons?|babies|sheep|a joke)\\b`,
    ),
    /\b(?:they|they're|they were|them) (?:\w+ ){0,3}(?:lazy|stupid|clueless|idiots|incompetent|like children|basically children|useless|hopeless|too dumb|arrogant bunch|morons|a joke)\b/,
    new RegExp(
      `\\bwith ${them} you (?:have to|need to|'ve got to|got to|must) (?:show|be (?:firm|hard|tough|strict)|force|push|threaten|scare|shout|put|keep)\\b`,
    ),
    /\b(?:all (?:that )?(?:a |the )?(?:product owner|manager|developer|sales)\w* (?:ever )?(?:sees?|cares?|wants?))\b/,
    /\b(?:rub (?:their|his|her) noses?|have it coming|had it coming|(?:they'd|they had|he'd|he had|she'd) (?:earned|deserved|asked for) it|so (?:that )?(?:they'd|they|he'd|he|she'd) (?:would )?(?:squirm|suffer|sweat|bleed|feel it|couldn't weasel|know who)|hurt (?:them|him) a (?:little|bit)|made? an example (?:of|out of)|pillory|behind (?:his|her|their) backs?|talk to (?:the|a) (?:cows|wall)|walk all over you|weasel out|whip|stand behind them|sell their (?:own )?(?:grand)?mothers?|outmaneuver|out of fear|learn your trade|own medicine|(?<!no )wall of shame|name and shame|shamed? (?:them|him|her))\b/,
    /\b(?:they|he|she|developers|people) only (?:move|learn|listen|understand|react|act) (?:if|when|by|through|out of|the hard way|fear|force|pressure)\b/,
    /\bonly (?:move|learn|listen|react) (?:if|when) (?:you|it|somebody|someone) (?:embarrass\w*|hurts?|threaten\w*|scream\w*|yell\w*|shout\w*|force\w*|punish\w*|burn\w*)\b/,
    /\b(?:us against (?:them|the)|our way or|my way or|force it down|won't grasp|wouldn't grasp|too (?:dumb|stupid|thick|lazy) to|don't get the simplest|don't understand a thing|have no clue|had no clue|haven't got a clue|what do they know|not their place)\b/,
  ],
  'ignores-people': [
    /\b(?:whin(?:e|ing)|complain(?:ts?|ing)|feelings?|comfort|convenience|annoy(?:ed|ance)|problem|habits?|how they feel)\b.{0,40}\b(?:isn't|is not|wasn't|was not|aren't|weren't|not) (?:my|our|a) (?:department|concern|job|problem|criterion|business|topic|issue|responsibility)\b/,
    /\b(?:i'm|i am|we're|we are) (?:not|no) (?:a |here )?(?:psychologist|social worker|therapist|to make (?:them|people|anybody) happy|paid to be liked|a babysitter|nanny|to hold hands)\b/,
    /\b(?:they|people|users|staff|employees|customers|drivers|nurses|agents|operators|everybody|everyone) (?:just |simply |will |would |'ll )?(?:have|has|had) to (?:live with|put up with|get used to|deal with|cope with|swallow|accept) (?:it|that|this)\b/,
    /\b(?:they'll|they will|they'd|people will|you) (?:just )?(?:get used to it|live with it|cope|survive)\b/,
    /\b(?:don't|didn't|never|not) (?:bother\w* to |even |need to |have to |want to )?(?:ask|asked|warn|warned|tell|told|consult|consulted|involve|involved|announc\w+|talk to|talked to) (?:the )?(?:users?|people|staff|anybody|anyone|them|around|drivers|nurses|teachers|customers|employees) (?:beforehand|before|first|at all|about it|anything|because|since)\b/,
    /\b(?:is|was|of|has) (?:of )?no (?:interest|concern) to me\b/,
    /\b(?:not on me|not up to (?:me|us)|not my job|not our job|isn't my job|isn't our job) to (?:\w+ ){0,5}(?:people|users|habits|them|everyone|everybody)\b/,
    /\b(?:and not the (?:people|person|users?|human)|isn't a security (?:topic|issue|problem|matter)|not a security (?:topic|issue|problem|matter)|as that isn't technical|that isn't technical|not technical so|people aren't (?:part|in scope)|humans? (?:are|were|is|was) out of scope)\b/,
    /\b(?:they are|they're|they get|he's|she's) paid to\b/,
    /\b(?:announcing|asking|warning|telling (?:them|people)) (?:it |them )?would (?:only )?(?:have )?(?:led|lead|meant|mean|started|start|cost)\b/,
    /\b(?:don't ask|never ask|better not (?:to )?ask) (?:around|people|anybody|anyone|users|them)\b/,
    /\bwhoever (?:forgets|loses|can't|doesn't|complains|has a problem)\b.{0,40}\b(?:can|has to|must|should|may|is|their)\b/,
    /\b(?:if|when) (?:someone|somebody|they|people|users) (?:can't|cannot|don't|doesn't|complain\w*|has|have) .{0,50}(?:bad luck|tough luck|too bad|their problem|not mine|shouldn't work here|their own fault)\b/,
    /\b(?:don't|didn't|doesn't|couldn't) care (?:if|whether|how|what|that|about) (?:\w+ ){0,2}(?:they|people|users|staff|customers|it takes|like|annoyed|feel|usab\w+|convenien\w+)\b/,
  ],
  'no-prioritization': [
    /\b(?:all|every|each|everything|they)\b.{0,60}\b(?:same|equal|equally) (?:weight|importance|important|priority|urgent|critical|severity|value|rank)\b/,
    /\b(?:no|isn't|isn't any|not) (?:first and second|first or second|ranking|order of importance)\b/,
    /\b(?:i|we) (?:don't|do not|didn't|did not|never|refuse to|refused to|won't|wouldn't) (?:do |make |believe in |weigh |rank|prioriti[sz]e|sort|like )\s?(?:rankings?|top (?:tens?|five|three|lists?)|priorit\w*|differences?|one against|triage|exceptions for single|them by|severit\w+|by risk)/,
    /\b(?:i|we) (?:make|made|see|saw) no (?:difference|distinction)\b/,
    /\b(?:a|an|one) (finding|hole|bug|vulnerability|issue|risk|flaw|vuln|ticket)(?:'s| is) (?:a|an|one) \1\b/,
    /\b(?:what to (?:begin|start|do first)|begin with|start with|do first|comes first|which (?:one )?(?:first|to fix))\b.{0,60}\b(?:everything|all of (?:it|them)|same weight|every (?:point|single))\b/,
    /\b(?:first in,? first out|alphabetical(?:ly)?(?: order)?|in the order (?:they|it) (?:came|come|arrived|were|stood|stand)|in (?:the )?order of (?:the )?(?:list|report|arrival|ticket)|by ticket number|drew lots|shuffled|took the top card|rolled (?:a )?dice|one after the other as they)\b.{0,80}$/,
    /\b(?:everything|all of (?:it|them)|all (?:\w+ ){1,3})(?:has|have|had|must|needs?) to be (?:fixed|at zero|closed|done|solved|gone)\b/,
    /\b(?:be it|whether it's|whether) an? (?:typo|missing header|banner)\b.{0,60}\b(?:or|and)\b/,
    /\b(?:typo|missing header|cosmetic)\b.{0,40}\b(?:or|and)\b.{0,40}\b(?:takeover|remote|injection|rce|execution)\b/,
  ],
  'security-theater': [
    /\b(?:so (?:that )?(?:the )?(?:auditors?|customers?|clients?|visitors|inspectors?|management|board) (?:can )?sees? (?:that )?(?:we|it|how|something))\b/,
    /\b(?:nobody|no one|no auditor) (?:looks|checks|looked|checked|reads|will look|ever looks) (?:behind|inside|at it|that|it|closer|what's behind)\b/,
    /\b(?:badge|seal|sticker|logo|banner|popup|pop-up|footer|poster|padlock|shield)\w*\b.{0,80}\b(?:protected|monitored|attackers|prohibited|confidential|certified|top of the page)\b/,
    /\b(?:even though|although|though) (?:we|there|it|nothing|nobody)(?: \w+){0,2} (?:don't|didn't|doesn't|isn't|wasn't|no|nothing|not|never|nobody)\b.{0,30}\b(?:monitor\w*|encrypt\w*|check\w*|look\w*|read\w*|log\w*|behind it|connected)\b/,
    /\b(?:isn't|wasn't|not) possible any ?more,? because (?:it's|it was|it is) (?:prohibited|forbidden|not allowed|against)\b/,
    /\b(?:that (?:settled|solved|ended|stopped)|settled) the (?:whole )?(?:\w+ )?(?:business|thing|problem|issue|matter|topic|risk)? ?(?:for good|once and for all)\b/,
    /\b(?:with that|so|then|and) (?:we're|we are|we were|i was|everybody's|everyone's) covered\b/,
    /\b(?:scrambl\w+|obfuscat\w+|renamed?|hid|hidden|base64|rot13|disabled? right[- ]click)\b.{0,90}\b(?:protected|unreadable|not readable|nobody (?:can|could|will|would) find|no attacker|gives? up|impossible)\b/,
    /\b(?:confusing enough|looks? (?:very |really |more )?(?:secure|professional|serious|official)|looks? good (?:to|for) (?:the )?(?:auditors?|customers?|board))\b/,
    /\b(?:proven to be secure|so (?:we're|it's|we were|it was|the company was) (?:proven|certified|secure now|unhackable|unbreakable|compliant and)|hundred percent (?:compliance|secure|safe)|100 (?:percent )?(?:compliance|secure|safe|compliant)|bank[- ]grade|military[- ]grade|unhackable)\b/,
    /\b(?:filled (?:in|out)|backdated|ticked|signed)\b.{0,60}\b(?:in one evening|myself|without looking|for all|so the dates|the boxes|all boxes)\b/,
    /\bwhatever (?:somebody|someone|they|anybody|an attacker) (?:takes|steals|gets)(?: away)? is (?:unreadable|encrypted|useless|worthless)\b/,
  ],
  'tools-without-principles': [
    new RegExp(
      `\\b(?:don't|do not|didn't|couldn't|can't|cannot|no idea|not sure|wouldn't|needn't|never) (?:really |actually |have to |need to |exactly )*(?:know|knew|say|tell|explain|care|understand|go into|look into|looked at|remember)? ?(?:how|what|which part) (?:it|the ${product}|that|this|they|each|exactly it|is behind|the rules) (?:\\w+ )?(?:works?|does|checks?|decides?|finds?|looks for|covers|blocks|catch\\w*)\\b.{0,80}\\b(?:but|it's|it is|the|since|because|that's|and)\\b`,
    ),
    /\b(?:don't|didn't|couldn't|can't|needn't|not) (?:really |exactly )?(?:know|say|tell|explain|go into) (?:what's behind (?:it|each|that)|how it works|what it (?:does|checks|looks for|finds))\b/,
    /\b(?:what (?:exactly )?it (?:looks for|does|checks|finds)) (?:exactly )?(?:i'd|i would|you'd|we'd) have to (?:ask|look)\b/,
    new RegExp(`\\b(?:the |that |our )?${product} knows? (?:that |it |this |more |better |what)\\b`),
    /\b(?:if|when|as long as|once) (?:it's|it is|it was|everything's|everything is|the \w+(?: is|'s| was)|all) (?:all )?(?:green|clean|quiet|at (?:a hundred|100)|empty|zero)\b.{0,40}\b(?:fine|good|safe|secure|done|ok|okay|ready|ship|merged?)\b/,
    /\b(?:that's|which is) (?:what|why) (?:we|you|they) pay\b/,
    new RegExp(
      `\\bwhat (?:it|the ${product}) (?:doesn't|didn't|does not) (?:report|find|flag|show|see|list) (?:\\w+ ){0,3}(?:can't|isn't|doesn't|wasn't|must|not)\\b`,
    ),
    new RegExp(
      `\\b(?:get|buy|bought|install|installed|roll out|put in) (?:a |the |some )?(?:good|proper|best|right|decent|leading|enterprise) (?:${product}|stuff|tools?) and\\b`,
    ),
    /\b(?:no need (?:for|to) (?:manual|review|read|look|think|understand)|don't (?:have|need) to (?:read|understand|know|review|think about) (?:the )?(?:code|that|it|this|each|anything|security)(?: yourself)?(?: any ?more)?\b.{0,60})\b/,
    /\b(?:it's|it is|they're|with) (?:the )?(?:market leader|best (?:that )?there is|best in class|top right|well[- ]known brands?|really smart|ai[- ](?:based|powered)|magic)\b/,
    /\b(?:top right corner|machine learning in it|let it do its (?:work|job|thing)|security is off the table|attacks get recognized|handles (?:all )?that for (?:us|you)|takes care of (?:all of that|everything|security))\b/,
    new RegExp(
      `\\bwith (?:the |a |that |this )?(?:proper |right |good )?${product},? (?:you can|attacks|nothing|everything|security|we (?:are|were))\\b`,
    ),
    /\b(?:hasn't|didn't|never) (?:shown?|reported|found|flagged) (?:any|anything|a single)\b.{0,40}\bso (?:it's|it|we|that|everything)\b/,
  ],
};
