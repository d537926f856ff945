import { createPublicKey } from 'node:crypto';
import { exploit, functional, notice } from '#checks';
import { identityServers } from './identity-servers.js';
import { backOfficeToken, hmacToken, madeUp, now, partnerToken, signedPart } from './tokens.js';

const withToken = (token) => ({ headers: { Authorization: `Bearer ${token}` } });
const look = (t, token, path = '/shipments') => t.app.get(path, withToken(token));
const announce = (t, token, json) => t.app.post('/shipments', { json, ...withToken(token) });
const secretOf = (t) => `${t.canary('backoffice')}${t.canary('backoffice-too')}`;

/** A shipment that the back office has announced for a partner; only its reference tells it. */
async function shipmentOf(t, partner) {
  const reference = t.random('ref');
  const made = await announce(t, backOfficeToken(secretOf(t)), { partner, reference, pallets: 4 });
  t.expect(made.status === 201, 'the back office to announce a shipment', made);
  return reference;
}

functional('partner-let-in', "A partner's token opens the partner's shipments and no others", async (t) => {
  const [own, other] = [await shipmentOf(t, 'harbor'), await shipmentOf(t, 'trial')];
  const seen = await look(t, partnerToken('harbor'));
  t.expect(seen.status === 200 && seen.text.includes(own), 'the shipments of the partner', seen);
  t.expect(!seen.text.includes(other), 'no shipment of another partner', seen);
  const trial = await look(t, partnerToken('trial'));
  t.expect(trial.text.includes(other) && !trial.text.includes(own), 'the shipments of the other partner', trial);
});

functional('partner-announces', 'A partner announces a shipment of its own', async (t) => {
  const token = partnerToken('trial', { iat: now() - 60 });
  const reference = t.random('ref');
  const made = await announce(t, token, { reference, pallets: 2, partner: 'harbor' });
  t.expect(made.status === 201, 'a shipment to be answered with 201', made);
  const seen = await look(t, token);
  t.expect(seen.json()?.[0]?.reference === reference, 'the shipment among those of the partner', seen);
});

functional('back-office-let-in', 'The back office works for all partners', async (t) => {
  const [one, two] = [await shipmentOf(t, 'harbor'), await shipmentOf(t, 'trial')];
  const token = backOfficeToken(secretOf(t), { scope: 'shipments:read', iat: now() - 5 });
  const seen = await look(t, token);
  t.expect(seen.text.includes(one) && seen.text.includes(two), 'the shipments of all partners', seen);
  const who = await look(t, token, '/whoami');
  t.expect(who.json()?.issuer === 'backoffice', 'the back office to be known', who);
});

functional('audience-list', 'A token that is meant for several services, us among them', async (t) => {
  const own = await shipmentOf(t, 'harbor');
  for (const aud of [['rates-api', 'freight-api'], ['freight-api']]) {
    const seen = await look(t, partnerToken('harbor', { aud }));
    t.expect(seen.text.includes(own), `a token for ${JSON.stringify(aud)} to be let in`, seen);
  }
});

functional('scope-counts', 'A token opens what its scope names', async (t) => {
  const reading = partnerToken('harbor', { scope: 'rates:read shipments:read' });
  const refused = await announce(t, reading, { reference: t.random('ref'), pallets: 1 });
  t.expect(refused.status === 403, 'announcing without the scope to be refused with 403', refused);
  const seen = await look(t, partnerToken('harbor', { scope: 'rates:read' }));
  t.expect(seen.status === 403, 'looking up without the scope to be refused with 403', seen);
});

functional('not-a-token', 'Changed, foreign and unreadable tokens are refused', async (t) => {
  const own = await shipmentOf(t, 'harbor');
  const [head, , tail] = partnerToken('harbor', { scope: '' }).split('.');
  const [, body] = partnerToken('harbor').split('.');
  for (const token of [`${head}.${body}.${tail}`, partnerToken('harbor', {}, { signer: 'trial' }), 'x.y.z', '', 'null']) {
    const seen = await look(t, token);
    t.expect(seen.status === 401 && !seen.text.includes(own), 'the token to be refused with 401', seen);
  }
  const without = await t.app.get('/shipments');
  t.expect(without.status === 401, 'a call without a token to be refused with 401', without);
});

/* Whose choice the algorithm is. */

/** Everything public that could pass for a shared secret: the key as published, without its last line end, as bytes. */
function publicSecrets(partner) {
  const { publicKey } = identityServers[partner];
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return [publicKey, publicKey.trim(), publicKey.replaceAll('\n', '\r\n'), der, der.toString('base64')];
}

async function tryTokens(t, tokens, reference) {
  for (const token of tokens) {
    const seen = await look(t, token);
    if (seen.text.includes(reference)) t.breach('a made-up token opens the shipments of a partner', seen);
  }
}

exploit(
  'public-key-as-secret',
  'A token signed with HS256 and the public key',
  { finding: 'algorithm-choice' },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    const made = madeUp('harbor', { alg: 'HS256' });
    await tryTokens(t, publicSecrets('harbor').map((secret) => hmacToken({ ...made, secret })), reference);
  },
);

exploit(
  'announced-by-nobody',
  'The same with the published key of another partner, to announce a shipment',
  { finding: 'algorithm-choice' },
  async (t) => {
    const reference = t.random('ref');
    const published = (await t.app.get('/keys')).json()?.['trial-2025'];
    const secrets = typeof published === 'string' ? [published] : publicSecrets('trial').slice(0, 1);
    for (const secret of secrets) {
      const token = hmacToken({ ...madeUp('trial', { alg: 'HS256' }), secret });
      const made = await announce(t, token, { reference, pallets: 99 });
      const seen = await look(t, partnerToken('trial'));
      if (seen.text.includes(reference)) t.breach('a shipment is announced in the name of a partner', made);
    }
  },
);

exploit(
  'other-digests',
  'Longer digests and other spellings of the algorithm',
  { finding: 'algorithm-choice', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    const [secret] = publicSecrets('harbor');
    const spellings = [['HS512', 'sha512'], ['HS384', 'sha384'], ['hs256', 'sha256'], ['Hs256', 'sha256'], ['hs512', 'sha512']];
    const tokens = spellings.map(([alg, hash]) => hmacToken({ ...madeUp('harbor', { alg }), secret, hash }));
    await tryTokens(t, tokens, reference);
  },
);

exploit(
  'no-signature',
  'No algorithm, no signature, somebody else\u2019s key, an empty secret',
  { finding: 'algorithm-choice', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'trial');
    const unsigned = ['none', 'None', 'NONE', '', 'RS256'].map((alg) => {
      const { header, claims } = madeUp('trial', { alg });
      return `${signedPart(header, claims)}.`;
    });
    const { publicKey } = identityServers.trial;
    const others = [
      partnerToken('trial', {}, { signer: 'harbor' }),
      hmacToken({ ...madeUp('trial', { alg: 'HS256' }), secret: '' }),
      hmacToken({ ...madeUp('trial', { alg: 'HS256', crit: [], jku: 'https://id.trial.example/keys' }), secret: publicKey }),
    ];
    await tryTokens(t, [...unsigned, ...others], reference);
  },
);

/* For whom a token is meant. */

async function letIn(t, token, reference, happened) {
  const seen = await look(t, token);
  if (seen.text.includes(reference)) t.breach(happened, seen);
}

exploit(
  'meant-for-others',
  'A token that a partner issued for another service',
  { finding: 'token-audience' },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    for (const aud of ['rates-api', ['rates-api', 'news']]) {
      await letIn(t, partnerToken('harbor', { aud }), reference, 'whoever runs another service reads shipments with tokens sent there');
    }
  },
);

exploit(
  'meant-for-nobody',
  'A token that names no service',
  { finding: 'token-audience', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    for (const aud of [undefined, null, '', []]) {
      await letIn(t, partnerToken('harbor', { aud }), reference, 'a token that is meant for nobody opens shipments');
    }
  },
);

exploit(
  'similar-service',
  'A token for a service whose name resembles ours',
  { finding: 'token-audience', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    for (const aud of ['freight-api-archive', 'https://freight-api.partner.example', ['old-freight-api'], 'freight', 'api']) {
      await letIn(t, partnerToken('harbor', { aud }), reference, 'a token for a service of a similar name opens shipments');
    }
  },
);

exploit(
  'back-office-elsewhere',
  'A token that the back office issued for another service',
  { finding: 'token-audience', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'trial');
    for (const aud of ['payroll', undefined]) {
      await letIn(t, backOfficeToken(secretOf(t), { aud }), reference, 'a token for another service opens all shipments');
    }
  },
);

/* How long a token lasts. */

exploit(
  'expired',
  'A token that ended an hour, a day, a year ago',
  { finding: 'token-lifetime' },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    for (const age of [3600, 86_400, 31_536_000]) {
      const times = { iat: now() - age - 300, exp: now() - age };
      await letIn(t, partnerToken('harbor', times), reference, 'a token found in an old log still opens shipments');
    }
  },
);

exploit(
  'expired-back-office',
  'A token of the back office that ended an hour ago',
  { finding: 'token-lifetime', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    const token = backOfficeToken(secretOf(t), { exp: now() - 3600 });
    await letIn(t, token, reference, "a former colleague's token still opens all shipments");
  },
);

exploit(
  'without-end',
  'A token that names no end, or none that makes sense',
  { finding: 'token-lifetime', hidden: true },
  async (t) => {
    const reference = await shipmentOf(t, 'harbor');
    for (const exp of [undefined, null, 0, '1600000000', 'never', '']) {
      await letIn(t, partnerToken('harbor', { exp }), reference, 'a token without an end opens shipments for good');
    }
    await letIn(t, backOfficeToken(secretOf(t), { exp: undefined }), reference, 'a token without an end opens shipments for good');
  },
);

exploit(
  'announced-after-the-end',
  'An old token announces a shipment',
  { finding: 'token-lifetime', hidden: true },
  async (t) => {
    const reference = t.random('ref');
    const made = await announce(t, partnerToken('trial', { exp: now() - 7200 }), { reference, pallets: 3 });
    const seen = await look(t, partnerToken('trial'));
    if (seen.text.includes(reference)) t.breach('an old token still announces shipments', made);
  },
);

/* What shows in the workbench that an attack worked. */

/** The parts of the token of a request that was let in. */
function acceptedToken({ request, response }) {
  const line = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  if (response.status >= 300 || request.path === '/keys') return undefined;
  try {
    const [header, claims] = line.split(' ')[1].split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url')));
    return { header, claims };
  } catch {
    return undefined;
  }
}

notice('algorithm-choice', (_t, exchange) => {
  const { header } = acceptedToken(exchange) ?? {};
  return header && header.kid !== 'backoffice' && !/^rs/i.test(header.alg)
    ? `a token in the name of ${header.kid} was let in, and no identity server has signed it`
    : undefined;
});

notice('token-audience', (_t, exchange) => {
  const { claims } = acceptedToken(exchange) ?? {};
  return claims && ![claims.aud].flat().includes('freight-api')
    ? `a token for ${JSON.stringify(claims.aud)} was let in`
    : undefined;
});

notice('token-lifetime', (_t, exchange) => {
  const { claims } = acceptedToken(exchange) ?? {};
  return claims && !(Number(claims.exp) > now()) ? 'a token whose time is over was let in' : undefined;
});
