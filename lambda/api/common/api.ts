import type { OpenAPIHono } from '@hono/zod-openapi';
import type { TokenRecord } from '#core/history/access';
import type { HistoryPorts } from '#pipeline/history/history-ports';

export interface ApiEnvironment {
  /** `who`: name of the request's token. `token`: its record. */
  Variables: { who: string; token: TokenRecord; pictures: readonly string[] };
}

export interface Api {
  readonly hono: OpenAPIHono<ApiEnvironment>;
  readonly ports: HistoryPorts;
}
