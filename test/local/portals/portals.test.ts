import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showsMarker } from '#adapters/network/marker';
import { UnknownNameError } from '#core/errors';
import { DAY } from '#core/time/time';
import { makeCertificate } from '#local/portals/certificate';
import type { Portals } from '#local/portals/portals';
import { catalogue } from '#portals/catalogues';
import { SIMULATED_MARK } from '#portals/simulated/pages/layout';
import { startCataloguePortals, targetOf, Visitor } from './browsing.ts';

const MORNING = Date.parse('2024-07-18T09:14:00+09:00');
const every = [...catalogue.targets, ...catalogue.controls];

let portals: Portals;
beforeAll(async () => {
  portals = await startCataloguePortals(() => MORNING);
});
afterAll(() => portals.stop());

describe.each(every)('the simulated portal of $service', ({ service, pages, markers }) => {
  it.each(Object.entries(pages))(
    'shows the catalogue’s marker on its %s page',
    async (name, path) => {
      const { text } = await new Visitor(targetOf(portals, service).baseUrl).open(path);
      const title = /<title>([^<]*)/.exec(text)?.[1] ?? '';
      const marker = markers[name as keyof typeof markers] ?? '';
      expect(showsMarker(marker, { markup: text, title, text })).toBe(true);
      expect(text).toContain(SIMULATED_MARK);
    },
  );
});

describe('the simulated portals', () => {
  it('live on one loopback port each', () => {
    const urls = every.map(({ service }) => new URL(targetOf(portals, service).baseUrl));
    expect(new Set(urls.map(({ port }) => port)).size).toBe(every.length);
    expect(new Set(urls.map(({ hostname }) => hostname))).toEqual(new Set(['127.0.0.1']));
  });

  it('keep the services, checks and selectors of the catalogue', () => {
    expect(portals.catalogue.checks).toEqual(catalogue.checks);
    expect(portals.catalogue.services).toEqual(catalogue.services);
    expect(portals.catalogue.targets.map(({ selectors }) => selectors)).toEqual(
      catalogue.targets.map(({ selectors }) => selectors),
    );
  });

  it('look each like themselves', async () => {
    const titles = await Promise.all(
      every.map(async ({ pages, service }) => {
        const { text } = await new Visitor(targetOf(portals, service).baseUrl).open(pages.main);
        return /<title>([^<]*)/.exec(text)?.[1];
      }),
    );
    expect(new Set(titles).size).toBe(every.length);
  });

  it('answer the public search with a page above 50 KB and the replay’s time', async () => {
    const { baseUrl, pages } = targetOf(portals, 'work24');
    const { text } = await new Visitor(baseUrl).open(pages.data ?? '');
    expect(Buffer.byteLength(text)).toBeGreaterThan(50_000);
    expect(text).toMatch(/2024\. 7\. 18\. 오전 9:14 \(KST\)/);
  });

  it('say so when a page does not exist', async () => {
    const answer = await new Visitor(targetOf(portals, 'hrd-net').baseUrl).open('/old/page.do');
    expect(answer).toMatchObject({ status: 404, text: expect.stringContaining('존재하지 않는') });
  });

  it('refuse a service that they do not have', async () => {
    await expect(portals.faults.set('naver', { mode: 'hang' })).rejects.toThrow(UnknownNameError);
    expect(() => portals.credentials('naver')).toThrow(UnknownNameError);
  });
});

describe('logging in as on 고용24', () => {
  const submit = '/cm/z/b/0210/loginPost.do';

  it('answers with an alert, shows 로그아웃 and forgets the session on logging out', async () => {
    const visitor = new Visitor(targetOf(portals, 'work24').baseUrl);
    const { userId, password } = portals.credentials('work24');
    const answer = await visitor.open(submit, { id: userId, pwd: password });
    expect(answer.text).toContain('alert("로그인되었습니다.")');
    const main = await visitor.open('/cm/main.do');
    const header = /<header>(.*)<\/header>/s.exec(main.text)?.[1];
    expect(header).toContain('로그아웃');
    expect(main.text).not.toContain(userId);
    const out = await visitor.open('/cm/z/b/0210/logout.do');
    expect(out).toMatchObject({ status: 302, location: '/cm/main.do' });
    expect((await visitor.open('/cm/main.do')).text).toContain('회원가입');
  });

  it('locks the account after five wrong passwords, for the right one too', async () => {
    const visitor = new Visitor(targetOf(portals, 'worknet').baseUrl);
    const { userId, password } = portals.credentials('worknet');
    const tries = [];
    for (const pwd of ['1', '2', '3', '4', '5', password]) {
      tries.push((await visitor.open(submit, { id: userId, pwd })).text);
    }
    expect(tries[0]).toContain('일치하지 않습니다. (1/5회 오류)');
    expect(tries[4]).toContain('계정이 잠겼습니다');
    expect(tries[5]).toContain('계정이 잠겼습니다');
  });

  it('answers 405 with an alert to a GET of the form’s address', async () => {
    const answer = await new Visitor(targetOf(portals, 'work24').baseUrl).open(submit);
    expect(answer.status).toBe(405);
    expect(answer.text).toContain('정상적인 접근 방식이 아닙니다.');
  });
});

describe('logging in as on EPS', () => {
  it('asks for the birth date after number and password', async () => {
    const visitor = new Visitor(targetOf(portals, 'eps').baseUrl);
    const { userId, password, birthDate = '' } = portals.credentials('eps');
    const second = await visitor.open('/eo/loginProc.eo', {
      sKorTestNo: userId,
      sFnrwRecvNo: password,
    });
    expect(second.text).toMatch(/id="chkBirtDt".*class="buttonE"><button/s);
    const wrong = await visitor.open('/eo/birthChk.eo', { chkBirtDt: '20000101' });
    expect(wrong.text).toContain('생년월일이 일치하지 않습니다.');
    const right = await visitor.open('/eo/birthChk.eo', { chkBirtDt: birthDate });
    expect(right).toMatchObject({ status: 302, location: '/eo/langMain.eo?langCD=ko' });
    expect((await visitor.open('/eo/langMain.eo?langCD=ko')).text).toContain('로그아웃');
  });

  it('does not take the birth date alone', async () => {
    const visitor = new Visitor(targetOf(portals, 'eps').baseUrl);
    const { birthDate = '' } = portals.credentials('eps');
    const answer = await visitor.open('/eo/birthChk.eo', { chkBirtDt: birthDate });
    expect(answer.text).toContain('로그인 정보가 없습니다.');
  });
});

describe('a certificate made at run time', () => {
  it('carries hosts and dates and is signed by its issuer', () => {
    const dates = { notBefore: MORNING, notAfter: MORNING + 90 * DAY };
    const issuer = makeCertificate({ commonName: 'CA', hosts: [], authority: true, ...dates });
    const leaf = makeCertificate({
      commonName: 'x',
      hosts: ['a.test', '127.0.0.1'],
      issuer,
      ...dates,
    });
    const read = new X509Certificate(leaf.pem);
    expect(read.subjectAltName).toBe('DNS:a.test, IP Address:127.0.0.1');
    expect(read.validToDate.getTime()).toBe(dates.notAfter);
    expect(read.verify(new X509Certificate(issuer.pem).publicKey)).toBe(true);
  });
});
