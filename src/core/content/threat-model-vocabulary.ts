/** The closed word lists of threat models. */

export const strideCategories = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;
export type StrideCategory = (typeof strideCategories)[number];

/** What stands in a data-flow diagram beside flows and trust boundaries. */
export const elementKinds = ['actor', 'process', 'store'] as const;
export type ElementKind = (typeof elementKinds)[number];

/** Facts are three-valued: nobody has said yet is not the same as no. */
export const answers = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof answers)[number];

/** Facts about an actor: somebody or something outside that starts or receives flows. */
export const actorFacts = [
  'human',
  'anonymous',
  'privileged',
  'third-party',
  'authenticated-strongly',
] as const;

/** Facts about a process: code that we run or that is run for us. */
export const processFacts = [
  'internet-facing',
  'parses-untrusted-input',
  'runs-untrusted-code',
  'fetches-addresses-of-callers',
  'renders-for-browsers',
  'authenticates-callers',
  'authorizes-each-object',
  'runs-with-high-privilege',
  'isolated',
  'multi-tenant',
  'limits-requests',
  'writes-audit-log',
  'third-party',
  'uses-language-model',
  'stores-secrets-in-code',
  'updates-signed',
  'redundant',
  'handles-money',
] as const;

/** Facts about a store: what is kept, and how. */
export const storeFacts = [
  'holds-credentials',
  'holds-personal-data',
  'holds-payment-data',
  'holds-secrets',
  'holds-untrusted-files',
  'holds-audit-log',
  'public',
  'encrypted-at-rest',
  'access-controlled',
  'tenants-separated',
  'append-only',
  'backed-up',
  'integrity-checked',
  'size-limited',
] as const;

/** Facts about a flow: what travels, and how. */
export const flowFacts = [
  'public-network',
  'encrypted',
  'sender-authenticated',
  'receiver-authenticated',
  'carries-credentials',
  'carries-personal-data',
  'carries-payment-data',
  'carries-untrusted-input',
  'carries-code-or-updates',
  'integrity-protected',
  'protected-against-replay',
  'validated-on-arrival',
  'rate-limited',
  'logged',
] as const;

export const mitigationKinds = ['prevents', 'detects', 'responds'] as const;
export const mitigationStatuses = ['proposed', 'planned', 'in-place'] as const;
export const threatStatuses = ['open', 'mitigated', 'accepted', 'transferred'] as const;
