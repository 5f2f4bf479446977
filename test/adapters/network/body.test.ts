import type { ServerResponse } from 'node:http';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { HEALTHY, HTML, limitsOf, probe, serveHttp, targetOf } from './probing.ts';

const CAP = 200_000;
const BOMB_BYTES = 20_000_000;

async function served(body: Uint8Array, headers: Readonly<Record<string, string>> = {}) {
  const origin = await serveHttp((_, response) => {
    response.writeHead(200, { ...HTML, ...headers }).end(body);
  });
  const record = await probe(targetOf(origin), { limits: limitsOf({ maxBytes: CAP }) });
  return { ...record, verdict: classify(record.observation) };
}

/** Writes as fast as the other side reads. */
function pour(response: ServerResponse, chunk: Buffer, left: number): void {
  if (response.destroyed) return;
  if (left <= 0) response.end();
  else response.write(chunk, () => pour(response, chunk, left - chunk.length));
}

describe('a packed page', () => {
  it.each([
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', (text: string) => Buffer.from(text)],
    ['deflate, gzip', (text: string) => gzipSync(deflateSync(text))],
  ])('in %s is read', async (encoding, pack) => {
    const { observation, verdict } = await served(pack(HEALTHY), { 'content-encoding': encoding });
    expect(observation.bodyBytes).toBe(Buffer.byteLength(HEALTHY));
    expect(verdict.result).toBe('passed');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('in %s that unpacks without end is read as far as the limit', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(BOMB_BYTES, `${HEALTHY} `));
    expect(bomb.length).toBeLessThan(BOMB_BYTES / 50);
    const { note, observation } = await served(bomb, { 'content-encoding': encoding });
    expect(observation.bodyBytes).toBe(CAP);
    expect(note?.ko).toBe(`응답이 커서 ${CAP}바이트까지만 읽음`);
    expect(observation.fault).toBeUndefined();
  });

  it('packed a hundred times over is not unpacked at all', async () => {
    const headers = { 'content-encoding': Array(100).fill('gzip').join(',') };
    const { observation, verdict } = await served(gzipSync(HEALTHY), headers);
    expect(observation.fault).toMatchObject({
      phase: 'body',
      code: 'ERR_CONTENT_DECODING_FAILED',
    });
    expect(verdict).toMatchObject({ result: 'failed', kind: 'http-error' });
  });

  it.each(['gzip', 'br', 'zstd', 'deflate'])(
    'that is no %s is an error of the server',
    async (encoding) => {
      const { observation, verdict } = await served(Buffer.from(`${'!'.repeat(50)}${HEALTHY}`), {
        'content-encoding': encoding,
      });
      expect(observation.fault).toMatchObject({
        phase: 'body',
        code: 'ERR_CONTENT_DECODING_FAILED',
      });
      expect(verdict).toMatchObject({ result: 'failed', kind: 'http-error' });
    },
  );

  it('that breaks off is read as far as it could be unpacked, as by a browser', async () => {
    const packed = gzipSync(HEALTHY);
    const { observation, verdict } = await served(packed.subarray(0, packed.length - 12), {
      'content-encoding': 'gzip',
    });
    expect(observation.fault).toBeUndefined();
    expect(verdict.result).toBe('passed');
  });

  it.each([
    ['gzip', gzipSync, 'more'],
    ['gzip', gzipSync, '\x1f\x8b'],
    ['gzip', gzipSync, '\0'.repeat(8)],
    ['deflate', deflateSync, 'more'],
    ['deflate', deflateRawSync, 'more'],
    ['br', brotliCompressSync, 'more'],
    ['zstd', zstdCompressSync, 'more'],
  ])('in %s that other bytes follow is read, as by a browser', async (encoding, pack, more) => {
    const body = Buffer.concat([pack(HEALTHY), Buffer.from(more, 'latin1')]);
    const { observation, verdict } = await served(body, { 'content-encoding': encoding });
    expect(observation.bodyBytes).toBe(Buffer.byteLength(HEALTHY));
    expect(verdict.result).toBe('passed');
  });

  it('whose head comes in drops is read', async () => {
    const packed = gzipSync(HEALTHY);
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' });
      response.write(packed.subarray(0, 1));
      setTimeout(() => response.write(packed.subarray(1, 7)), 20);
      setTimeout(() => response.end(packed.subarray(7)), 40);
    });
    const { observation } = await probe(targetOf(origin));
    expect(classify(observation).result).toBe('passed');
  });

  it('in an encoding that nobody knows is neither passed nor downtime', async () => {
    const { verdict } = await served(Buffer.from([1, 2, 3]), { 'content-encoding': 'lzma' });
    expect(verdict.result).not.toBe('passed');
  });
});

describe('a page of 100 MB', () => {
  it('is read as far as the limit and judged by that', async () => {
    const chunk = Buffer.from(HEALTHY.padEnd(65_536, ' '));
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, HTML);
      pour(response, chunk, 100_000_000);
    });
    const { note, observation } = await probe(targetOf(origin));
    expect(observation.bodyBytes).toBe(limitsOf().probe.maxBytes);
    expect(note?.ko).toContain('2000000바이트까지만');
    expect(classify(observation).result).toBe('passed');
  });

  it('of letters alone is read without trouble too', async () => {
    const chunk = Buffer.alloc(65_536, '<');
    const origin = await serveHttp((_, response) => {
      response.writeHead(200, HTML);
      pour(response, chunk, 100_000_000);
    });
    const { observation } = await probe(targetOf(origin));
    expect(observation.text.length).toBeLessThanOrEqual(20_000);
    expect(classify(observation).result).not.toBe('passed');
  });

  it('with an endless title keeps the title short', async () => {
    const { observation } = await served(
      Buffer.from(`<title>${'가'.repeat(50_000)}</title>로그인`),
    );
    expect(observation.title.length).toBeLessThanOrEqual(500);
  });
});

/** "로그인 안내 서비스" as old servers send it. The second text has a letter that only CP949 has. */
const EUC_KR = Buffer.from('b7ceb1d7c0ce20bec8b3bb20bcadbaf1bdba', 'hex');
const CP949 = Buffer.concat([EUC_KR, Buffer.from('208c63206c6f', 'hex')]);

describe('Korean in EUC-KR', () => {
  it.each([
    ['named by the header', 'text/html; charset=EUC-KR', ''],
    ['named by the header in another way', 'text/html;charset="ks_c_5601-1987"', ''],
    ['named MS949', 'text/html; charset=MS949', ''],
    ['named by meta', 'text/html', '<meta charset="euc-kr">'],
    [
      'named by the old meta',
      'text/html',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=euc-kr">',
    ],
    ['named by nobody', 'text/html', ''],
    ['named wrongly by the header', 'text/html; charset=utf-8', ''],
    ['named Latin by a careless server', 'text/html; charset=ISO-8859-1', '<meta charset=euc-kr>'],
  ])('%s is read', async (_, type, meta) => {
    const body = Buffer.concat([Buffer.from(`<!DOCTYPE html>${meta}<body>`), CP949]);
    const { observation } = await served(body, { 'content-type': type });
    expect(observation.text).toMatch(/^로그인 안내 서비스 똠 lo$/);
    expect(observation.markers[0]?.found).toBe(true);
  });

  it('with a broken letter and no charset is still read', async () => {
    const body = Buffer.concat([EUC_KR, Buffer.from([0xb0]), Buffer.from('<p>'), EUC_KR]);
    const { observation } = await served(body, { 'content-type': 'text/html' });
    expect(observation.text).toContain('로그인 안내 서비스');
  });
});
