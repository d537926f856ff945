import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import { claimReading } from '#core/grading/claim-likeness.ts';
import { labelReading } from '#core/grading/label-likeness.ts';
import type { Wording } from '#core/threat-model/grading/prepare.ts';

/** Reads the words of threat models by the lexicon of the answer grader, without the judge. */
export function buildWording({ lexicon, threatRules }: Content): Wording {
  const background = threatRules.map(({ title, explanation }) => `${title}. ${explanation}`);
  return { labels: labelReading(lexicon), claims: claimReading(lexicon, background) };
}

type Content = { readonly lexicon: readonly LexiconEntry[]; readonly threatRules: readonly ThreatRule[] };
