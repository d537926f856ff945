import { connect } from 'node:net';

const patienceMilliseconds = 3000;

/**
 * Starts an upload, sends the first `sent` bytes of it and then waits, without ever ending it. Resolves as soon as
 * the app answers, hangs up, or has written more than `tooMany` bytes of it into a temporary or data file;
 * returns the most bytes that were found in one.
 */
export function startUpload(t, path, { declared, sent, tooMany }) {
  const before = new Set([...t.files.tmp.list(), ...t.files.list()]);
  const head = [
    '--slow',
    'Content-Disposition: form-data; name="file"; filename="survey.pdf"',
    'Content-Type: application/pdf',
    '',
    '%PDF-1.4\n',
  ].join('\r\n');
  const request = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(t.app.url).host}`,
    'Content-Type: multipart/form-data; boundary=slow',
    `Content-Length: ${declared}`,
    '',
    head,
  ].join('\r\n');
  const { port } = new URL(t.app.url);
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request + 'x'.repeat(sent)));
    let most = 0;
    const finish = () => {
      clearInterval(looking);
      socket.destroy();
      resolve(most);
    };
    const looking = setInterval(() => {
      most = Math.max(most, written(t, before));
      if (most > tooMany || performance.now() - began > patienceMilliseconds) finish();
    }, 20);
    socket.once('data', finish);
    socket.once('close', finish);
    socket.on('error', () => undefined);
  });
}

function written(t, before) {
  const sizes = [t.files.tmp, t.files].flatMap((files) =>
    files
      .list()
      .filter((path) => !before.has(path))
      .map((path) => files.read(path)?.length ?? 0),
  );
  return Math.max(0, ...sizes);
}
