import { constants } from 'node:http2';
import { DAY } from '#core/time/time';
import type { Behaviour } from './behaviour.ts';
import { chains } from './chains.ts';
import { certificateOf, HTML, http2, https, PAGE, ROOT, welcome } from './servers.ts';

const now = Date.now();
const STATUS = { ':status': 200, ...HTML } as const;
const stranger = certificateOf({ commonName: 'stranger', authority: true });

export const secure: readonly Behaviour[] = [
  { name: 'https', start: () => https(welcome) },
  { name: 'TLS 1.2 alone', start: () => https(welcome, { versions: ['TLSv1.2', 'TLSv1.2'] }) },
  { name: 'TLS 1.3 alone', start: () => https(welcome, { versions: ['TLSv1.3', 'TLSv1.3'] }) },
  {
    name: 'TLS 1.1 alone',
    start: () =>
      https(welcome, { versions: ['TLSv1.1', 'TLSv1.1'], ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  {
    name: 'TLS 1.0 alone',
    start: () => https(welcome, { versions: ['TLSv1', 'TLSv1'], ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  {
    name: 'a certificate signed by itself',
    start: () => https(welcome, { certificate: certificateOf() }),
  },
  {
    name: 'a certificate from an unknown authority',
    start: () => https(welcome, { certificate: certificateOf({ issuer: stranger }) }),
  },
  {
    name: 'a certificate that is over',
    start: () =>
      https(welcome, {
        certificate: certificateOf({
          issuer: ROOT,
          notBefore: now - 9 * DAY,
          notAfter: now - DAY,
        }),
      }),
  },
  {
    name: 'a certificate of tomorrow',
    start: () =>
      https(welcome, { certificate: certificateOf({ issuer: ROOT, notBefore: now + DAY }) }),
  },
  {
    name: 'a certificate of another host',
    start: () =>
      https(welcome, { certificate: certificateOf({ issuer: ROOT, hosts: ['other.example'] }) }),
  },
  {
    name: 'a certificate of the address alone',
    start: () =>
      https(welcome, { certificate: certificateOf({ issuer: ROOT, hosts: ['127.0.0.1'] }) }),
  },
  ...chains,
  {
    name: 'plain HTTP where TLS is asked for',
    start: async () =>
      (await import('./servers.ts')).says(PAGE).then((origin) => origin.replace('http:', 'https:')),
  },
  {
    name: 'TLS where plain HTTP is asked for',
    start: async () => (await https(welcome)).replace('https:', 'http:'),
  },
  {
    name: 'a redirect from https to https',
    start: () =>
      https((request, response) => {
        if (request.url === '/') response.writeHead(302, { location: '/next' }).end();
        else welcome(request, response);
      }),
  },
  {
    name: 'HTTP/2',
    start: () =>
      http2((stream) => {
        stream.respond(STATUS);
        stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 with 300 headers',
    start: () =>
      http2((stream) => {
        const many = Object.fromEntries(
          Array.from({ length: 300 }, (_, at) => [`x-many-${at}`, 'a']),
        );
        stream.respond({ ...STATUS, ...many });
        stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 with 103 first',
    start: () =>
      http2((stream) => {
        stream.additionalHeaders({ ':status': 103, link: '</a>; rel=preload' });
        stream.respond(STATUS);
        stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 that demands HTTP/1.1',
    start: () => http2((stream) => stream.close(constants.NGHTTP2_HTTP_1_1_REQUIRED)),
  },
  {
    name: 'HTTP/2 that refuses the first stream',
    start: () =>
      http2((stream, connection) => {
        if (connection === 1) return stream.close(constants.NGHTTP2_REFUSED_STREAM);
        stream.respond(STATUS);
        return stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 that says goodbye before it answers, once',
    start: () =>
      http2((stream, connection) => {
        if (connection === 1) return stream.session?.goaway(constants.NGHTTP2_NO_ERROR, 0);
        stream.respond(STATUS);
        return stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 that says goodbye and still answers',
    start: () =>
      http2((stream) => {
        stream.session?.goaway(constants.NGHTTP2_NO_ERROR, stream.id);
        stream.respond(STATUS);
        stream.end(PAGE);
      }),
  },
  {
    name: 'HTTP/2 with a protocol error',
    start: () => http2((stream) => stream.close(constants.NGHTTP2_PROTOCOL_ERROR)),
  },
  {
    name: 'HTTP/2 broken off in the middle',
    start: () =>
      http2((stream) => {
        stream.respond({ ...STATUS, 'content-length': Buffer.byteLength(PAGE) });
        stream.write(PAGE.slice(0, 80), () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
      }),
  },
];
