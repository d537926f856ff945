import type { Band, Category, Format } from './vocabulary.ts';

/**
 * What an answer in each band sounds like, format by format. A band is read off these sentences, so they say
 * what the candidate does, not how good it feels.
 */
const formatAnchors: Readonly<Record<Format, Readonly<Record<Band, string>>>> = {
  explain: {
    'strong-no':
      'Names the topic but not how it works, or states something false with confidence; an interviewer could not build on any of it.',
    no: 'Knows the usual terms and one or two defenses, but cannot say why the attack works or where the defense stops working.',
    yes: 'Explains the mechanism correctly, gives the defense that matters first, and says how it would be checked.',
    'strong-yes':
      'Explains the mechanism from the principle up, orders the defenses by what they buy, and names limits and trade-offs without being asked.',
  },
  'review-code': {
    'strong-no': 'Misses the flaw that can be exploited, or reports style and safe lines as vulnerabilities.',
    no: 'Points near the right line but cannot say what an attacker would send, or mends it in a way that can be bypassed.',
    yes: 'Finds the exploitable flaw, says what input reaches it and what it costs, and changes the code so that the whole class is gone.',
    'strong-yes':
      'Finds the main flaw and those beside it, shows input, impact and severity for each, fixes the cause, and adds the test that keeps it fixed.',
  },
  'threat-model': {
    'strong-no': 'Recites a list of attacks that would fit any system; nothing is tied to this design.',
    no: 'Finds some real threats but asks nothing about scope, skips trust boundaries, or treats all threats as equal.',
    yes: 'Settles scope and assets, walks the trust boundaries, ranks the threats by likelihood and impact, and gives each of the top ones a mitigation.',
    'strong-yes':
      'Asks for the facts that change the answer, covers people as well as software, ranks and mitigates, and states what risk remains and who accepts it.',
  },
  story: {
    'strong-no':
      'Stays general or hypothetical, or blames others; it is unclear that it happened or what the candidate did.',
    no: 'Tells a real case, but the own part, the reasons or the result stay vague.',
    yes: 'Tells one concrete case: what was at stake, what the candidate personally did and why, and what came of it.',
    'strong-yes':
      'Tells one concrete case with own decisions, measured results and effects on other people, and says what they would do differently now.',
  },
};

/** Behavioral questions that ask how somebody works, not for one story. */
const wayOfWorking: Readonly<Record<Band, string>> = {
  'strong-no': 'Stays with good intentions, or names habits that would make the problem worse.',
  no: 'Names some sensible steps, but not who is involved, in which order, or how they know that it works.',
  yes: 'Says what they do and why, in a sensible order, with the people it takes and an example of their own.',
  'strong-yes':
    'Says what they do, why and with whom, ranks it, shows with their own experience that it works, and names what they would not do.',
};

/** What a band means for a question of this category and format, as one sentence about what the candidate does. */
export function bandAnchor(
  question: { readonly category: Category; readonly format: Format },
  band: Band,
): string {
  if (question.category === 'behavioral' && question.format === 'explain') return wayOfWorking[band];
  return formatAnchors[question.format][band];
}
