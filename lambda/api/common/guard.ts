import type { MiddlewareHandler } from 'hono';
import type { PublicArea, Scope } from '#core/history/access';
import type { HistoryPorts } from '#pipeline/history/history-ports';
import { requireScope } from './access.ts';
import { cacheFor } from './caching.ts';

export interface Guard {
  readonly scope: Scope;
  /** Opens the route to everybody if the configuration allows it. */
  readonly area?: PublicArea;
  /** How long an answer may be reused, s. Absent: never. */
  readonly cacheSeconds?: number;
}

/** Middleware of a route, and the security entry of its OpenAPI operation. */
export function guard(ports: HistoryPorts, { scope, area, cacheSeconds }: Guard) {
  const open = area !== undefined && ports.configuration.api.public.includes(area);
  const middleware: MiddlewareHandler[] = [
    ...(open ? [] : [requireScope(ports, scope)]),
    cacheFor(cacheSeconds, open),
  ];
  const security: Record<string, string[]>[] = open ? [] : [{ bearer: [] }];
  return { middleware, security };
}
