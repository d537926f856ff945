import { accuracyRoutes } from './accuracy.ts';
import { answeringRoutes } from './answering.ts';
import { attemptRoutes } from './attempts.ts';
import { dataRoutes } from './data.ts';
import { guideRoutes } from './guide.ts';
import { labRunRoutes } from './lab-runs.ts';
import { labSessionRoutes } from './lab-sessions.ts';
import { labRoutes } from './labs.ts';
import { overruleRoutes } from './overrules.ts';
import { ownQuestionRoutes } from './own-questions.ts';
import { probeRoutes } from './probes.ts';
import { problemOf } from './problem.ts';
import { questionRoutes } from './questions.ts';
import { jsonOnly, noStore, sizeLimit } from './request-limits.ts';
import { createRouter } from './router.ts';
import { scenarioSessionRoutes } from './scenario-sessions.ts';
import { scenarioStepRoutes } from './scenario-steps.ts';
import { scenarioRoutes } from './scenarios.ts';
import { secondReaderRoutes } from './second-reader.ts';
import type { Services } from './services.ts';
import { settingsRoutes } from './settings.ts';
import { systemRoutes } from './system.ts';
import { threatModelReportRoutes } from './threat-model-reports.ts';
import { threatModelVersionRoutes } from './threat-model-versions.ts';
import { threatModelRoutes } from './threat-models.ts';
import { todayRoutes } from './today.ts';
import { triageRoutes } from './triage.ts';

/** Refuses what is too large or not JSON before a handler sees it. */
function guarded() {
  const router = createRouter();
  router.use('/api/*', noStore, jsonOnly, sizeLimit);
  return router;
}

/** All routes of Hotseat, one small app per feature. */
export function createApi(services: Services) {
  const api = guarded()
    .basePath('/api')
    .route('/', systemRoutes(services))
    .route('/', questionRoutes(services))
    .route('/', attemptRoutes(services))
    .route('/', answeringRoutes(services))
    .route('/', probeRoutes(services))
    .route('/', overruleRoutes(services))
    .route('/', secondReaderRoutes(services))
    .route('/', todayRoutes(services))
    .route('/', settingsRoutes(services))
    .route('/', dataRoutes(services))
    .route('/', ownQuestionRoutes(services))
    .route('/', guideRoutes(services))
    .route('/', accuracyRoutes(services))
    .route('/', labRoutes(services))
    .route('/', labSessionRoutes(services))
    .route('/', labRunRoutes(services))
    .route('/', scenarioRoutes(services))
    .route('/', scenarioSessionRoutes(services))
    .route('/', scenarioStepRoutes(services))
    .route('/', triageRoutes(services))
    .route('/', threatModelRoutes(services))
    .route('/', threatModelVersionRoutes(services))
    .route('/', threatModelReportRoutes(services));
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Hotseat', version: services.version } });
  api.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500) services.report(error);
    return problem.response();
  });
  return api;
}

/** For the typed client: `hc<Api>('/')`. */
export type Api = ReturnType<typeof createApi>;
