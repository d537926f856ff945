import express from 'express';
import { config } from './config.js';
import { packageName, takeIn } from './intake.js';
import { findRecord, folderOf, listRecords, readFiles } from './mirror.js';
import { isOwn } from './own-packages.js';
import { answerProblem, Problem } from './problem.js';
import { offersOf } from './resolve.js';

const app = express();
app.disable('x-powered-by');
app.use(express.json({ limit: '20kb' }));

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});

app.get('/available', async (req, res) => {
  const { data: name, error } = packageName.safeParse(req.query.name);
  if (error) throw new Problem(400, 'Name a package.');
  const offers = await offersOf(name);
  const versions = offers.map(({ registry, version }) => ({ version, registry: registry.id }));
  res.json({ name, ours: isOwn(name), versions });
});

app.post('/intake', async (req, res) => {
  res.status(201).json(await takeIn(req.body));
});

app.get('/stored', (_req, res) => {
  res.json(listRecords());
});

app.get('/stored/files', async (req, res) => {
  const record = findRecord(req.query.name, req.query.version);
  if (!record) throw new Problem(404, 'This version is not in the mirror.');
  res.json(await readFiles(folderOf(record.name, record.version)));
});

app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`package-intake listens on ${config.host}:${config.port}`);
});
