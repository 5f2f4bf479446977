import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DAY, HOUR, MINUTE } from '#core/time/time';

export interface Site {
  readonly url: string;
  /** Requests so far. */
  asked(): number;
  stop(): Promise<void>;
}

/**
 * Down for a quarter of an hour each day, except `/control`. `elapsed` returns the ms since the
 * start.
 */
export async function startSite(elapsed: () => number): Promise<Site> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    const ofDay = elapsed() % DAY;
    const down = ofDay >= 9 * HOUR && ofDay < 9 * HOUR + 15 * MINUTE;
    const fails = down && request.url !== '/control';
    response.writeHead(fails ? 503 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>site</title><h1>${fails ? 'Service Unavailable' : 'everything is well'}</h1>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => count,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
