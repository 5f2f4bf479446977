import { createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { limitsOf, probe, serve, targetOf } from './probing.ts';

const PIECES = [
  'HTTP/1.1 200 OK\r\n',
  'HTTP/1.1 302 Found\r\n',
  'HTTP/1.0 500\r\n',
  'HTTP/1.1 304 Not Modified\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n',
  'HTTP/1.1 100 Continue\r\n',
  '\r\n',
  '\r\n\r\n',
  'Location: /\r\n',
  'Location: \u0000\r\n',
  'Content-Length: 5\r\n',
  'Content-Length: -1\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Content-Encoding: gzip\r\n',
  'Content-Encoding: deflate\r\n',
  'Content-Type: text/html; charset=euc-kr\r\n',
  'Set-Cookie: a=\u0007\r\n',
  'Set-Cookie: =;;;=\r\n',
  '5\r\nhello\r\n',
  'ffffffffffffffff\r\n',
  '0\r\n\r\n',
  '<title>로그인',
  '\u001f\u008b\u0008',
];

const answer = fc.record({
  pieces: fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), {
    maxLength: 12,
  }),
  wellBegun: fc.boolean(),
  end: fc.constantFrom('end', 'reset', 'stay'),
});

describe('whatever a server answers', () => {
  it('a probe brings home a record that can be judged', async () => {
    let bytes = '';
    let end = 'end';
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write(bytes, () => {
          if (end === 'end') socket.end();
          if (end === 'reset') socket.resetAndDestroy();
        });
      });
    });
    const target = targetOf(`http://127.0.0.1:${await serve(server)}`);
    const limits = limitsOf({ firstByteMs: 20, bodyMs: 20 });
    await fc.assert(
      fc.asyncProperty(answer, async (given) => {
        bytes = (given.wellBegun ? PIECES[0] : '') + given.pieces.join('');
        end = given.end;
        const { observation, passedLayers, steps } = await probe(target, { limits });
        const { kind, result } = classify(observation);
        expect(result === 'passed').toBe(kind === undefined);
        expect(kind).not.toBe('monitor-fault');
        expect(steps).toHaveLength(1);
        if (result === 'passed') expect(passedLayers).toEqual(['host', 'static']);
      }),
      { numRuns: 150 },
    );
  });
});
