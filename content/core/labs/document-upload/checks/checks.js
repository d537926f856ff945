import { exploit, functional, notice } from '#checks';
import { jpeg, mostBytes, pdf, png } from './documents.js';
import { add, added, fetch, isInline, listed, openClaim, runsInPortal } from './portal.js';
import { startUpload } from './slow-upload.js';

const same = (answer, content) => Buffer.compare(Buffer.from(answer.bytes), content) === 0;

functional('pdf-comes-back', 'A PDF is listed and shown in the frame, byte for byte', async (t) => {
  const claim = await openClaim(t);
  const content = pdf(t.random());
  const document = await added(t, claim, { name: 'estimate.pdf', type: 'application/pdf', content });
  const [entry] = await listed(t, claim);
  t.expect(
    entry?.name === 'estimate.pdf' && entry.type === 'application/pdf' && entry.size === content.length,
    'the claim to list the document with its name, type and size',
    entry,
  );
  const seen = await fetch(t, claim, document.id);
  t.expect(seen.status === 200 && same(seen, content), 'the bytes that were added', seen);
  t.expect(seen.headers['content-type']?.startsWith('application/pdf'), 'the type application/pdf', seen);
  t.expect(isInline(seen), 'a document that the browser shows in the frame and does not save', seen);
});

functional('photos-come-back', 'Photos are shown in the frame with their own type', async (t) => {
  const claim = await openClaim(t);
  const photos = [
    { name: 'roof.png', type: 'image/png', content: png(t.random()) },
    { name: 'IMG_0042.JPG', type: 'image/jpeg', content: jpeg(t.random()) },
  ];
  for (const photo of photos) {
    const { id } = await added(t, claim, photo);
    const seen = await fetch(t, claim, id);
    t.expect(seen.status === 200 && same(seen, photo.content), `the bytes of ${photo.name}`, seen);
    t.expect(seen.headers['content-type']?.startsWith(photo.type), `the type ${photo.type}`, seen);
    t.expect(isInline(seen), 'a photo that the browser shows in the frame and does not save', seen);
  }
});

functional('names-are-kept', 'Names with accents, apostrophes, percent signs and dots in a row are kept', async (t) => {
  const claim = await openClaim(t);
  for (const name of ['Gutachten Müller..final (2).pdf', "O'Brien, 50% deposit.pdf"]) {
    const content = pdf(t.random());
    const { id } = await added(t, claim, { name, type: 'application/pdf', content });
    const entry = (await listed(t, claim)).find((one) => one.id === id);
    t.expect(entry?.name === name, `the claim to list "${name}"`, entry);
    const seen = await fetch(t, claim, id);
    t.expect(seen.status === 200 && same(seen, content), `the bytes of "${name}"`, seen);
  }
});

functional('same-name-twice', 'Two documents with one name stay two documents', async (t) => {
  const claim = await openClaim(t);
  const contents = [pdf(t.random()), pdf(t.random())];
  for (const content of contents) {
    await added(t, claim, { name: 'invoice.pdf', type: 'application/pdf', content });
  }
  const entries = await listed(t, claim);
  t.expect(entries.length === 2, 'two documents in the claim', entries);
  for (const [at, content] of contents.entries()) {
    const seen = await fetch(t, claim, entries[at].id);
    t.expect(same(seen, content), `the bytes of document ${at + 1}`, seen);
  }
});

functional('two-megabytes', 'A document of exactly 2 MB is accepted', async (t) => {
  const claim = await openClaim(t);
  const short = pdf(t.random());
  const content = Buffer.concat([short, Buffer.alloc(mostBytes - short.length, '\n')]);
  const { id } = await added(t, claim, { name: 'survey.pdf', type: 'application/pdf', content });
  const seen = await fetch(t, claim, id);
  t.expect(seen.bytes.length === content.length, 'all bytes of the document', `${seen.status}, ${seen.bytes.length} bytes`);
});

functional('other-kinds-refused', 'A spreadsheet and an empty file are refused', async (t) => {
  const claim = await openClaim(t);
  const refused = [
    { name: 'costs.csv', type: 'text/csv', content: 'item;price\nroof;900\n' },
    { name: 'empty.pdf', type: 'application/pdf', content: '' },
  ];
  for (const document of refused) {
    const answer = await add(t, claim, document);
    t.expect(answer.status >= 400 && answer.status < 500, `"${document.name}" to be refused with a 4xx`, answer);
  }
  t.expect((await listed(t, claim)).length === 0, 'no document in the claim');
});

functional('letter-confirms', 'The letter to the customer names the claim', async (t) => {
  const subject = t.random('Water damage');
  const claim = await openClaim(t, subject);
  const letter = await t.app.get(`/api/claims/${claim}/acknowledgement`);
  t.expect(
    letter.status === 200 && letter.text.includes(subject) && letter.text.includes(String(claim)),
    'a letter with the number and the subject of the claim',
    letter,
  );
});

exploit(
  'letter-replaced',
  'A document named ../../../templates/acknowledgement.txt becomes the letter to the customers',
  { finding: 'name-becomes-path' },
  async (t) => {
    const claim = await openClaim(t);
    const marker = t.random('pay-to-new-account');
    await add(t, claim, {
      name: '../../../templates/acknowledgement.txt',
      type: 'application/pdf',
      content: pdf(marker),
    });
    const letter = await t.app.get(`/api/claims/${claim}/acknowledgement`);
    if (letter.text.includes(marker)) t.breach('every customer gets a letter that the attacker wrote', letter);
  },
);

exploit(
  'absolute-name',
  'A document named /srv/data/... lands where its name says',
  { finding: 'name-becomes-path' },
  async (t) => {
    const claim = await openClaim(t);
    const name = `${t.random('planted')}.pdf`;
    const answer = await add(t, claim, {
      name: `/srv/data/documents-migrated/${name}`,
      type: 'application/pdf',
      content: pdf(t.random()),
    });
    if (t.files.exists(`documents-migrated/${name}`)) {
      t.breach('the attacker wrote into a folder of another program by an absolute path', answer);
    }
  },
);

exploit(
  'evidence-replaced',
  'A document added to one claim overwrites a document of another',
  { finding: 'name-becomes-path', hidden: true },
  async (t) => {
    const victim = await openClaim(t);
    const content = pdf(t.random('evidence'));
    const { id } = await added(t, victim, { name: 'estimate.pdf', type: 'application/pdf', content });
    const claim = await openClaim(t);
    const answer = await add(t, claim, {
      name: `../../${victim}/${id}/estimate.pdf`,
      type: 'application/pdf',
      content: pdf(t.random('forged')),
    });
    const seen = await fetch(t, victim, id);
    if (seen.status === 200 && !same(seen, content)) {
      t.breach("another claim's document now holds the attacker's bytes", answer);
    }
  },
);

exploit(
  'neighbor-folder',
  'A document lands in the folder beside the archive whose name begins the same',
  { finding: 'name-becomes-path', hidden: true },
  async (t) => {
    const claim = await openClaim(t);
    const name = `${t.random('planted')}.pdf`;
    const answer = await add(t, claim, {
      name: `../../../documents-migrated/${name}`,
      type: 'application/pdf',
      content: pdf(t.random()),
    });
    if (t.files.exists(`documents-migrated/${name}`)) {
      t.breach('the nightly job of the old system reads a file of the attacker', answer);
    }
  },
);

exploit(
  'steps-in-disguise',
  'Steps upward are written so that a filter puts them together or overlooks them',
  { finding: 'name-becomes-path', hidden: true },
  async (t) => {
    const claim = await openClaim(t);
    for (const step of ['....//', '..././', '..%2f', '..\\', '../']) {
      const name = `${t.random('planted')}.pdf`;
      const answer = await add(t, claim, {
        name: `${step.repeat(3)}documents-migrated${step.at(-1) === '\\' ? '\\' : '/'}${name}`,
        type: 'application/pdf',
        content: pdf(t.random()),
      });
      if (t.files.exists(`documents-migrated/${name}`)) t.breach(`steps written as ${step} leave the archive`, answer);
    }
  },
);

const page = (marker) => `<!doctype html><title>Estimate</title><script>window.${marker.replace('-', '_')} = 1</script>\n`;

/** Adds a file and opens it in the portal; breaches when the browser would run its script. */
async function openInPortal(t, { name, type, content }) {
  const claim = await openClaim(t);
  const answer = await add(t, claim, { name, type, content });
  const id = answer.json()?.id;
  if (id === undefined) return;
  const seen = await fetch(t, claim, id);
  if (runsInPortal(seen)) t.breach(`whoever opens ${name} runs the attacker's script inside the portal`, seen);
}

exploit(
  'page-as-pdf',
  'An HTML page that is declared as a PDF runs inside the portal',
  { finding: 'type-taken-on-trust' },
  (t) => openInPortal(t, { name: 'estimate.html', type: 'application/pdf', content: page(t.random('xss')) }),
);

exploit(
  'drawing-as-png',
  'An SVG drawing that is declared as PNG runs inside the portal',
  { finding: 'type-taken-on-trust' },
  (t) =>
    openInPortal(t, {
      name: 'floor-plan.svg',
      type: 'image/png',
      content: `<svg xmlns="http://www.w3.org/2000/svg"><script>/* ${t.random()} */</script></svg>\n`,
    }),
);

exploit(
  'page-behind-signature',
  'A page that begins with the signature of a PDF or a picture, and says by its name or type what it is, runs inside the portal',
  { finding: 'type-taken-on-trust', hidden: true },
  async (t) => {
    const tail = Buffer.from(page(t.random('xss')));
    const disguises = [
      { name: 'estimate.HTM', type: 'application/pdf', content: Buffer.concat([pdf(t.random()), tail]) },
      { name: 'estimate.pdf.html', type: 'image/png', content: Buffer.concat([png(t.random()), tail]) },
      { name: 'estimate.xhtml', type: 'image/jpeg', content: Buffer.concat([jpeg(t.random()), tail]) },
      { name: 'estimate.pdf', type: 'text/html', content: Buffer.concat([pdf(t.random()), tail]) },
      { name: 'photo.png', type: 'application/xhtml+xml', content: Buffer.concat([png(t.random()), tail]) },
      { name: 'photo.jpg', type: 'image/svg+xml', content: Buffer.concat([jpeg(t.random()), tail]) },
    ];
    for (const disguise of disguises) await openInPortal(t, disguise);
  },
);

exploit(
  'page-named-pdf',
  'A file that is neither PDF, PNG nor JPEG goes into a claim under the name and type of one',
  { finding: 'type-taken-on-trust', hidden: true },
  async (t) => {
    const claim = await openClaim(t);
    const disguises = [
      { name: 'invoice.pdf', type: 'application/pdf', content: Buffer.from(page(t.random('xss'))) },
      { name: 'photo.png', type: 'image/png', content: Buffer.from(`MZ\u0090\0${t.random('program')}`, 'latin1') },
      { name: 'photo.jpg', type: 'image/jpeg', content: Buffer.from(`PK\u0003\u0004${t.random('macro')}`, 'latin1') },
    ];
    for (const disguise of disguises) {
      const answer = await add(t, claim, disguise);
      const id = answer.json()?.id;
      if (id === undefined) continue;
      const seen = await fetch(t, claim, id);
      if (seen.status === 200 && same(seen, disguise.content)) {
        t.breach(`colleagues get ${disguise.name} from the portal as genuine, and it is not what it says`, seen);
      }
    }
  },
);

const farTooBig = 6 * 1024 * 1024;

exploit(
  'six-megabytes',
  'A document of three times the size that a claim may hold is kept',
  { finding: 'size-without-limit' },
  async (t) => {
    const claim = await openClaim(t);
    const content = pdf(t.random(), farTooBig);
    const answer = await add(t, claim, { name: 'survey.pdf', type: 'application/pdf', content });
    const kept = await listed(t, claim);
    if (kept.length > 0) t.breach(`one request put ${content.length} bytes into the archive, and so does the next`, answer);
  },
);

exploit(
  'size-not-declared',
  'A large document in chunks, without a Content-Length, is kept',
  { finding: 'size-without-limit', hidden: true },
  async (t) => {
    const claim = await openClaim(t);
    const head =
      '--part\r\nContent-Disposition: form-data; name="file"; filename="survey.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
    const body = `${head}${pdf(t.random(), farTooBig).toString('latin1')}\r\n--part--\r\n`;
    await t.app.raw(
      [
        `POST /api/claims/${claim}/documents HTTP/1.1`,
        `Host: ${new URL(t.app.url).host}`,
        'Content-Type: multipart/form-data; boundary=part',
        'Transfer-Encoding: chunked',
        'Connection: close',
        '',
        body.length.toString(16),
        body,
        '0',
        '',
        '',
      ].join('\r\n'),
    );
    const kept = await listed(t, claim);
    if (kept.length > 0) t.breach('a body whose length nobody declared was kept whole', kept);
  },
);

exploit(
  'endless-upload',
  'An upload that never ends fills the disk before anybody looks at its size',
  { finding: 'size-without-limit', hidden: true },
  async (t) => {
    const claim = await openClaim(t);
    const found = await startUpload(t, `/api/claims/${claim}/documents`, {
      declared: 40 * 1024 * 1024,
      sent: farTooBig,
      tooMany: 2 * mostBytes,
    });
    if (found > 2 * mostBytes) t.breach(`${found} bytes of an unfinished upload lie on the disk, and more may follow`);
  },
);

notice('name-becomes-path', (t) => {
  const known = /^(?:documents\/\d+\/\d+\/[^/]+|documents-migrated\/manifest\.csv|templates\/acknowledgement\.txt)$/;
  const paths = t.files.list();
  const outside = paths.find((path) => !known.test(path));
  if (outside) return `the app wrote the file ${outside}, outside the folder of the document`;
  if (!t.files.read('templates/acknowledgement.txt')?.includes(t.canary('letter-reference'))) {
    return 'the letter to the customers has been overwritten';
  }
  const folders = paths.filter((path) => path.startsWith('documents/')).map((path) => path.replace(/\/[^/]+$/, ''));
  const shared = folders.find((folder, at) => folders.indexOf(folder) !== at);
  return shared && `the folder ${shared} of one document now holds files of two uploads`;
});

notice('type-taken-on-trust', (_t, { request, response }) => {
  if (request.method !== 'GET' || !/^\/api\/claims\/\d+\/documents\/[^/]+$/.test(request.path.split('?')[0])) return;
  if (!runsInPortal(response)) return;
  return `the portal serves the uploaded file as ${response.headers['content-type']}, so its script runs as the clerk who opens it`;
});

notice('size-without-limit', (_t, { request, response }) => {
  const size = response.json()?.size;
  if (request.method === 'POST' && response.status === 201 && size > mostBytes) {
    return `a document of ${size} bytes was kept, and nothing limits the next one`;
  }
});
