export const takeIn = (t, json) => t.app.post('/intake', { json });

/** The files of a stored version, or undefined when it is not in the mirror. */
export async function stored(t, name, version) {
  const answer = await t.app.get('/stored/files', { query: { name, version } });
  const files = answer.json();
  return answer.status === 200 && files && typeof files === 'object' ? { answer, files } : { answer, files: undefined };
}

export const holds = ({ files }, text) => Object.values(files ?? {}).some((content) => String(content).includes(text));

export async function expectStored(t, request, { version, text, from }) {
  const answer = await takeIn(t, request);
  t.expect(answer.status >= 200 && answer.status < 300, `${request.name} to be stored`, answer);
  t.expect(answer.json()?.version === version, `version ${version} of ${request.name}`, answer);
  if (from) t.expect(answer.json()?.from === from, `${request.name} to come from the ${from} registry`, answer);
  const seen = await stored(t, request.name, version);
  t.expect(holds(seen, text), `the files of ${request.name} ${version} in the mirror`, seen.answer);
  return { answer, ...seen };
}

/** Neutral name parts, so that no rule about names tells packages of different origin apart. */
export const someName = (t) => t.random('kit');

/** A major version that no other check uses. */
let major = 10;
export const nextVersion = () => {
  major += 1;
  return `${major}.0.0`;
};
