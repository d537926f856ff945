/** The calls of one person. */
function personWith(t, token) {
  const headers = { Authorization: `Bearer ${token}` };
  return {
    get: (path) => t.app.get(path, { headers }),
    post: (path, json = {}) => t.app.post(path, { json, headers }),
    delete: (path) => t.app.delete(path, { headers }),
  };
}

/** A new organization with an accountant and two members. */
export async function organization(t) {
  const made = await t.app.post('/organizations', { json: { name: t.random('Org'), email: 'a@org.example' } });
  t.expect(made.status === 201, 'a new organization to be answered with 201', made);
  const accountant = personWith(t, made.json()?.token);
  const [member, colleague] = await t.together([0, 1].map(() => () => addMember(t, accountant)));
  return { accountant, member, colleague };
}

async function addMember(t, accountant) {
  const added = await accountant.post('/members', { email: 'm@org.example', role: 'member' });
  t.expect(added.status === 201, 'a new member to be answered with 201', added);
  return personWith(t, added.json()?.token);
}

let sides;

/** Two organizations that know nothing of each other; made once for all checks. */
export async function ourAndTheirs(t) {
  sides ??= t.together([() => organization(t), () => organization(t)]);
  const [ours, theirs] = await sides;
  return { ours, theirs };
}

/** Enters an invoice whose memo and amount nobody else can know. */
export async function enter(t, person, fields = {}) {
  const memo = t.random('memo');
  const amount = 10_000_000 + Number.parseInt(t.random().slice(-6), 16);
  const invoice = { customer: t.random('Customer'), amount, memo, ...fields };
  const made = await person.post('/invoices', invoice);
  t.expect(made.status === 201, 'an invoice to be answered with 201', made);
  return { ...invoice, id: made.json()?.id };
}

/** Exports some invoices; the answer of the export and that of the file. */
export async function exportFile(person, request) {
  const made = await person.post('/exports', request);
  const id = made.json()?.id;
  const file = id === undefined ? undefined : await person.get(`/exports/${id}.csv`);
  return { made, id, file };
}

/** Follows a link the way somebody without an account does. */
export const follow = (t, answer) => {
  const link = answer.json()?.link;
  return typeof link === 'string' ? t.app.get(link) : undefined;
};
