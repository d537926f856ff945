import type { Fact, SubjectKind } from '#core/content/threat-facts.ts';

type Flag = {
  readonly kind: SubjectKind;
  readonly flag: string;
  readonly fact: Fact;
  /** What a set flag says of the fact. */
  readonly set: 'yes' | 'no';
};

/** The check boxes of Threat Dragon that say something about a fact. */
export const threatDragonFlags: readonly Flag[] = [
  { kind: 'actor', flag: 'providesAuthentication', fact: 'anonymous', set: 'no' },
  { kind: 'process', flag: 'handlesCardPayment', fact: 'handles-money', set: 'yes' },
  { kind: 'process', flag: 'isWebApplication', fact: 'renders-for-browsers', set: 'yes' },
  { kind: 'store', flag: 'isALog', fact: 'holds-audit-log', set: 'yes' },
  { kind: 'store', flag: 'storesCredentials', fact: 'holds-credentials', set: 'yes' },
  { kind: 'store', flag: 'isEncrypted', fact: 'encrypted-at-rest', set: 'yes' },
  { kind: 'store', flag: 'isSigned', fact: 'integrity-checked', set: 'yes' },
  { kind: 'flow', flag: 'isEncrypted', fact: 'encrypted', set: 'yes' },
  { kind: 'flow', flag: 'isPublicNetwork', fact: 'public-network', set: 'yes' },
];
