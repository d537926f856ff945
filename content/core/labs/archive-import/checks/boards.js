/** An account with a key of its own, and the calls it makes. */
export async function account(t) {
  const answer = await t.app.post('/accounts', { json: { name: t.random('Account') } });
  const key = answer.json()?.key;
  t.expect(typeof key === 'string', 'a new account to get a key', answer);
  const headers = { 'X-Api-Key': key };
  const upload = (path, content) =>
    t.app.post(path, { headers, multipart: [{ name: 'file', filename: 'board.tar.gz', type: 'application/gzip', content }] });
  return {
    get: (path) => t.app.get(path, { headers }),
    post: (path, json) => t.app.post(path, { json, headers }),
    attach: (id, name, body) => t.app.put(`/boards/${id}/attachments/${encodeURIComponent(name)}`, { body, headers }),
    export: (id) => t.app.get(`/boards/${id}/export`, { headers }),
    import: (data) => upload('/import', data),
    preview: (data) => upload('/import/preview', data),
  };
}

export async function addBoard(t, owner, title = t.random('Board')) {
  const made = await owner.post('/boards', { title });
  t.expect(made.status === 201, 'a board to be answered with 201', made);
  return { id: made.json()?.id, title };
}

let known;

/** An account with a board, one card and one attachment, and the export of that board. */
export async function attacker(t) {
  known ??= (async () => {
    const owner = await account(t);
    const board = await addBoard(t, owner);
    await owner.post(`/boards/${board.id}/cards`, { title: t.random('card') });
    await owner.attach(board.id, 'plan.txt', 'plan');
    const exported = await owner.export(board.id);
    return { owner, board, exported };
  })();
  const seen = await known;
  t.expect(seen.exported.status === 200, 'a board to be exported', seen.exported);
  return seen;
}
