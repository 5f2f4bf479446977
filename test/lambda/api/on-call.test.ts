import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '#core/time/time';
import { createApp } from '#lambda/api/app';
import { commandAt, outageAt, resultAt, T0 } from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

const OUTAGE = '/on-call/outages/moel-20240718-0915';
const HOST = 'api.example.kr';

let bench: ApiBench;
let password: (token: string) => Record<string, string>;

beforeAll(async () => {
  bench = await startApiBench(T0 + HOUR);
  await bench.stores.outages.put(outageAt('20240718-0915'));
  const basic = (token: string) => Buffer.from(`anybody:${token}`).toString('base64');
  password = (token) => ({ authorization: `Basic ${basic(token)}`, host: HOST });
});

afterAll(() => bench.stop());

/** The page with its form: the cookie that it sets, and the value that the form sends back. */
async function opened() {
  const page = await bench.app.request(OUTAGE, { headers: password(bench.tokens.write) });
  const html = await page.text();
  return {
    page,
    html,
    cookie: (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    form: /name="form"\s+value="([^"]+)"/.exec(html)?.[1] ?? '',
  };
}

async function sent(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
  app: Pick<ApiBench['app'], 'request'> = bench.app,
) {
  return app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      ...password(bench.tokens.write),
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });
}

const OWN = { origin: `https://${HOST}` };

async function notes(): Promise<number> {
  const { items } = await bench.stores.notes.list({ outage: 'moel-20240718-0915', limit: 10 });
  return items.length;
}

describe("on-call's view without a token", () => {
  it('challenges the browser, and says in words what to give', async () => {
    const answer = await bench.app.request(OUTAGE);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="bonghwa"/);
    expect(await answer.text()).toContain('암호에 토큰을 넣으세요');
  });

  it.each(['', 'x', 'bgh_wrong', ':'])('takes no %j as a password', async (wrong) => {
    const authorization = `Basic ${Buffer.from(`a:${wrong}`).toString('base64')}`;
    expect((await bench.app.request(OUTAGE, { headers: { authorization } })).status).toBe(401);
  });
});

describe("on-call's view", () => {
  it('shows the outage with what can be done, and nothing that runs', async () => {
    const { page, html } = await opened();
    expect(page.status).toBe(200);
    expect(html).toContain('확인했음을 기록');
    expect(html).not.toMatch(/<script|bgh_/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(page.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
  });

  it('labels each picture with service, step, time and what it shows', async () => {
    const result = {
      ...resultAt(T0),
      result: 'failed' as const,
      kind: 'timeout' as const,
      evidence: [
        {
          type: 'screenshot' as const,
          key: 'failed/a.png',
          contentType: 'image/png',
          bytes: 1,
          step: 'search',
          takenAt: T0,
        },
      ],
    };
    await bench.stores.results.put({ ...result, run: `${result.run}x` });
    const path = `/on-call/runs/${result.service}/${result.run}x?outage=moel-20240718-0915`;
    const page = await bench.app.request(path, { headers: password(bench.tokens.write) });
    const html = await page.text();
    expect(html).toMatch(
      /<figcaption>고용24 · search · 2024-.* KST · 요청에 응답이 없어 이전 화면이 남아 있음/,
    );
    const [, source = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
    const { origin } = new URL(source.replaceAll('&amp;', '&'));
    expect(page.headers.get('content-security-policy')).toContain(`img-src 'self' ${origin}`);
  });

  it('takes a note and an acknowledgement from its own form', async () => {
    const { cookie, form } = await opened();
    const before = await notes();
    const headers = { ...OWN, cookie };
    const text = '확'.repeat(2_000);
    const answer = await sent(`${OUTAGE}/notes`, { form, text }, headers);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, OUTAGE]);
    expect(await notes()).toBe(before + 1);
    expect((await sent(`${OUTAGE}/ack`, { form }, headers)).status).toBe(303);
  });

  it.each([
    ['empty', ' \n '],
    ['too long', `${'가'.repeat(2_000)}<b>`],
    ['of control characters', 'a\u0007<b>'],
    ['of what nobody sees', '\u200b\u2060'],
  ])('says that a note that is %s was not kept, and gives it back', async (_, text) => {
    const { cookie, form } = await opened();
    const before = await notes();
    const answer = await sent(`${OUTAGE}/notes`, { form, text }, { ...OWN, cookie });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('메모를 저장하지 않았습니다.');
    expect(html).toContain(
      `>\n${text.trim().replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</textarea>`,
    );
    expect(html).toContain(`name="form" value="${form}"`);
    expect(await notes()).toBe(before);
  });

  it('gives a note back that is over a limit, and says which', async () => {
    const { cookie, form } = await opened();
    const ports = { ...bench.ports.notes, add: async () => true };
    const list = async () => ({ items: [{ number: 200, by: 'a', at: T0, text: 'x' }] });
    const full = createApp({ ...bench.ports, notes: { ...ports, list } });
    const fast = createApp({
      ...bench.ports,
      commands: {
        ...bench.ports.commands,
        after: async () => Array.from({ length: 100 }, () => commandAt(T0 + HOUR)),
      },
    });
    for (const [app, status, reason] of [
      [full, 409, '메모를 더 남길 수 없습니다'],
      [fast, 429, '1분 뒤에 다시'],
    ] as const) {
      const answer = await sent(
        `${OUTAGE}/notes`,
        { form, text: '버리지 마세요' },
        { ...OWN, cookie },
        app,
      );
      const html = await answer.text();
      expect([answer.status, html.includes(reason)]).toEqual([status, true]);
      expect(html).toContain('버리지 마세요</textarea>');
    }
  });

  it('answers every error with a page, not with JSON', async () => {
    const { cookie, form } = await opened();
    const broken = createApp({
      ...bench.ports,
      outages: { ...bench.ports.outages, get: async () => Promise.reject(new Error('broken')) },
    });
    const large = { form, text: '가'.repeat(30_000) };
    const answers = [
      [404, await bench.app.request(`${OUTAGE}x`, { headers: password(bench.tokens.write) })],
      [404, await bench.app.request('/on-call/nothing')],
      [405, await bench.app.request('/on-call', { method: 'DELETE' })],
      [413, await sent(`${OUTAGE}/notes`, large, { ...OWN, cookie })],
      [500, await broken.request(OUTAGE, { headers: password(bench.tokens.write) })],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await answer.text()).toMatch(/^<!doctype html>.*<h1>당직 화면<\/h1><p>.+<\/p>/s);
    }
    expect(answers[2][1].headers.get('allow')).toContain('GET');
  });

  it.each([
    ['without the cookie', ({ form }: Form) => ({ fields: { form }, headers: { ...OWN } })],
    ['without its value', ({ cookie }: Form) => ({ fields: {}, headers: { ...OWN, cookie } })],
    [
      'from another site',
      ({ form, cookie }: Form) => ({
        fields: { form },
        headers: { cookie, origin: 'https://evil.example' },
      }),
    ],
    [
      'from nowhere',
      ({ form, cookie }: Form) => ({ fields: { form }, headers: { cookie, origin: 'null' } }),
    ],
  ])('refuses a form %s', async (_, make) => {
    const before = await notes();
    const { fields, headers } = make(await opened());
    const answer = await sent(`${OUTAGE}/notes`, { text: 'x', ...fields }, { ...headers });
    expect(answer.status).toBe(403);
    expect(await notes()).toBe(before);
  });

  interface Form {
    readonly form: string;
    readonly cookie: string;
  }
});
