import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sleep } from '#adapters/chromium/deadline';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { type PortalJourney, step } from '#portals/steps/step';
import { anInspection, anOrder } from '../../support/journey-orders.ts';

/** Longer than a page needs to count as being at rest. */
const LONG_MS = 1_800;

const PAGES: Readonly<Record<string, string>> = {
  '/slow-control': `<button id="go" onclick="setTimeout(() => { location = '/next' }, 400)">조회</button>`,
  '/next': '<p id="done">조회 결과입니다.</p>',
  '/login': `<button id="go" onclick="open('/window', 'login', 'width=400,height=300')">로그인</button>
    <script>addEventListener('message', () => { document.body.append(done()); });
    const done = () => Object.assign(document.createElement('p'), { id: 'done', textContent: '완료' });
    </script>`,
  '/window': `<button onclick="opener.postMessage('in', '*'); close()">확인</button>`,
  // The element comes at the end of the first look that finds the page complete.
  '/between': `<p>조회 중입니다.</p><script>
    Object.defineProperty(document, 'readyState', { get() {
      if (performance.now() < ${LONG_MS}) return 'interactive';
      document.body.insertAdjacentHTML('beforeend', '<p id="done">조회 결과입니다.</p>');
      return 'complete';
    } });</script>`,
};

let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="ko"><title>민원</title>${PAGES[url] ?? ''}`);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** How the steps of a journey ended that opens `path` and does `then`. */
async function stepsAt(path: string, then: Parameters<typeof step>[2]) {
  const journey: PortalJourney = {
    service: 'inspection',
    name: 'waits',
    steps: () => [step('open', 'host', (tools) => tools.open(path)), step('then', 'static', then)],
  };
  const { target, ...order } = anInspection(origin);
  const record = await createJourneyRunner({ journeys: { find: () => journey } }).run(
    anOrder({
      ...order,
      target: { ...target, selectors: { go: '#go', done: '#done' } },
      journey: 'waits',
    }),
  );
  return record.steps.map(({ status, error }) => error ?? status);
}

describe('a step that waits for an element', () => {
  it('gives the page time after a click, even if the page was idle before the click', async () => {
    const steps = await stepsAt('/slow-control', async (tools) => {
      await sleep(LONG_MS);
      await tools.click('go');
      await tools.seeElement('done');
    });
    expect(steps).toEqual(['passed', 'passed']);
  });

  it('looks once more before it says that a page at rest lacks the element', async () => {
    const steps = await stepsAt('/between', (tools) => tools.seeElement('done'));
    expect(steps).toEqual(['passed', 'passed']);
  });
});

describe('a pop-up window', () => {
  it.each(['page', 'context'] as const)('stays open if the %s is waited on', async (by) => {
    const steps = await stepsAt('/login', async (tools) => {
      const { page } = tools;
      const opening =
        by === 'page' ? page.waitForEvent('popup') : page.context().waitForEvent('page');
      await tools.click('go');
      await (await opening).getByRole('button', { name: '확인' }).click();
      await tools.seeElement('done');
    });
    expect(steps).toEqual(['passed', 'passed']);
  });

  it('is closed otherwise, as citizens close it', async () => {
    const steps = await stepsAt('/login', async (tools) => {
      await tools.click('go');
      await sleep(500);
      expect(tools.page.context().pages()).toHaveLength(1);
    });
    expect(steps).toEqual(['passed', 'passed']);
  });
});
