import { stemOf } from './text/word-forms.ts';

/** Words that people who draw systems use for much the same thing, one family a line. */
const families = `
user customer client visitor person people human consumer buyer shopper guest subscriber member enduser patient citizen
seller merchant vendor uploader supplier
employee staff worker colleague clerk agent operator support helpdesk
administrator admin root superuser operator maintainer
developer engineer committer programmer contributor author
partner supplier thirdparty external outside foreign remote
browser webapp frontend spa ui website web page portal storefront
mobile phone smartphone handset ios android
api endpoint interface rest graphql grpc backend service server microservice application app
gateway proxy ingress edge loadbalancer balancer waf apigateway reverseproxy firewall
database db postgres postgresql mysql mariadb sql mongodb mongo dynamodb rds oracle sqlite table record
bucket s3 blob storage store object file filesystem share drive volume disk archive repository
cache redis memcached cdn
queue broker kafka rabbitmq sqs bus topic stream event message pubsub
worker job consumer processor runner executor daemon cron batch lambda function task builder agent machine
resize thumbnail convert transcode scale process render decode
log audit siem splunk elk logging journal trace monitor monitoring telemetry
identity idp auth authentication authorization login signin sso oauth oidc iam keycloak okta
secret vault key kms hsm credential token certificate password
payment pay billing psp stripe adyen card acquirer checkout charge
order booking basket cart purchase reservation
notification webhook callback notify event hook
image picture photo media asset thumbnail
original raw upload uploaded
publish public finished published final
document doc file attachment upload
model llm gpt assistant chatbot bot ai
vector embedding index search elasticsearch opensearch retrieval
source code git github gitlab scm vcs
build ci pipeline jenkins actions compile
deploy deployment cd release rollout delivery argo
registry artifact container image docker
cluster kubernetes k8s node pod production runtime environment
device sensor thing iot firmware gadget controller
email mail smtp message letter sms
internal private inside corporate trusted office company our own intranet
cloud aws azure gcp vpc network account platform subnet
internet public external outside untrusted dmz wan
delivery edge cdn content distribution
provider vendor third party processor saas supplier
console dashboard backoffice panel cockpit admin
report export download extract dump
read get fetch load query select lookup pull retrieve view
write put save store insert update persist push keep
request call ask submit post send
response reply answer result return
`;

const familiesOfStem = new Map<string, Set<number>>();
for (const [family, line] of families.trim().split('\n').entries())
  for (const word of line.trim().split(/\s+/)) {
    const stem = stemOf(word);
    const known = familiesOfStem.get(stem);
    if (known) known.add(family);
    else familiesOfStem.set(stem, new Set([family]));
  }

/** The families of words that a stem belongs to, by number. */
export const familiesOf = (stem: string): ReadonlySet<number> => familiesOfStem.get(stem) ?? none;

const none: ReadonlySet<number> = new Set();

/** Words that say only that something is there, or of what sort it is. */
const bare = new Set(
  `service process component element system server module node box entity actor store unit thing object item part
   block step layer zone boundary area external data flow database new app application network tier`
    .trim()
    .split(/\s+/)
    .map(stemOf),
);

/** Words that stand in many names and tell little apart. */
const common = new Set(
  'api backend web internal own our main public core cloud platform request response message information http https call'
    .split(' ')
    .map(stemOf),
);

const bareWeight = 0.12;
const commonWeight = 0.5;

/** How much a stem tells of what a thing is, 0..1. */
export function tellingOf(stem: string): number {
  if (/^\d/.test(stem) || stem.length === 1) return 0;
  if (bare.has(stem)) return bareWeight;
  return common.has(stem) ? commonWeight : 1;
}
