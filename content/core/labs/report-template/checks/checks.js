import { exploit, functional, notice } from '#checks';
import { attacker, customer, enter, mailIn, visitOf } from './customers.js';

functional('own-layout', 'A customer has values, conditions, loops and filters in the report', async (t) => {
  const owner = await customer(t);
  const visit = visitOf(t);
  const id = await enter(t, owner, visit);
  const template = `<h2>{{ visit.machine|upper }}</h2>
{% if visit.result == "failed" and not visit.date == "" %}<p>Call {{ house.phone }}, {{ account.name }}.</p>{% else %}fine{% endif %}
<ul>{% for reading in visit.readings %}<li>{{ loop.index }}. {{ reading.label|lower }}: {{ reading.value|round(1) }}{% if reading.value > 60 %} (hot){% endif %}</li>{% endfor %}</ul>`;
  const kept = await owner.layout({ template, subject: '{house.name} for {account.name}: {visit.machine} {visit.result}' });
  t.expect(kept.status === 204, 'the layout to be answered with 204', kept);
  const mail = await owner.get(`/visits/${id}/mail`);
  const { html = '', subject } = mail.json() ?? {};
  t.expect(html.includes(`<h2>${visit.machine.toUpperCase()}</h2>`), 'the value in capitals', mail);
  t.expect(html.includes(`Call +358 9 4245 0199, ${owner.name}.`), 'the paragraph for a failed visit', mail);
  t.expect(html.includes('1. pressure: 5.3</li><li>2. temperature: 61.5 (hot)'), 'both readings', mail);
  t.expect(subject === `Tervo Inspections for ${owner.name}: ${visit.machine} failed`, 'the subject with its values', mail);
  const page = await owner.get(`/visits/${id}/report`);
  t.expect(page.headers['content-type']?.startsWith('text/html') && page.text.includes('(hot)'), 'the same as a page', page);
});

functional('entered-text', 'What inspectors enter shows up as it was typed', async (t) => {
  const owner = await customer(t, `Mill & ${t.random('Sons')}`);
  const mark = t.random();
  const notes = `a <b>${mark}</b> & {{ 7 * 191 }} {% raw %} {visit.result}`;
  const id = await enter(t, owner, visitOf(t, { notes, machine: `Saw {0} {house.phone} ${mark}` }));
  for (const layout of [{ template: '<p>{{ visit.notes }}</p>', subject: '{visit.machine} by {account.name}' }, { template: '', subject: '' }]) {
    await owner.layout(layout);
    const mail = await owner.get(`/visits/${id}/mail`);
    const { html = '', subject = '' } = mail.json() ?? {};
    t.expect(html.includes(`a &lt;b&gt;${mark}&lt;/b&gt; &amp; {{ 7 * 191 }} {% raw %} {visit.result}`), 'the notes as text', mail);
    t.expect(subject.startsWith(`Saw {0} {house.phone} ${mark}`), 'the name of the machine as it was typed', mail);
  }
});

functional('ordinary-words', 'Layouts hold any words, and lines to sign on', async (t) => {
  const owner = await customer(t);
  const id = await enter(t, owner, visitOf(t));
  const text = 'Class II request; import, config &amp; self-test per os. manual, globals: none';
  const template = `<p>${text}</p><p>Signed: ____________________</p><p>{{ visit.date|default("n/a") }}</p>`;
  const kept = await owner.layout({ template, subject: 'config request: {visit.machine} class' });
  t.expect(kept.status === 204, 'the layout to be answered with 204', kept);
  const mail = await owner.get(`/visits/${id}/mail`);
  const { html = '', subject = '' } = mail.json() ?? {};
  t.expect(html.includes(text) && html.includes('Signed: ____________________'), 'the words as they are', mail);
  t.expect(html.includes('<p>2031-03-02</p>'), 'the date', mail);
  t.expect(subject.startsWith('config request: Press'), 'the words in the subject', mail);
});

functional('preview', 'A layout is tried on a made-up visit and not kept', async (t) => {
  const owner = await customer(t);
  const id = await enter(t, owner, visitOf(t));
  const mark = t.random('mark');
  const template = `<i>${mark}</i>{% for r in visit.readings %}[{{ r.label }} {{ r.value }}]{% endfor %}{{ visit.notes }}`;
  const shown = await owner.preview({ template, subject: '{visit.machine} / {account.name}' });
  const expected = `<i>${mark}</i>[Pressure 5.25][Temperature 61.5]Oil changed.`;
  t.expect(shown.json()?.html === expected, 'the layout with the made-up visit', shown);
  t.expect(shown.json()?.subject === `Press 4 / ${owner.name}`, 'the subject with the made-up visit', shown);
  const page = await owner.get(`/visits/${id}/report`);
  t.expect(!page.text.includes(mark), 'the layout not to be kept', page);
});

functional('mistakes', 'A layout with a mistake is refused, and the old one stays', async (t) => {
  const owner = await customer(t);
  const id = await enter(t, owner, visitOf(t));
  const mark = t.random('mark');
  await owner.layout({ template: `<i>${mark}</i>`, subject: '' });
  const refused = await owner.layout({ template: '{% for r in visit.readings %}', subject: '' });
  t.expect(refused.status === 400 && refused.json()?.error, 'an unfinished loop to be refused with 400', refused);
  const page = await owner.get(`/visits/${id}/report`);
  t.expect(page.text.includes(mark), 'the old layout', page);
});

functional('own-visits-only', 'A customer reads the own reports only', async (t) => {
  const [owner, other] = [await customer(t), await customer(t)];
  const id = await enter(t, owner, visitOf(t));
  const seen = await other.get(`/visits/${id}/report`);
  t.expect(seen.status === 404, "somebody else's report to be answered with 404", seen);
});

/* The template of the report. */

/** Tries templates as the layout and in the preview; each may leak the password or make a folder. */
async function tryTemplates(t, templates, { only } = {}) {
  const { owner } = await attacker(t);
  for (const template of templates) {
    const folder = t.random('folder');
    const layout = { template: template.replaceAll('FOLDER', `/srv/data/${folder}`), subject: '' };
    const seen = only === 'preview' ? await owner.preview(layout) : await mailIn(t, layout);
    if (seen?.text.includes(t.canary('mail-password'))) t.breach('a customer reads the password of the mail server', seen);
    if (t.files.exists(folder)) t.breach('a customer runs code on the server', seen ?? layout.template);
  }
}

exploit(
  'settings-read',
  'A template reads the settings of the app',
  { finding: 'template-language' },
  (t) => tryTemplates(t, ['{{ config.HOUSE }}', "{% for k, v in config.items() %}{{ k }}={{ v }};{% endfor %}"]),
);

exploit(
  'code-run',
  'A template climbs from a harmless object to the operating system',
  { finding: 'template-language' },
  (t) =>
    tryTemplates(t, [
      "{{ cycler.__init__.__globals__.os.makedirs('FOLDER') }}",
      "{{ visit.__init__.__globals__['__builtins__']['__import__']('os').makedirs('FOLDER') }}",
      "{{ ''.__class__.__mro__[1].__subclasses__() }}{{ lipsum.__globals__['os'].environ }}",
    ]),
);

exploit(
  'code-run-disguised',
  'The same without a telling word, or inside a statement',
  { finding: 'template-language', hidden: true },
  (t) =>
    tryTemplates(t, [
      "{{ cycler|attr('\\x5f\\x5finit\\x5f\\x5f')|attr('\\x5f\\x5fglo'~'bals\\x5f\\x5f')|attr('get')('o'~'s')|attr('makedirs')('FOLDER') }}",
      "{% set u = '%c%c'|format(95, 95) %}{% set g = visit|attr(u~'init'~u)|attr(u~'glo'~'bals'~u) %}{% if g[u~'builtins'~u][u~'imp'~'ort'~u]('o'~'s')|attr('makedirs')('FOLDER') %}{% endif %}",
      "{% for x in [lipsum['__glo' 'bals__']] %}{{ x['o' 's']['makedirs']('FOLDER') }}{% endfor %}",
      "{{ (visit.readings|first).__init__.__globals__.__builtins__.__import__('os').environ }}",
      "{{ self.__init__.__globals__ }}{{ self._TemplateReference__context.cycler.__init__.__globals__.os.makedirs('FOLDER') }}",
      "{{ '{0.__init__.__globals__}'.format(visit) }}{{ '{0.mail_password}'.format(house) }}",
      // These need neither a global of the environment nor an object of ours.
      "{% for c in ''.__class__.__mro__[1].__subclasses__() if c.__name__ == '_wrap_close' %}{{ c.__init__.__globals__['makedirs']('FOLDER') }}{% endfor %}",
      "{% for r in visit.readings %}{{ loop.__init__.__globals__.sys.modules.os.makedirs('FOLDER') }}{% endfor %}",
      "{{ self.__init__.__globals__.sys.modules.os.makedirs('FOLDER') }}",
    ]),
);

exploit(
  'preview-code-run',
  'The preview does what the report does not',
  { finding: 'template-language', hidden: true },
  (t) =>
    tryTemplates(
      t,
      [
        "{{ cycler.__init__.__globals__.os.makedirs('FOLDER') }}",
        "{{ config.HOUSE }}{{ url_for.__globals__.os }}",
        "{{ visit|attr('__init__')|attr('__globals__') }}{{ lipsum|attr('\\x5f\\x5fglobals__')|attr('get')('os')|attr('makedirs')('FOLDER') }}",
        '{{ house.mail_password }}',
      ],
      { only: 'preview' },
    ),
);

exploit(
  'handed-over',
  'A template reads a field that was handed over along with the others',
  { finding: 'template-language', hidden: true },
  (t) =>
    tryTemplates(t, [
      '{{ house.mail_password }}',
      "{{ house['mail_password'] }}{{ house|attr('mail_password') }}",
      '{% for h in [house] %}{{ h }}{% endfor %}',
      "{{ [house]|map(attribute='mail_password')|join }}",
    ]),
);

/* The subject of the mail. */

async function trySubjects(t, subjects, { only } = {}) {
  const { owner } = await attacker(t);
  for (const subject of subjects) {
    const layout = { template: 'x', subject };
    const seen = only === 'preview' ? await owner.preview(layout) : await mailIn(t, layout);
    if (seen?.text.includes(t.canary('mail-password'))) t.breach('the subject holds the password of the mail server', seen);
  }
}

const climbs = [
  '{house.__class__.__init__.__globals__[HOUSE].mail_password}',
  '{house.__class__.__init__.__globals__[os].environ[MAIL_PASSWORD]}',
  '{visit.__init__.__globals__[current_app].config[HOUSE]}',
];

exploit(
  'subject-climbs',
  'A subject climbs from a value to the settings of the app',
  { finding: 'subject-format' },
  (t) => trySubjects(t, climbs),
);

exploit(
  'subject-handed-over',
  'A subject names a field that no customer should know',
  { finding: 'subject-format' },
  (t) => trySubjects(t, ['{house.mail_password}', '{house}', '{house!r:>300}', '{house.mail_password!s:.40}', '{{house.mail_password}}{house.mail_password}']),
);

exploit(
  'subject-in-preview',
  'The preview shows what the mail does not',
  { finding: 'subject-format', hidden: true },
  (t) => trySubjects(t, ['{house.mail_password}', '{house!r}', ...climbs], { only: 'preview' }),
);

exploit(
  'subject-in-marks',
  'A subject in the marks of the template, and a template in the braces of the subject',
  { finding: 'subject-format', hidden: true },
  async (t) => {
    await trySubjects(t, ['{{ house.mail_password }} {house[mail_password]}', '{{ config.HOUSE }}{house.__dict__}', '{visit.__class__.__init__.__globals__}{house!a}']);
    await trySubjects(t, ['{house.__dict__[mail_password]}', '{account.__init__.__globals__[current_app].config}']);
  },
);

/* What shows in the workbench that an attack worked. */

notice('template-language', (t, { response }) => {
  const { subject = '' } = response.json() ?? {};
  const rest = response.text.replace(JSON.stringify(subject), '');
  if (rest.includes(t.canary('mail-password'))) return 'the password of the mail server is in the report';
  return /uid=\d+\(/.test(rest) ? 'the output of a command is in the report' : undefined;
});

notice('subject-format', (t, { response }) =>
  String(response.json()?.subject ?? '').includes(t.canary('mail-password'))
    ? 'the password of the mail server is in the subject'
    : undefined,
);
