import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#core/time/time';
import { toRequest, toResult } from '#lambda/http-event';
import {
  boardOf,
  failedAt,
  outageAt,
  resultAt,
  rollupAt,
  T0,
} from '../../adapters/dynamodb/samples.ts';
import { type ApiBench, startApiBench } from './api-bench.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly takesBody: boolean;
}

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '9'.repeat(400),
  'NaN',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '고용24',
  '🔥',
  "' OR 1=1 --",
  '#pk = :pk',
  'RESULT#',
  '../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%zz',
  '%00',
  '<script>alert(1)</script>',
  '$' + '{7*7}',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(6_000),
  'work24',
  'eps',
  'worknet/login',
  'all.svg',
  'moel-20240718-0915',
  'moel.00000000',
  '2024-07-18T00:00:00Z',
  '2024-07-18T09:00:00+09:00',
  '2024-07-18',
  '2001-01-01T00:00:00Z',
  '2099-12-31T23:59:59Z',
  '9999-12-31T23:59:59Z',
  '-271821-04-20T00:00:00Z',
  'Asia/Seoul',
  'Asia/Nowhere',
  'hour',
  'day',
  'month',
  'failed',
  'open',
  '200',
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const body = fc.oneof(
  fc.constantFrom('', '{', '[]', 'null', '"x"', '{"__proto__":{"by":1}}', 'x'.repeat(40_000)),
  fc.json({ maxDepth: 4 }),
  fc.record({ text: value }).map((fields) => JSON.stringify(fields)),
  fc
    .record(
      { group: value, services: fc.array(value, { maxLength: 3 }), from: value, to: value },
      { requiredKeys: [] },
    )
    .map((fields) => JSON.stringify({ ...fields, reason: 'x' })),
);

/** encodeURIComponent throws on half a surrogate pair, but a client can still send its bytes. */
function encoded(text: string): string {
  return [...text]
    .map((part) =>
      /[\ud800-\udfff]/.test(part) && part.length === 1 ? '%ED%A0%80' : encodeURIComponent(part),
    )
    .join('');
}

describe('bad requests to the history API', () => {
  let bench: ApiBench;
  let operations: readonly Operation[];

  beforeAll(async () => {
    bench = await startApiBench(T0 + 60 * MINUTE);
    // Without a board the API is not healthy and answers 503.
    await bench.stores.board.put(boardOf('moel', { updatedAt: T0 + 60 * MINUTE }));
    for (let index = 0; index < 8; index += 1) {
      await bench.stores.results.put(resultAt(T0 + index * MINUTE));
      await bench.stores.results.put(failedAt(T0 + index * MINUTE, { service: 'eps' }));
    }
    await bench.stores.outages.put(outageAt('20240718-0915'));
    await bench.stores.rollups.put(rollupAt(Date.parse('2024-07-18T00:00:00Z')));
    operations = await documented(bench);
  });
  afterAll(() => bench.stop());

  const request = (path: string, init: RequestInit = {}) =>
    bench.app.request(new Request(`http://api.example${path}`, init));

  it('walks every operation of the document', () => {
    expect(operations.length).toBeGreaterThanOrEqual(16);
    expect(operations.filter(({ takesBody }) => takesBody)).toHaveLength(4);
  });

  it('never cause a fault, whatever the parameters and bodies hold', async () => {
    const calls = fc.tuple(
      fc.nat({ max: 10_000 }),
      fc.dictionary(
        fc.constantFrom(
          ...'from to result kind check limit cursor tz interval show state service extra'.split(
            ' ',
          ),
        ),
        value,
        { maxKeys: 4 },
      ),
      fc.array(value, { minLength: 2, maxLength: 2 }),
      body,
    );
    await fc.assert(
      fc.asyncProperty(calls, async ([pick, query, ids, payload]) => {
        const operation = operations[pick % operations.length];
        if (!operation) return;
        const response = await request(addressOf(operation, ids, query), {
          method: operation.method,
          headers: {
            authorization: `Bearer ${bench.tokens.write}`,
            ...(operation.takesBody ? { 'content-type': 'application/json' } : {}),
          },
          ...(operation.takesBody ? { body: payload } : {}),
        });
        const text = await response.text();
        expect(response.status).toBeLessThan(500);
        expect(text).not.toMatch(/\n\s+at |node_modules|\/work\/|\.ts:\d/);
        if (response.status >= 400) {
          expect(response.headers.get('content-type')).toContain('application/problem+json');
          expect(JSON.parse(text).status).toBe(response.status);
        }
        if (operation.path.startsWith('/v1/services/{id}/results')) {
          expect(text).not.toContain(ids[0] === 'eps' ? '"service":"work24"' : '"service":"eps"');
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('get no other service’s results with its cursor, nor with a changed one', async () => {
    const { next } = await bench.json<{ next: string }>('/v1/services/eps/results?limit=2');
    const path = (cursor: string) => `/v1/services/work24/results?limit=2&cursor=${cursor}`;
    expect((await bench.get(path(next))).status).toBe(400);
    const position = fc.nat({ max: next.length - 1 });
    const letter = fc.constantFrom(...'ABCabc019-_');
    await fc.assert(
      fc.asyncProperty(position, letter, async (at, changed) => {
        const cursor = `${next.slice(0, at)}${changed}${next.slice(at + 1)}`;
        const response = await bench.get(`/v1/services/eps/results?limit=2&cursor=${cursor}`);
        expect(response.status).toBe(cursor === next ? 200 : 400);
      }),
      { numRuns: 200 },
    );
  });

  it('of 10 MB are refused without being read to their end', async () => {
    const response = await request('/v1/silences', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bench.tokens.write}`,
        'content-type': 'application/json',
      },
      body: 'x'.repeat(10 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
  });

  it('of every method on every path are answered below 500', async () => {
    for (const { path } of operations) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PURGE', 'X-Y']) {
        const response = await request(path.replaceAll(/[{}]/g, ''), { method });
        expect(response.status).toBeLessThan(500);
      }
    }
  });

  it('never cause a fault as events of the gateway, whatever is in them and whatever is not', async () => {
    const paths = operations.map(({ path }) =>
      path.replace('{id}', 'work24').replace('{run}', 'x'),
    );
    const methods = fc.constantFrom(
      'GET',
      'HEAD',
      'OPTIONS',
      'POST',
      'DELETE',
      'TRACE',
      'get',
      'X Y',
    );
    const headers = fc.dictionary(
      fc.constantFrom(
        'accept-encoding',
        'content-type',
        'if-none-match',
        'origin',
        'range',
        'cookie',
      ),
      value,
    );
    const authorization = fc.constantFrom(
      `Bearer ${bench.tokens.write}`,
      'Bearer ',
      '토큰',
      undefined,
    );
    const event = fc.record(
      {
        rawPath: fc.oneof(fc.constantFrom(...paths), value),
        rawQueryString: fc.oneof(fc.constant(''), value),
        requestContext: methods.map((method) => ({ http: { method } })),
        headers: fc
          .tuple(headers, authorization)
          .map(([rest, shown]) => ({ ...rest, authorization: shown })),
        body: body,
        isBase64Encoded: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(event, async (each) => {
        const {
          statusCode = 0,
          headers = {},
          body: text,
        } = await toResult(await bench.app.fetch(toRequest(each)));
        expect(statusCode).toBeLessThan(500);
        if (statusCode >= 400) {
          expect(headers['content-type']).toContain('application/problem+json');
        }
        expect(text).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
      }),
      { numRuns: 500 },
    );
  });

  it('name what is broken in storage in the log and not in the answer', async () => {
    const broken = await startApiBench(T0);
    await broken.stop();
    const response = await broken.get('/v1/status');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at /);
    expect(broken.logged.join()).toContain('request failed');
  });
});

async function documented(bench: ApiBench): Promise<readonly Operation[]> {
  const document = (await (await bench.app.request('/openapi.json')).json()) as {
    paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: object }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      takesBody: requestBody !== undefined,
    })),
  );
}

function addressOf(
  { path, parameters }: Operation,
  ids: readonly string[],
  query: Readonly<Record<string, string>>,
): string {
  let next = 0;
  const filled = path.replaceAll(/\{\w+\}/g, () => encoded(ids[next++] ?? '') || 'x');
  const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  // Mostly parameters that the operation knows. Otherwise few requests pass the first check.
  const pairs = Object.entries(query).filter(([name]) => name === 'extra' || known.includes(name));
  const search = pairs.map(([name, text]) => `${name}=${encoded(text)}`).join('&');
  return search === '' ? filled : `${filled}?${search}`;
}
