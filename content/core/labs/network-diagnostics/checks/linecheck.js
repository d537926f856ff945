// The calls of the console, as the checks use them.

export const secretFile = '/srv/data/relay-credentials';

export const lookup = (t, query) => t.app.get('/api/lookup', { query });

export const addHost = (t, entry) => t.app.post('/api/watchlist', { json: entry });

/** Looks up the host that `added` is the answer for; a host that was refused gives an answer without addresses. */
export const lookupKnown = (t, added) => t.app.post(`/api/watchlist/${added.json()?.id ?? 'none'}/lookup`);

export const probe = (t, request) => t.app.post('/api/probes', { json: request });

export const transcript = (t, probed) => t.app.get(`/api/probes/${probed.json()?.id ?? 'none'}`);

export const leaks = (t, answer) => answer.text.includes(t.canary('relay-secret'));

const known = new Set(['relay-credentials']);

/** Files that the console does not make by itself; each is told once. */
export function strayFiles(t) {
  const stray = t.files.list().filter((file) => !file.startsWith('transcripts/') && !known.has(file));
  for (const file of stray) known.add(file);
  return stray;
}
