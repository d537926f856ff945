import { stemmer } from 'stemmer';

const irregular: ReadonlyMap<string, string> = new Map(
  `used:use uses:use using:use stole:steal stolen:steal theft:steal broke:break broken:break sent:send wrote:write written:write ran:run made:make
   kept:keep held:hold found:find built:build told:tell took:take taken:take gave:give given:give chose:choose
   chosen:choose choice:choose knew:know known:know got:get gotten:get went:go gone:go thought:think brought:bring
   caught:catch lost:lose meant:mean paid:pay said:say saw:see seen:see sold:sell spoke:speak spoken:speak stood:stand
   taught:teach understood:understand woke:wake came:come began:begin begun:begin hid:hide hidden:hide forgot:forget
   forgotten:forget drew:draw drawn:draw grew:grow grown:grow threw:throw thrown:throw shown:show proven:prove
   proof:prove rose:rise risen:rise fell:fall fallen:fall felt:feel met:meet led:lead won:win fought:fight froze:freeze
   frozen:freeze people:person children:child lives:live bought:buy shut:shut sought:seek dealt:deal slept:sleep
   swept:sweep withdrew:withdraw overwrote:overwrite overwritten:overwrite analyses:analysis analyse:analyze
   analysed:analyze analysing:analyze cheque:check cheques:check centre:center centres:center centralised:central
   centralized:central centralise:central centralize:central grey:gray programme:program programmes:program
   artefact:artifact artefacts:artifact defence:defense defences:defense offence:offense offences:offense
   licence:license licences:license practise:practice practised:practice practising:practice catalogue:catalog
   dialogue:dialog judgement:judgment enrol:enroll fulfil:fulfill fulfils:fulfill sceptical:skeptical
   cancelled:cancel cancelling:cancel labelled:label labelling:label modelled:model modelling:model
   signalled:signal signalling:signal tunnelled:tunnel tunnelling:tunnel levelled:level travelled:travel
   channelled:channel totalled:total metre:meter tyre:tire kerb:curb plough:plow whilst:while amongst:among
   learnt:learn burnt:burn spelt:spell authorization:authoriz authorizations:authoriz authorizing:authoriz authorize:authoriz authorized:authoriz authorizes:authoriz authorisation:authoriz authorise:authoriz authorised:authoriz unauthorized:unauthoriz
   decryption:decrypt encryption:encrypt developers:developer attackers:attacker minimise:minimal minimize:minimal
   denial:deny denied:deny denies:deny removal:remove approval:approve approvals:approve severity:severe
   critical:critical criticality:critical responsible:responsible responsibility:responsible certificates:certificate
   cert:certificate certs:certificate config:configuration configs:configuration configure:configuration
   configured:configuration repo:repository repos:repository auth:authenticate info:information vuln:vulnerable
   vulns:vulnerable vulnerability:vulnerable vulnerabilities:vulnerable admin:administrator admins:administrator
   prod:production dev:developer devs:developer creds:credential cred:credential params:parameter param:parameter
   db:database dbs:database app:application apps:application pics:picture pic:picture ids:id docs:document
   doc:document libs:library lib:library env:environment pw:password passwd:password`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** Families that the algorithm throws together with unrelated words: "container" with "contain" and so on. */
const exact: ReadonlyMap<string, string> = new Map(
  `container:container containers:container policy:policy policies:policy general:general generally:general generic:generic
   several:several internal:internal internally:internal community:community communities:community
   authority:authority authorities:authority author:author authors:author experience:experience experienced:experience
   experiences:experience organization:organization organizations:organization organisation:organization`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

const stems = new Map<string, string>();
const cacheLimit = 50_000;

/**
 * Returns the stem of a lower-case word: Porter's algorithm after British spellings, irregular forms and
 * everyday short forms are evened out. The same word always gives the same stem.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = computeStem(word);
  if (stems.size >= cacheLimit) stems.clear();
  stems.set(word, stem);
  return stem;
}

function computeStem(word: string): string {
  if (/\d/.test(word) || word.length <= 3) return irregular.get(word) ?? word;
  const family = exact.get(word);
  if (family !== undefined) return family;
  const american = irregular.get(word) ?? americanSpelling(word);
  const stem = stemmer(irregular.get(american) ?? american);
  if (stem.length < 3) return american.slice(0, 3);
  return stem.length > 4 && stem.endsWith('i') ? stem.slice(0, -1) : stem;
}

/** Applied to rubric and answer alike, so a word that is wrongly changed is changed on both sides. */
function americanSpelling(word: string): string {
  return word
    .replace(/([a-z]{3})is(e|es|ed|er|ers|ing|ation|ations|able)$/, '$1iz$2')
    .replace(/([a-z]{3}[^aeiou])our(s|ed|ing|al|able|ally)?$/, '$1or$2')
    .replace(/([a-z]{3}i)our(s|ed|ing|al|able|ally)?$/, '$1or$2')
    .replace(/yse(d|s|r)?$/, 'yze$1');
}
