import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HttpEvent, toRequest, toResult } from '#lambda/http-event';

function asked(event: HttpEvent) {
  const { pathname, search } = new URL(toRequest(event).url);
  return pathname + search;
}

describe('an event of API Gateway as a request', () => {
  it.each([
    ['/v1/status', '', '/v1/status'],
    ['/v1/outages', 'state=open&service=work24', '/v1/outages?state=open&service=work24'],
    // HTTP APIs pass `%3F` and `%23` decoded.
    ['/v1/services/a?b#c', 'x=1', '/v1/services/a%3Fb%23c?x=1'],
    ['/v1/services/100%', '', '/v1/services/100%25'],
    ['/v1/services/a%2Fb', '', '/v1/services/a%2Fb'],
    ['/v1/badges/고용24.svg', '', '/v1/badges/%EA%B3%A0%EC%9A%A924.svg'],
    ['/v1\\status', '', '/v1%5Cstatus'],
    ['//evil.example/v1', '', '//evil.example/v1'],
    ['@evil.example/v1', '', '/@evil.example/v1'],
    ['/v1/status', 'a=#b', '/v1/status?a=%23b'],
  ])('takes %j and %j for %s', (rawPath, rawQueryString, expected) => {
    expect(asked({ rawPath, rawQueryString })).toBe(expected);
  });

  it('carries a body in text or base64, and none for GET', async () => {
    const body = '{"text":"담당자"}';
    const of = (method: string, over: Partial<HttpEvent>) =>
      toRequest({ rawPath: '/', requestContext: { http: { method } }, ...over });
    const packed = { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    expect(await of('POST', { body }).text()).toBe(body);
    expect(await of('POST', packed).text()).toBe(body);
    expect(of('POST', packed).headers.get('content-length')).toBe('20');
    expect(of('GET', packed).body).toBeNull();
  });

  it.each(['TRACE', 'connect', 'TRACK', 'A B', '', 'ㄱ'])('refuses the method %j', (method) => {
    expect(toRequest({ requestContext: { http: { method } } }).method).toBe('X-REFUSED');
  });

  it('leaves out headers that HTTP would not carry', () => {
    const { headers } = toRequest({
      headers: { accept: 'a/b', 'x y': '1', authorization: 'Bearer 토큰', 'x-nul': 'a\0b' },
    });
    expect(Object.fromEntries(headers)).toEqual({ accept: 'a/b' });
  });

  it('never throws, whatever fields are present or missing', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('\ud800'));
    const event = fc.record(
      {
        rawPath: text,
        rawQueryString: text,
        headers: fc.dictionary(text, text),
        requestContext: fc.record({ http: fc.record({ method: text }) }, { requiredKeys: [] }),
        body: text,
        isBase64Encoded: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(event, (each) => {
        expect(new URL(toRequest(each).url).host).toBe('api.invalid');
      }),
    );
  });
});

describe('an answer for API Gateway', () => {
  it('is text as it is, and base64 where it was packed', async () => {
    const plain = await toResult(new Response('{}', { status: 202, headers: { 'x-a': 'b' } }));
    expect(plain).toMatchObject({ statusCode: 202, body: '{}', isBase64Encoded: false });
    const marked = await toResult(new Response('\uFEFFid'));
    expect(marked.body).toBe('\uFEFFid');
    const packed = await toResult(
      new Response(new Uint8Array([1, 255]), { headers: { 'content-encoding': 'gzip' } }),
    );
    expect(packed).toMatchObject({ body: 'Af8=', isBase64Encoded: true });
  });
});
