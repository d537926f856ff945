import cookieParser from 'cookie-parser';
import express from 'express';
import { accountRoutes } from './accounts.js';
import { config } from './config.js';
import { crossOrigin } from './cross-origin.js';
import { orderRoutes } from './orders.js';
import { answerProblem } from './problem.js';
import { withSession } from './sessions.js';

const app = express();
app.disable('x-powered-by');
// The proxy runs on this machine; nobody else reaches the port.
app.set('trust proxy', 'loopback');

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});

app.use(crossOrigin);
app.use(express.json({ limit: '20kb' }));
app.use(cookieParser());
app.use(withSession);
app.use(accountRoutes);
app.use(orderRoutes);
app.use((_req, res) => {
  res.status(404).json({ error: 'There is nothing here.' });
});
app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`order-desk listens on ${config.host}:${config.port}`);
});
