import cookieParser from 'cookie-parser';
import express from 'express';
import { config } from './config.js';
import { directoryRoutes } from './directory.js';
import { memberRoutes } from './members.js';
import { answerProblem } from './problem.js';
import { signInRoutes } from './sign-in.js';

const app = express();
app.disable('x-powered-by');
// joined[from]=2024-01-01 becomes { joined: { from: '2024-01-01' } }.
app.set('query parser', 'extended');
app.use(express.json({ limit: '20kb' }));
app.use(express.urlencoded({ extended: true, limit: '20kb' }));
app.use(cookieParser());

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});
app.use(signInRoutes);
app.use(memberRoutes);
app.use(directoryRoutes);
app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`loft-directory listens on ${config.host}:${config.port}`);
});
