import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultMode } from '#core/scenario/scenario';
import { ShareCounter } from '#local/portals/fault-controller';
import type { Portals } from '#local/portals/portals';
import { WaitingRoom } from '#local/portals/waiting-room';
import { startCataloguePortals, targetOf, Visitor } from './browsing.ts';

let portals: Portals;
beforeAll(async () => {
  portals = await startCataloguePortals();
});
afterEach(() => portals.faults.clear('work24'));
afterAll(() => portals.stop());

type PageName = 'main' | 'data' | 'login';

function ask(name: PageName) {
  const { baseUrl, pages } = targetOf(portals, 'work24');
  return new Visitor(baseUrl).open(pages[name] ?? '');
}

/** The text of one page in a mode. `지연`: no answer comes. */
async function answerOf(name: PageName): Promise<string> {
  const { baseUrl, pages } = targetOf(portals, 'work24');
  try {
    const signal = AbortSignal.timeout(150);
    const response = await fetch(baseUrl + pages[name], { signal, redirect: 'manual' });
    return `${response.status} ${response.headers.get('location') ?? ''} ${await response.text()}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? '지연' : '거부';
  }
}

const HEALTHY = /^200 .*고용24/s;
const SILENT = /^지연$/;

const EXPECTED: readonly [FaultMode, Readonly<Record<PageName, RegExp>>][] = [
  ['hang', { main: HEALTHY, data: SILENT, login: HEALTHY }],
  ['slow', { main: SILENT, data: SILENT, login: SILENT }],
  ['refuse', { main: /^거부$/, data: /^거부$/, login: /^거부$/ }],
  ['dns', { main: /^302 .*\.invalid/, data: /^302 .*\.invalid/, login: /^302/ }],
  ['tls-expired', { main: /^302 https:/, data: /^302 https:/, login: /^302 https:/ }],
  ['http-500', { main: /^500 .*Tomcat/s, data: /^500/, login: /^500/ }],
  ['http-503', { main: /^503 .*nginx/s, data: /^503/, login: /^503/ }],
  ['db-error-page', { main: HEALTHY, data: /^200 .*ORA-12170/s, login: HEALTHY }],
  ['generic-error-page', { main: /^200 .*일시적으로/s, data: /불편을 드려/, login: /불편을 드려/ }],
  ['maintenance-page', { main: /^200 .*점검 중입니다/s, data: /점검 중/, login: /점검 중/ }],
  ['waiting-room', { main: HEALTHY, data: /NetFunnel_Skin_Top/, login: /앞에 .*명, 뒤에/ }],
  ['blocked-page', { main: /^200 .*Web firewall security/s, data: /Detect/, login: /Detect/ }],
  ['login-rejected', { main: HEALTHY, data: HEALTHY, login: /btnIdPopup/ }],
  ['login-option-absent', { main: HEALTHY, data: HEALTHY, login: /^(?!.*btnIdPopup)200 /s }],
  [
    'changed-form',
    { main: HEALTHY, data: HEALTHY, login: /^(?!.*btnIndvIdLogin).*btnIdPopup.*btnMemberLogin/s },
  ],
  ['password-expired', { main: HEALTHY, data: HEALTHY, login: HEALTHY }],
  ['blank-page', { main: /<body><\/body>/, data: /<body><\/body>/, login: /<body><\/body>/ }],
  ['spinner', { main: HEALTHY, data: /blockUI blockMsg/, login: HEALTHY }],
  ['large-response-stall', { main: SILENT, data: SILENT, login: SILENT }],
];

describe('a portal', () => {
  it.each(EXPECTED)('in mode %s shows its fault on the pages it concerns', async (mode, pages) => {
    await portals.faults.set('work24', { mode });
    const names = Object.keys(pages) as PageName[];
    const answers = await Promise.all(names.map(answerOf));
    for (const [index, name] of names.entries()) {
      expect(answers[index], `${mode}: ${name}`).toMatch(pages[name]);
    }
  });

  it('leaves its neighbours alone', async () => {
    await portals.faults.set('work24', { mode: 'http-503' });
    const { baseUrl, pages } = targetOf(portals, 'worknet');
    expect((await new Visitor(baseUrl).open(pages.main)).status).toBe(200);
  });

  it('comes back on the same port after refusing, and a quick clear does not get lost', async () => {
    const refused = portals.faults.set('work24', { mode: 'refuse' });
    const cleared = portals.faults.clear('work24');
    await Promise.all([refused, cleared]);
    await expect(ask('main')).resolves.toMatchObject({ status: 200 });
  });

  it.each([
    ['work24', '/cm/z/b/0210/loginPost.do', { id: 'id', pwd: 'pwd' }],
    ['eps', '/eo/loginProc.eo', { id: 'sKorTestNo', pwd: 'sFnrwRecvNo' }],
  ])(
    'of %s rejects right credentials in login-rejected without locking',
    async (service, path, names) => {
      const { userId, password } = portals.credentials(service);
      const visitor = new Visitor(targetOf(portals, service).baseUrl);
      const form = { [names.id]: userId, [names.pwd]: password };
      await portals.faults.set(service, { mode: 'login-rejected' });
      for (let attempt = 0; attempt < 6; attempt += 1) {
        expect((await visitor.open(path, form)).text).toMatch(
          /alert\(".*비밀번호.*(않습니다|지 않)/,
        );
      }
      await portals.faults.clear(service);
      expect((await visitor.open(path, form)).text).not.toContain('비밀번호가');
    },
  );

  it('shows the password page instead of the portal in password-expired', async () => {
    const { userId, password } = portals.credentials('work24');
    await portals.faults.set('work24', { mode: 'password-expired' });
    const visitor = new Visitor(targetOf(portals, 'work24').baseUrl);
    const answer = await visitor.open('/cm/z/b/0210/loginPost.do', { id: userId, pwd: password });
    expect(answer.text).toMatch(/90일.*다음에 변경하기/s);
    expect(answer.text).not.toContain('로그아웃');
  });

  it('lets large answers stall and small ones pass in large-response-stall', async () => {
    const { userId, password } = portals.credentials('work24');
    await portals.faults.set('work24', { mode: 'large-response-stall' });
    const visitor = new Visitor(targetOf(portals, 'work24').baseUrl);
    const small = await visitor.open('/cm/z/b/0210/loginPost.do', { id: userId, pwd: password });
    expect(small.text).toContain('로그인되었습니다.');
  });

  it('answers late when a hang is given a limit', async () => {
    await portals.faults.set('work24', { mode: 'hang', ms: 20 });
    await expect(ask('data')).resolves.toMatchObject({ status: 200 });
  });

  it('hits the same requests in every replay when a share is given', async () => {
    const round = async () => {
      await portals.faults.set('work24', { mode: 'http-503', share: 0.5 });
      const statuses = [];
      for (let index = 0; index < 8; index += 1) statuses.push((await ask('main')).status);
      return statuses;
    };
    const first = await round();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await round()).toEqual(first);
  });
});

describe('the waiting room', () => {
  it('counts down, lets the holder of a key in when its time has come and nobody else', async () => {
    let now = 0;
    const room = new WaitingRoom(() => now);
    const page = room.enter(2_000);
    const key = /key=([\w-]+)/.exec(page.body)?.[1] ?? '';
    const ahead = () => Number(/nwait=(\d+)/.exec(room.poll(key).body)?.[1]);
    expect(ahead()).toBe(80);
    expect(room.admits(key)).toBe(false);
    now = 1_500;
    expect(ahead()).toBe(20);
    now = 2_000;
    expect(room.poll(key).body).toContain('5002:200');
    expect(room.admits(key)).toBe(true);
    expect(room.admits(undefined)).toBe(false);
    expect(room.admits('nonsense')).toBe(false);
  });
});

describe('a share', () => {
  it('is exact to one request in a hundred, wherever the count starts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (share, skipped) => {
          const counter = new ShareCounter(share);
          for (let index = 0; index < skipped; index += 1) counter.next();
          const hits = Array.from({ length: 400 }, () => counter.next()).filter(Boolean).length;
          expect(Math.abs(hits / 400 - share)).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('of 0 hits nothing and of 1 everything', () => {
    const none = new ShareCounter(0);
    const all = new ShareCounter(1);
    const rounds = Array.from({ length: 100 }, () => [none.next(), all.next()]);
    expect(new Set(rounds.map(String))).toEqual(new Set(['false,true']));
  });

  it('hits both pages of a check that asks for two', () => {
    const counter = new ShareCounter(0.5);
    const hits = Array.from({ length: 40 }, () => counter.next());
    const even = hits.filter((_, index) => index % 2 === 0);
    const odd = hits.filter((_, index) => index % 2 === 1);
    expect([even, odd].map((half) => new Set(half).size)).toEqual([2, 2]);
  });
});

describe('stopping the portals', () => {
  it('ends hung requests and every listener at once', async () => {
    const own = await startCataloguePortals();
    await own.faults.set('eps', { mode: 'refuse' });
    await own.faults.set('work24', { mode: 'hang' });
    const { baseUrl, pages } = targetOf(own, 'work24');
    const outcome = fetch(baseUrl + pages.data).then(
      () => 'answered',
      () => 'cut',
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    await own.stop();
    expect(await outcome).toBe('cut');
    await expect(fetch(baseUrl)).rejects.toThrow();
  });
});
