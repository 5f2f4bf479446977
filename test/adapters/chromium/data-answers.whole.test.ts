import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { inspectionOnly } from '#portals/inspection';
import { anInspection } from '../../support/journey-orders.ts';
import { type OddServer, startOddServer } from '../../support/odd-server.ts';

const ERROR = '{"status":"error","message":"조회에 실패했습니다."';
const page = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!DOCTYPE html>
<title>고용누리</title><h1>채용정보</h1><p>목록을 준비합니다.</p><script>
fetch('/short').then((one) => one.text()).then(() => fetch('/long')).then((one) => one.text())
  .then(() => { document.querySelector('p').textContent = '준비했습니다.'; });</script>`);

/** No header names the length. */
function chunked(response: ServerResponse, more: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(ERROR);
  response.end(`,"list":"${more}"}`);
}

let server: OddServer;
beforeAll(async () => {
  server = await startOddServer({
    '/data': page,
    '/short': (response) => chunked(response, ''),
    '/long': (response) => chunked(response, 'x'.repeat(2_000_000)),
  });
});
afterAll(() => server.stop());

it('answers of data are read only up to a length, also without a header that names it', async () => {
  const runner = createJourneyRunner({ journeys: inspectionOnly });
  const { observation } = await runner.run(anInspection(new URL('/data', server.origin).href));
  expect(observation.failedRequests?.map(({ url }) => new URL(url).pathname)).toEqual(['/short']);
});
