import * as fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanTrace } from '#adapters/chromium/clean-trace';
import { createRedactor, REDACTED } from '#core/run/redaction';
import { Secret } from '#core/run/secret';

const PASSWORD = 'Moui!4207#sim';
const redact = createRedactor([new Secret(PASSWORD)]);

const network = JSON.stringify({
  type: 'resource-snapshot',
  snapshot: {
    request: {
      url: `https://portal.example/login?pw=${encodeURIComponent(PASSWORD)}`,
      headers: [{ name: 'Cookie', value: 'HPSESSIONID=abc' }],
      cookies: [{ name: 'HPSESSIONID', value: 'abc' }],
      postData: { mimeType: 'application/x-www-form-urlencoded', _sha1: 'sent.dat' },
    },
    response: {
      status: 200,
      headers: [
        { name: 'Content-Type', value: 'text/html' },
        { name: 'Set-Cookie', value: 'HPSESSIONID=def' },
      ],
      cookies: [{ name: 'HPSESSIONID', value: 'def' }],
      content: { _sha1: 'page.html' },
    },
  },
});

const zip = zipSync({
  'trace.trace': strToU8(
    `${JSON.stringify({ type: 'before', method: 'fill', params: { value: PASSWORD } })}\n`,
  ),
  'trace.network': strToU8(`${network}\n`),
  'resources/page.html': strToU8(`<input value="${PASSWORD}">`),
  'resources/sent.dat': strToU8(`id=a&pw=${encodeURIComponent(PASSWORD)}&token=t`),
  'resources/picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]),
});

const partsOf = (body: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(body)).map(([name, part]) => [name, strFromU8(part)] as const),
  );

describe('a cleaned trace', () => {
  const parts = partsOf(cleanTrace(zip, redact));

  it('keeps what the viewer needs, without what cannot be searched or was sent', () => {
    expect(Object.keys(parts).sort()).toEqual([
      'resources/page.html',
      'trace.network',
      'trace.trace',
    ]);
    expect(JSON.parse(parts['trace.network'] ?? '')).toMatchObject({
      snapshot: { response: { status: 200, content: { _sha1: 'page.html' } } },
    });
  });

  it('has no secret in calls, addresses and bodies', () => {
    expect(parts['trace.trace']).toContain(REDACTED);
    expect(parts['resources/page.html']).toBe(`<input value="${REDACTED}">`);
    expect(Object.values(parts).join('\n')).not.toContain('4207');
  });

  it('has no session: neither cookies nor the headers that carry them', () => {
    const { snapshot } = JSON.parse(parts['trace.network'] ?? '');
    expect(snapshot.request).toMatchObject({ headers: [], cookies: [] });
    expect(snapshot.response.cookies).toEqual([]);
    expect(snapshot.response.headers).toEqual([{ name: 'Content-Type', value: 'text/html' }]);
    expect(parts['trace.network']).not.toContain('HPSESSIONID');
  });

  it('has no secret left, wherever the secret stood', () => {
    const secrets = fc
      .string({ minLength: 6, maxLength: 20 })
      .filter((value) => /\w{4}/.test(value));
    fc.assert(
      fc.property(secrets, fc.string(), (value, around) => {
        const hide = createRedactor([new Secret(value)]);
        const planted = zipSync({
          'trace.trace': strToU8(JSON.stringify({ params: { value, text: around + value } })),
          [`resources/${encodeURIComponent(value)}`]: strToU8(value + around),
        });
        const found = partsOf(cleanTrace(planted, hide));
        const everything = [...Object.keys(found), ...Object.values(found)].join('\n');
        if (!around.includes(value)) expect(everything).not.toContain(value);
        expect(everything).toContain(REDACTED);
      }),
    );
  });
});
