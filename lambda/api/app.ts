import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX, compress } from 'hono/compress';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { routePath } from 'hono/route';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import type { Api, ApiEnvironment } from './common/api.ts';
import { problem, problemOf, validationProblem } from './common/problem.ts';
import { allowCrossOrigin } from './cross-origin.ts';
import { addDocumentRoute } from './document.ts';
import { answerOtherMethods } from './methods.ts';
import { onCallContext, onCallHeaders, problemsAsPages } from './on-call/on-call-access.ts';
import { addOnCallRoutes } from './on-call/on-call-routes.ts';
import { recordRequests } from './request-log.ts';
import { addAboutRoutes } from './routes/about.ts';
import { addArrivalRoutes } from './routes/arrivals.ts';
import { addBadgeRoutes } from './routes/badges.ts';
import { addBulkRoutes } from './routes/bulk.ts';
import { addCommandRoutes } from './routes/commands.ts';
import { addExportRoutes } from './routes/exports.ts';
import { addFeedRoute } from './routes/feed.ts';
import { addFrontRoute } from './routes/front.ts';
import { addMaintenanceRoutes } from './routes/maintenance.ts';
import { addNoteRoutes } from './routes/notes.ts';
import { addOutageRoutes } from './routes/outages.ts';
import { addResultRoutes } from './routes/results.ts';
import { addStatisticsRoutes } from './routes/statistics.ts';
import { addStatusRoutes } from './routes/status.ts';
import { addUpdateRoutes } from './routes/updates.ts';
import { addUptimeRoutes } from './routes/uptime.ts';
import { addWithheldRoutes } from './routes/withheld.ts';
import { secureHeaders } from './secure-headers.ts';

/** Limit of a body, far above any note or silence. */
const MAX_BODY_BYTES = 16 * 1024;

/**
 * A form encodes a Korean letter as nine bytes, and a note has 2,000. A longer note is returned.
 */
const MAX_FORM_BYTES = 64 * 1024;

/** Also lines of JSON, and metrics. */
const PAYS = (type: string) =>
  COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) ||
  /^application\/(x-ndjson|openmetrics-text)\b/.test(type);

/** Without these headers, a page of another origin cannot read an unchanged answer (304). */
const RETAINED = [
  ...RETAINED_304_HEADERS,
  ...['access-control-allow-origin', 'access-control-expose-headers', 'link'],
];

const [bodies, forms] = [limited(MAX_BODY_BYTES), limited(MAX_FORM_BYTES)];

function limited(maxSize: number) {
  return bodyLimit({ maxSize, onError: (context) => problem(context, 'too-large') });
}

/** The history API over its ports: the same app in Lambda, on a laptop and in tests. */
export function createApp(ports: HistoryPorts): OpenAPIHono<ApiEnvironment> {
  const hono = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result, context) =>
      result.success ? undefined : validationProblem(context, result.target, result.error),
  });
  hono.onError((error, context) => {
    const answer = problemOf(context, error);
    if (answer) return answer;
    ports.log.error('request failed', { route: routePath(context, -1), error: error.name });
    return problem(context, 'internal', { detail: 'The log has more.' });
  });
  hono.notFound((context) =>
    problem(context, 'not-found', { detail: 'GET /openapi.json lists the routes.' }),
  );
  hono.use('/on-call/*', onCallHeaders, problemsAsPages(onCallContext(ports)));
  hono.use(recordRequests(ports.log), secureHeaders, ...allowCrossOrigin(ports.configuration));
  hono.use(
    compress({ encoding: 'gzip', contentTypeFilter: PAYS }),
    etag({ retainedHeaders: RETAINED }),
  );
  hono.use((context, next) =>
    (context.req.path.startsWith('/on-call/') ? forms : bodies)(context, next),
  );
  const api: Api = { hono, ports };
  addStatusRoutes(api);
  addResultRoutes(api);
  addUptimeRoutes(api);
  addStatisticsRoutes(api);
  addAboutRoutes(api);
  addWithheldRoutes(api);
  addOutageRoutes(api);
  addBadgeRoutes(api);
  addFeedRoute(api);
  addExportRoutes(api);
  addFrontRoute(api);
  addBulkRoutes(api);
  addCommandRoutes(api);
  addMaintenanceRoutes(api);
  addNoteRoutes(api);
  addUpdateRoutes(api);
  addOnCallRoutes(api);
  addArrivalRoutes(api);
  addDocumentRoute(api);
  answerOtherMethods(hono);
  return hono;
}
