import { Hono } from 'hono';
import { createApi } from './routes/api.ts';
import { missing, problemOf } from './routes/problem.ts';
import type { Services } from './routes/services.ts';
import { secure } from './security/headers.ts';
import { onlyThisSite } from './security/only-this-site.ts';
import { createWebApp } from './web-app/web-app.ts';

type Options = {
  readonly services: Services;
  readonly webFolder: string;
  readonly port: () => number;
};

/** The whole server without a socket: the checks, the API, the web app. */
export function createApp({ services, webFolder, port }: Options) {
  const app = new Hono();
  app.use('*', async (c, next) => {
    await next();
    secure(c.res.headers);
  });
  app.use('*', onlyThisSite(port));
  app.route('/', createApi(services));
  const nothing = () => missing('There is nothing at this address.').response();
  app.all('/api', nothing).all('/api/*', nothing).notFound(nothing);
  app.route('/', createWebApp({ folder: webFolder }));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500) services.report(error);
    return problem.response();
  });
  return app;
}
