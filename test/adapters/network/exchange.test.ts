import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { CONTACT, HEALTHY, HTML, probe, serveHttp, serveRaw, targetOf } from './probing.ts';

describe('a probe of a healthy portal', () => {
  it('passes host, static and data, and times every phase', async () => {
    const origin = await serveHttp((request, response) => {
      const data = request.url === '/search';
      response.writeHead(200, HTML).end(data ? 'var totalRecordCount : 12' : HEALTHY);
    });
    const record = await probe(
      targetOf(origin, {
        pages: { main: '/', data: '/search' },
        markers: { main: '로그인', data: '/totalRecordCount\\s*:\\s*\\d+/' },
      }),
    );
    expect(record.passedLayers).toEqual(['host', 'static', 'data']);
    expect(record.steps.map(({ layer, status }) => [layer, status])).toEqual([
      ['static', 'passed'],
      ['data', 'passed'],
    ]);
    expect(Object.keys(record.phases ?? {}).sort()).toEqual([
      'body',
      'connect',
      'dns',
      'firstByte',
    ]);
    expect(classify(record.observation)).toMatchObject({ result: 'passed', layer: 'data' });
    expect(record).toMatchObject({ attempts: 1, artefacts: [] });
    expect(record.certificates).toEqual({});
  });

  it('asks a control with only a main page once', async () => {
    const origin = await serveHttp((_, response) => response.writeHead(200, HTML).end(HEALTHY));
    const record = await probe(targetOf(origin, { service: 'control' }));
    expect(record.passedLayers).toEqual(['host', 'static']);
    expect(record.requests).toEqual({ [new URL(origin).host]: 1 });
  });

  it('says who asks and where to complain', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const origin = await serveHttp((request, response) => {
      seen.push(request.headers);
      response.writeHead(200, HTML).end(HEALTHY);
    });
    await probe(targetOf(origin));
    expect(seen[0]?.['user-agent']).toBe(`Mozilla/5.0 (compatible; Bonghwa/1.0; +${CONTACT})`);
    expect(seen[0]).toMatchObject({ host: new URL(origin).host, 'accept-language': /^ko/ });
  });

  it('finds a text marker that stands behind the first 20,000 characters', async () => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, HTML).end(`<p>${'채용 공고 '.repeat(10_000)}</p><p>마지막 표지</p>`);
    });
    const { observation } = await probe(targetOf(origin, { markers: { main: '마지막 표지' } }));
    expect(observation.markers).toEqual([
      { name: 'main', expected: true, found: true, text: '마지막 표지' },
    ]);
    expect(observation.text.length).toBeLessThanOrEqual(20_000);
  });

  it('does not ask for the data page when the main page lacks its marker', async () => {
    const origin = await serveHttp((_, response) => response.writeHead(200, HTML).end(HEALTHY));
    const target = targetOf(origin, {
      pages: { main: '/', data: '/search' },
      markers: { main: '없는 표지', data: '로그인' },
    });
    const record = await probe(target);
    expect(record.passedLayers).toEqual(['host']);
    expect(record.requests).toEqual({ [new URL(origin).host]: 1 });
    expect(record.steps[0]?.error).toBe('the marker is missing');
    expect(classify(record.observation)).toMatchObject({ result: 'inconclusive', kind: 'changed' });
  });

  it('uses IPv4 alone, and tells an IPv6 address as the monitor’s own limit', async () => {
    const { observation } = await probe(targetOf('http://[::1]:9/'));
    expect(observation.fault).toMatchObject({ phase: 'monitor' });
    expect(classify(observation)).toMatchObject({ result: 'inconclusive', kind: 'monitor-fault' });
  });

  it.each(['http://', 'ftp://127.0.0.1/', 'not an address', '', 'javascript:alert(1)'])(
    'takes the base URL "%s" for the configuration’s fault',
    async (baseUrl) => {
      const record = await probe(targetOf(baseUrl));
      expect(record).toMatchObject({ steps: [], passedLayers: [], requests: {} });
      expect(classify(record.observation)).toMatchObject({
        result: 'inconclusive',
        kind: 'monitor-fault',
      });
    },
  );
});

describe('redirects', () => {
  it('are followed, relative and absolute, with the cookies they set', async () => {
    const cookies: (string | undefined)[] = [];
    const origin = await serveHttp((request, response) => {
      cookies.push(request.headers.cookie);
      if (request.url === '/') {
        const cookie = ['A=1; Path=/; HttpOnly', 'B=2', 'old=x'];
        response.writeHead(302, { location: 'step?x=1', 'set-cookie': cookie }).end();
      } else if (request.url === '/step?x=1') {
        const headers = { location: `${origin}/end#top`, 'set-cookie': 'old=; Max-Age=0' };
        response.writeHead(301, headers).end();
      } else {
        response.writeHead(200, HTML).end(HEALTHY);
      }
    });
    const { observation, requests } = await probe(targetOf(origin));
    expect(observation.finalUrl).toBe(`${origin}/end#top`);
    expect(cookies).toEqual([undefined, 'A=1; B=2; old=x', 'A=1; B=2']);
    expect(requests).toEqual({ [new URL(origin).host]: 3 });
    expect(classify(observation).result).toBe('passed');
  });

  it('to another host are noted, counted by host and judged as changed', async () => {
    const other = await serveHttp((request, response) => {
      response.writeHead(200, HTML).end(`<p>${request.headers.cookie ?? ''}</p>다른 곳입니다.`);
    });
    const place = other.replace('127.0.0.1', 'other.localhost');
    const origin = await serveHttp((_, response) => {
      response.writeHead(302, { location: place, 'set-cookie': 'secret=1' }).end();
    });
    const { observation, requests } = await probe(targetOf(origin));
    expect(observation.finalUrl).toBe(`${place}/`);
    expect(observation.text).not.toContain('secret');
    expect(requests).toEqual({ [new URL(origin).host]: 1, [new URL(place).host]: 1 });
    expect(classify(observation)).toMatchObject({ result: 'inconclusive', kind: 'changed' });
  });

  it('in a circle end, as an error of the server', async () => {
    const origin = await serveHttp((_, response) =>
      response.writeHead(302, { location: '/' }).end(),
    );
    const { observation, passedLayers, requests } = await probe(targetOf(origin));
    expect(observation.fault?.code).toBe('ERR_TOO_MANY_REDIRECTS');
    expect(requests[new URL(origin).host]).toBeLessThan(25);
    expect(passedLayers).toEqual(['host']);
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'http-error' });
  });

  it('keep Korean paths whole', async () => {
    const paths: (string | undefined)[] = [];
    const origin = await serveHttp((request, response) => {
      paths.push(request.url);
      const location = Buffer.from('/채용').toString('latin1');
      if (request.url === '/') response.writeHead(302, { location }).end();
      else response.writeHead(200, HTML).end(HEALTHY);
    });
    await probe(targetOf(origin));
    expect(paths).toEqual(['/', encodeURI('/채용')]);
  });

  it.each(['javascript:alert(1)', 'http://', 'intent://open'])(
    'to %s lead nowhere',
    async (location) => {
      const origin = await serveHttp((_, response) => response.writeHead(302, { location }).end());
      const { observation } = await probe(targetOf(origin));
      expect(observation.fault?.code).toBe('ERR_INVALID_REDIRECT');
      expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'http-error' });
    },
  );

  it('with a cookie of control characters do not end the run', async () => {
    let asked = 0;
    const origin = await serveRaw((socket) => {
      asked += 1;
      socket.end(
        asked === 1
          ? 'HTTP/1.1 302 Found\r\nLocation: /x\r\nSet-Cookie: A=\u0001b; Path=/\r\nContent-Length: 0\r\n\r\n'
          : `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${HEALTHY}`,
      );
    });
    expect(classify((await probe(targetOf(origin))).observation).result).toBe('passed');
  });
});

describe('an HTTP status', () => {
  it.each([
    [403, 'inconclusive', 'blocked'],
    [404, 'inconclusive', 'changed'],
    [429, 'inconclusive', 'blocked'],
    [500, 'failed', 'http-error'],
    [502, 'failed', 'http-error'],
    [503, 'failed', 'http-error'],
  ])('of %i comes home and is judged %s, %s', async (status, result, kind) => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(status, HTML).end('<h1>안내</h1><p>요청하신 페이지를 찾아 주세요.</p>');
    });
    const record = await probe(targetOf(origin));
    expect(record.observation.status).toBe(status);
    expect(record.passedLayers).toEqual(['host']);
    expect(record.steps[0]?.error).toBe(`HTTP ${status}`);
    expect(classify(record.observation)).toMatchObject({ result, kind });
  });

  it('of 1xx is skipped, and the final one counts', async () => {
    const origin = await serveHttp((_, response) => {
      response.writeProcessing();
      response.writeEarlyHints({ link: '</a.css>; rel=preload' });
      response.writeHead(200, HTML).end(HEALTHY);
    });
    expect((await probe(targetOf(origin))).observation.status).toBe(200);
  });
});

describe('what is not a page', () => {
  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['application/json', '{"ok":true}'],
    ['application/octet-stream', Buffer.alloc(3_000, 7)],
  ])('of type %s is neither passed nor downtime', async (type, body) => {
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    const { observation } = await probe(targetOf(origin));
    expect(observation.contentType).toBe(type);
    expect(classify(observation).result).toBe('inconclusive');
  });
});
