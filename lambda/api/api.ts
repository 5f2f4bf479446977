import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HistoryPorts } from '#pipeline/history/history-ports';

export interface ApiEnvironment {
  /** `who`: name of the token that was shown. */
  Variables: { who: string; pictures: readonly string[] };
}

export interface Api {
  readonly hono: OpenAPIHono<ApiEnvironment>;
  readonly ports: HistoryPorts;
}
