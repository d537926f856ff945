import {
  actorFacts,
  type ElementKind,
  flowFacts,
  processFacts,
  storeFacts,
} from './threat-model-vocabulary.ts';

/** What a rule can be about. */
export const subjectKinds = ['actor', 'process', 'store', 'flow'] as const satisfies readonly (
  | ElementKind
  | 'flow'
)[];
export type SubjectKind = (typeof subjectKinds)[number];

const factsByKind = {
  actor: actorFacts,
  process: processFacts,
  store: storeFacts,
  flow: flowFacts,
} as const satisfies Record<SubjectKind, readonly string[]>;

export type Fact = (typeof factsByKind)[SubjectKind][number];

export const allFacts: readonly Fact[] = [...new Set(Object.values(factsByKind).flat())];

const factSets: Readonly<Record<SubjectKind, ReadonlySet<Fact>>> = {
  actor: new Set(actorFacts),
  process: new Set(processFacts),
  store: new Set(storeFacts),
  flow: new Set(flowFacts),
};

/** Whether a fact can be known of such a thing at all. */
export const appliesTo = (fact: Fact, kind: SubjectKind): boolean => factSets[kind].has(fact);

type Words = {
  /** Completes a sentence that begins with the name of the thing. */
  readonly yes: string;
  readonly no: string;
  /** The question where nobody has said yet; `{name}` stands for the name. */
  readonly ask: string;
};

export const factWords: Readonly<Record<Fact, Words>> = {
  human: { yes: 'is a person', no: 'is not a person', ask: 'Is {name} a person, or a system?' },
  anonymous: {
    yes: 'is anonymous',
    no: 'is known by name',
    ask: 'Can anybody be {name}, without an account?',
  },
  privileged: {
    yes: 'has special rights',
    no: 'has no special rights',
    ask: 'Can {name} do more than an ordinary user, such as administer or approve?',
  },
  'third-party': {
    yes: 'belongs to a third party',
    no: 'is our own',
    ask: 'Does somebody else operate {name}?',
  },
  'authenticated-strongly': {
    yes: 'proves who it is in a way that phishing does not defeat',
    no: 'does not prove strongly who it is',
    ask: 'How does {name} prove who it is: a passkey or a client certificate, or something that can be phished or copied?',
  },
  'internet-facing': {
    yes: 'can be reached from the Internet',
    no: 'cannot be reached from the Internet',
    ask: 'Can {name} be reached from the Internet?',
  },
  'parses-untrusted-input': {
    yes: 'parses input that it cannot trust',
    no: 'parses no untrusted input',
    ask: 'Does {name} parse formats that an outsider fills: files, images, archives, XML, serialized objects?',
  },
  'runs-untrusted-code': {
    yes: 'runs code that others wrote',
    no: 'runs no code of others',
    ask: 'Does {name} run code, plug-ins, templates or build scripts that others can write?',
  },
  'fetches-addresses-of-callers': {
    yes: 'fetches addresses that callers name',
    no: 'fetches no addresses of callers',
    ask: 'Does {name} open a URL or host that comes from a caller?',
  },
  'renders-for-browsers': {
    yes: 'renders pages for browsers',
    no: 'renders nothing for browsers',
    ask: 'Does a browser interpret what {name} puts out?',
  },
  'authenticates-callers': {
    yes: 'authenticates its callers',
    no: 'does not authenticate its callers',
    ask: 'Does {name} itself establish who is calling?',
  },
  'authorizes-each-object': {
    yes: 'checks rights for each object',
    no: 'does not check rights for each object',
    ask: 'Does {name} check for every single record whether this caller may have it?',
  },
  'runs-with-high-privilege': {
    yes: 'runs with high privilege',
    no: 'runs with little privilege',
    ask: 'With which rights does {name} run: root, a broad cloud role, the owner of the database?',
  },
  isolated: {
    yes: 'is isolated',
    no: 'is not isolated',
    ask: 'Is {name} sandboxed, with no way to other systems and no network that it does not need?',
  },
  'multi-tenant': {
    yes: 'serves several tenants',
    no: 'serves one tenant',
    ask: 'Do several customers share {name}?',
  },
  'limits-requests': {
    yes: 'limits what a caller may ask of it',
    no: 'does not limit what a caller may ask of it',
    ask: 'Does {name} limit rate, size and cost for each caller?',
  },
  'writes-audit-log': {
    yes: 'writes an audit log',
    no: 'writes no audit log',
    ask: 'Does {name} record who did what, when and with which result?',
  },
  'uses-language-model': {
    yes: 'uses a language model',
    no: 'uses no language model',
    ask: 'Does a language model decide anything in {name}?',
  },
  'stores-secrets-in-code': {
    yes: 'has secrets in its code or image',
    no: 'has no secrets in its code or image',
    ask: 'Where do the keys and passwords of {name} come from: its code, its image, or a vault at run time?',
  },
  'updates-signed': {
    yes: 'accepts only signed updates',
    no: 'accepts updates without a signature',
    ask: 'Does {name} verify a signature before it installs or deploys new code?',
  },
  redundant: {
    yes: 'has a stand-in',
    no: 'has no stand-in',
    ask: 'What takes over when {name} is down?',
  },
  'handles-money': {
    yes: 'moves money or goods',
    no: 'moves neither money nor goods',
    ask: 'Does {name} move money, credit or goods?',
  },
  'holds-credentials': {
    yes: 'holds credentials',
    no: 'holds no credentials',
    ask: 'Are passwords, session or API keys of users kept in {name}?',
  },
  'holds-personal-data': {
    yes: 'holds personal data',
    no: 'holds no personal data',
    ask: 'Is there personal data in {name}?',
  },
  'holds-payment-data': {
    yes: 'holds payment data',
    no: 'holds no payment data',
    ask: 'Are card or account numbers kept in {name}?',
  },
  'holds-secrets': {
    yes: 'holds secrets of systems',
    no: 'holds no secrets of systems',
    ask: 'Are keys or tokens with which systems sign in to each other kept in {name}?',
  },
  'holds-untrusted-files': {
    yes: 'holds files of outsiders',
    no: 'holds no files of outsiders',
    ask: 'Are files kept in {name} that outsiders supplied?',
  },
  'holds-audit-log': {
    yes: 'holds the audit log',
    no: 'holds no audit log',
    ask: 'Does {name} hold a record that has to stand up as evidence?',
  },
  public: {
    yes: 'can be read by everybody',
    no: 'cannot be read by everybody',
    ask: 'Can {name} be read without signing in?',
  },
  'encrypted-at-rest': {
    yes: 'is encrypted at rest',
    no: 'is not encrypted at rest',
    ask: 'Is {name} encrypted at rest, with keys that are kept somewhere else?',
  },
  'access-controlled': {
    yes: 'grants access to those that need it only',
    no: 'does not restrict who has access',
    ask: 'Who can read and write {name}, and does each have an identity of its own?',
  },
  'tenants-separated': {
    yes: 'keeps tenants apart',
    no: 'does not keep tenants apart',
    ask: 'Does {name} itself keep the data of tenants apart, whatever the query says?',
  },
  'append-only': {
    yes: 'can only be appended to',
    no: 'can be rewritten',
    ask: 'Can anybody change or delete what is already written in {name}?',
  },
  'backed-up': {
    yes: 'is backed up',
    no: 'is not backed up',
    ask: 'Is there a backup of {name} that an intruder could not delete, and was restoring it tried?',
  },
  'integrity-checked': {
    yes: 'would show a change by a stranger',
    no: 'would not show a change by a stranger',
    ask: 'Would anybody notice if a record in {name} were changed behind the application’s back?',
  },
  'size-limited': {
    yes: 'is limited in size',
    no: 'is not limited in size',
    ask: 'What stops {name} from growing until it is full?',
  },
  'public-network': {
    yes: 'goes over a public network',
    no: 'stays off public networks',
    ask: 'Does {name} go over the Internet or another network that strangers share?',
  },
  encrypted: {
    yes: 'is encrypted',
    no: 'is not encrypted',
    ask: 'Is {name} encrypted in transit, all the way?',
  },
  'sender-authenticated': {
    yes: 'comes from an authenticated sender',
    no: 'comes from a sender that is not authenticated',
    ask: 'How does the receiver of {name} know who sent it?',
  },
  'receiver-authenticated': {
    yes: 'goes to an authenticated receiver',
    no: 'goes to a receiver that is not authenticated',
    ask: 'Does the sender of {name} verify whom it is talking to, by a certificate for that name?',
  },
  'carries-credentials': {
    yes: 'carries credentials',
    no: 'carries no credentials',
    ask: 'Does {name} carry passwords, tokens or session cookies?',
  },
  'carries-personal-data': {
    yes: 'carries personal data',
    no: 'carries no personal data',
    ask: 'Does {name} carry personal data?',
  },
  'carries-payment-data': {
    yes: 'carries payment data',
    no: 'carries no payment data',
    ask: 'Does {name} carry card numbers, amounts or payment orders?',
  },
  'carries-untrusted-input': {
    yes: 'carries input that cannot be trusted',
    no: 'carries no untrusted input',
    ask: 'Can an outsider choose anything of what {name} carries?',
  },
  'carries-code-or-updates': {
    yes: 'carries code or updates',
    no: 'carries neither code nor updates',
    ask: 'Does {name} carry something that is going to be run: code, images, packages, firmware?',
  },
  'integrity-protected': {
    yes: 'is protected against changes on the way',
    no: 'is not protected against changes on the way',
    ask: 'Is {name} signed, or protected by a message authentication code that the receiver checks?',
  },
  'protected-against-replay': {
    yes: 'cannot be replayed',
    no: 'can be replayed',
    ask: 'What happens when somebody sends the same {name} again?',
  },
  'validated-on-arrival': {
    yes: 'is validated on arrival',
    no: 'is not validated on arrival',
    ask: 'Does the receiver of {name} check form, length, range and meaning before using it?',
  },
  'rate-limited': {
    yes: 'is limited in rate',
    no: 'is not limited in rate',
    ask: 'Is there a limit on how often one sender may send {name}?',
  },
  logged: {
    yes: 'is logged',
    no: 'is not logged',
    ask: 'Is {name} recorded with the identity of its sender?',
  },
};
