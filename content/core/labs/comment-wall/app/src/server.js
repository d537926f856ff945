import express from 'express';
import { config } from './config.js';
import { printPage } from './print.js';
import { answerProblem, Problem } from './problem.js';
import { commentsOn, leaveComment } from './walls.js';

const app = express();
app.disable('x-powered-by');
app.use(express.json({ limit: '20kb' }));
app.use((_req, res, next) => {
  res.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' });
  next();
});

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});

app.param('wall', (_req, _res, next, wall) => {
  next(/^[a-z0-9-]{1,60}$/.test(wall) ? undefined : new Problem(404, 'There is no such wall.'));
});

app.get('/walls/:wall', (_req, res) => {
  res.sendFile('wall.html', { root: config.publicDir });
});

app.get('/walls/:wall/comments', (req, res) => {
  res.json(commentsOn(req.params.wall));
});

app.post('/walls/:wall/comments', (req, res) => {
  res.status(201).json(leaveComment(req.params.wall, req.body));
});

app.get('/walls/:wall/print', (req, res) => {
  const { wall } = req.params;
  res.type('html').send(printPage(wall, commentsOn(wall)));
});

app.use(express.static(config.publicDir, { index: false }));
app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`comment-wall listens on ${config.host}:${config.port}`);
});
