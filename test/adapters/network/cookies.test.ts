import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cookies } from '#adapters/network/cookies';
import { classify } from '#core/classify/classify';
import { HEALTHY, HTML, probe, serveHttp, targetOf } from './probing.ts';

const NOW = Date.UTC(2026, 0, 1);

describe('cookies', () => {
  it.each([
    ['portal.kr', 'portal.kr', 'a=1', 'a=1'],
    ['portal.kr', 'www.portal.kr', 'a=1', undefined],
    ['www.portal.kr', 'login.portal.kr', 'a=1; Domain=.portal.kr', 'a=1'],
    ['www.portal.kr', 'portal.kr', 'a=1; domain=PORTAL.kr; Path=/', 'a=1'],
    ['www.portal.kr', 'myportal.kr', 'a=1; Domain=portal.kr', undefined],
    ['evil.kr', 'portal.kr', 'a=1; Domain=portal.kr', undefined],
    ['portal.kr', 'portal.kr', 'a=1; Expires=Wed, 09 Jun 2100 10:18:14 GMT', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['portal.kr', 'portal.kr', 'a=; Expires=Thu, 01-Jan-70 00:00:01 GMT', undefined],
    ['portal.kr', 'portal.kr', 'a=; Expires=Thu, 01-Jan-1970 00:00:10 GMT', undefined],
    ['portal.kr', 'portal.kr', 'a=1; Expires=Fri, 01 Jan 2016 00:00:00 GMT', undefined],
    ['portal.kr', 'portal.kr', 'a=1; Expires=Fri, 01-Jan-38 00:00:00 GMT', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=1; Expires=someday', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=1; Max-Age=-1', undefined],
    ['portal.kr', 'portal.kr', 'a=1; Path=/', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=1; Path=/other', undefined],
    ['portal.kr', 'portal.kr/other/page', 'a=1; Path=/other', 'a=1'],
    ['portal.kr', 'portal.kr/others', 'a=1; Path=/other', undefined],
    ['portal.kr/folder/page', 'portal.kr/folder/next', 'a=1', 'a=1'],
    ['portal.kr/folder/page', 'portal.kr', 'a=1', undefined],
    ['portal.kr', 'portal.kr', 'a=1; Max-Age=3600', 'a=1'],
    ['portal.kr', 'portal.kr', 'a=b=c', 'a=b=c'],
    ['portal.kr', 'portal.kr', '=1', undefined],
    ['portal.kr', 'portal.kr', 'nothing', undefined],
  ])('of %s go to %s from "%s" as %s', (from, to, line, cookie) => {
    const cookies = new Cookies(NOW);
    cookies.remember(new URL(`http://${from}`), [line]);
    expect(cookies.headerFor(new URL(`http://${to}`)).cookie).toBe(cookie);
  });

  it('written anyhow never throw and never reach a stranger', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const cookies = new Cookies(NOW);
        cookies.remember(new URL('http://portal.kr/'), lines);
        expect(cookies.headerFor(new URL('http://stranger.example/'))).toEqual({});
      }),
    );
  });

  it('let a login’s round over two hosts come to its end', async () => {
    const origin = await serveHttp((request, response) => {
      const { cookie = '', host = '' } = request.headers;
      if (host.startsWith('login')) {
        const headers = { location: portal, 'set-cookie': 'SSO=1; Domain=portal.localhost' };
        response.writeHead(302, headers).end();
      } else if (cookie.includes('SSO=1')) {
        response.writeHead(200, HTML).end(HEALTHY);
      } else {
        response.writeHead(302, { location: portal.replace('www', 'login') }).end();
      }
    });
    const portal = origin.replace('127.0.0.1', 'www.portal.localhost');
    const { observation, requests } = await probe(targetOf(portal));
    expect(classify(observation).result).toBe('passed');
    expect(Object.values(requests)).toEqual([2, 1]);
  });
});
