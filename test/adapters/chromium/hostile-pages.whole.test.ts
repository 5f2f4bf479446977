import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFiles } from '#adapters/chromium/browser-files';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { launchBrowser } from '#adapters/chromium/launch';
import { classify } from '#core/classify/classify';
import type { Artefact } from '#core/run/run-record';
import { Secret } from '#core/run/secret';
import { inspectionOnly } from '#portals/inspection';
import { type PortalJourney, step } from '#portals/steps/step';
import { anInspection, anOrder } from '../../support/journey-orders.ts';
import { type OddServer, startOddServer } from '../../support/odd-server.ts';

const PASSWORD = 'Wx7!&<"9 \\가/z';
const USER = 'bonghwa+test@example.org';
let server: OddServer;
const runner = createJourneyRunner({ journeys: inspectionOnly });
const inspect = (path: string, stepMs?: number) =>
  runner
    .run(anInspection(new URL(path, server.origin).href, stepMs))
    .then((record) => ({ record, verdict: classify(record.observation) }));

beforeAll(async () => {
  server = await startOddServer({ '/leaky': leaky });
});
afterAll(() => server.stop());

describe('a page that misbehaves still gets a verdict', () => {
  it('when it opens dialogs in a loop', async () => {
    const { record, verdict } = await inspect('/dialog-loop');
    expect(verdict.result).toBe('failed');
    expect(record.observation.dialogs[0]?.message).toBe('서버 응답이 느립니다.');
  });

  it('when it opens fifty pop-ups', async () => {
    const { verdict } = await inspect('/popup-storm', 15_000);
    expect(verdict).toMatchObject({ result: 'passed' });
  });

  it('when its script never ends', async () => {
    const { verdict } = await inspect('/busy', 1_500);
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout' });
  });

  it('when it redirects in a circle', async () => {
    const { verdict } = await inspect('/redirect-loop');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'http-error' });
  });

  it.each(['/huge', '/huge-with-length'])('when it is a hundred megabytes: %s', async (path) => {
    const { record, verdict } = await inspect(path, 20_000);
    expect(verdict).toMatchObject({ result: 'inconclusive', rule: 'too-large' });
    expect(record.observation.fault?.message).toContain('30 MB');
    expect(record.observation.text.length).toBeLessThanOrEqual(20_000);
  });

  it.each(['/download', '/json'])('when it is no page: %s', async (path) => {
    const { verdict } = await inspect(path);
    expect(verdict.result).toBe('inconclusive');
    expect(verdict.kind).not.toBe('monitor-fault');
  });

  it('when nobody listens, also on a port that browsers keep from', async () => {
    const { verdict } = await inspect('http://127.0.0.1:1/');
    expect(verdict).toMatchObject({ result: 'failed', kind: 'connect', layer: 'host' });
  });

  it('when nobody answers', async () => {
    const { verdict } = await inspect('/hang', 1_000);
    expect(verdict).toMatchObject({ result: 'failed', kind: 'timeout', layer: 'host' });
  });
});

/** Shows, logs, requests and alerts the typed value, in every form that a page could use. */
function leaky(response: import('node:http').ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!DOCTYPE html>
<title>leak</title><form><input id="user"><input id="secret" type="password">
<button type="button" id="go">go</button></form><pre id="out"></pre><script>
document.getElementById('go').onclick = function () {
  var user = document.getElementById('user').value, value = document.getElementById('secret').value;
  var bytes = String.fromCharCode.apply(null, new TextEncoder().encode(user + ':' + value));
  var forms = [user, value, encodeURIComponent(value), JSON.stringify(value), btoa(bytes)];
  document.title = value;
  document.getElementById('out').textContent = forms.join('\\n');
  forms.forEach(function (form) { console.error('typed ' + form); });
  fetch('/echo?pw=' + encodeURIComponent(value) + '&auth=' + encodeURIComponent(btoa(bytes)));
  history.replaceState(0, '', '/leaky?user=' + encodeURIComponent(user) + '#' + encodeURIComponent(value));
  alert('wrong password: ' + value);
};</script>`);
}

describe('secrets', () => {
  const leak: PortalJourney = {
    service: 'inspection',
    name: 'leak',
    steps: () => [
      step('open', 'host', (tools) => tools.open('/leaky')),
      step('type', 'session', async (tools) => {
        await tools.type('user', new Secret(USER));
        await tools.type('secret', new Secret(PASSWORD));
        await tools.click('go');
        await tools.seeElement('never');
      }),
    ],
  };

  it('are in no artefact and nowhere else in the record', async () => {
    const { target, ...order } = anInspection(server.origin);
    const selectors = { user: '#user', secret: '#secret', go: '#go', never: '#never' };
    const record = await createJourneyRunner({ journeys: { find: () => leak } }).run(
      anOrder({
        ...order,
        target: { ...target, selectors },
        journey: 'leak',
        depth: 'session',
        credentials: { userId: new Secret(USER), password: new Secret(PASSWORD) },
      }),
    );
    expect(record.observation.dialogs).toMatchObject([{ message: 'wrong password: [secret]' }]);
    const types = record.artefacts.map(({ type }) => type).sort();
    expect(types).toEqual(['console', 'dialogs', 'page-text', 'requests', 'screenshot']);
    const { artefacts, ...rest } = record;
    const everything = [JSON.stringify(rest), ...artefacts.map(textOf)].join('\n');
    for (const planted of plantedForms()) expect(everything).not.toContain(planted);
  });
});

function textOf({ body }: Artefact): string {
  return new TextDecoder().decode(body);
}

function plantedForms(): readonly string[] {
  const pair = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
  return [
    ...[USER, PASSWORD].flatMap((value) => [
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64').slice(0, -4),
    ]),
    pair,
    encodeURIComponent(pair),
  ];
}

describe('Korean', () => {
  it('is drawn with the bundled font, and not at all without it', async () => {
    const files = await browserFiles();
    const withFont = await draw(files.environment);
    expect(withFont.fonts).toEqual(['NanumGothic']);
    expect(new Set(withFont.glyphs).size).toBe(3);
    const folder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
    const bare = join(folder, 'fonts.conf');
    await writeFile(bare, '<?xml version="1.0"?><fontconfig></fontconfig>');
    const without = await draw({ ...files.environment, FONTCONFIG_FILE: bare });
    await rm(folder, { recursive: true });
    expect(new Set(without.glyphs).size).toBe(1);
  });
});

/** A hash of the picture of each of three syllables, and the fonts that drew them. */
async function draw(environment: Readonly<Record<string, string>>) {
  const files = { ...(await browserFiles()), environment };
  const options = {
    files,
    processModel: 'multi',
    timeoutMs: 15_000,
    blockedHosts: [],
    named: ['127.0.0.1'],
  } as const;
  const launched = await launchBrowser(options);
  try {
    const page = await launched.browser.newPage();
    const glyphs: string[] = [];
    for (const syllable of ['봉', '화', '불']) {
      await page.setContent(`<p id="p" style="font-size:40px">${syllable}</p>`);
      glyphs.push(
        createHash('sha256')
          .update(await page.screenshot())
          .digest('hex'),
      );
    }
    return { glyphs, fonts: await fontsOf(page) };
  } finally {
    await launched.end();
  }
}

async function fontsOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: '#p',
  });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName }) => familyName);
}
