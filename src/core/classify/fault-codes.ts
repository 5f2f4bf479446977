import { chain, either, type Part, patternOf } from '#core/classify/part';
import type { Kind } from '#core/run/verdict';
import { PRIVATE_ADDRESS, PUBLISHED_PRIVATE_ADDRESS } from '#core/watch/private-address';

interface CodeParts {
  readonly rule: string;
  readonly kind: Kind;
  readonly parts: readonly Part[];
  readonly reason: string;
}

/** First match wins. Codes: Chromium's net_error_list.h, Node's and undici's own names. */
export const CODES: readonly CodeParts[] = [
  {
    rule: 'code-own-network',
    kind: 'monitor-fault',
    parts: [
      {
        name: 'browser',
        is: 'net::ERR_INTERNET_DISCONNECTED',
        not: 'net::ERR_CONNECTION_REFUSED',
        any: [
          chain(
            /ERR_/u,
            either(
              /INTERNET_DISCONNECTED|NETWORK_(CHANGED|IO_SUSPENDED|ACCESS_DENIED)/u,
              /INSUFFICIENT_RESOURCES|OUT_OF_MEMORY|PROXY_\w+|TUNNEL_\w+|NO_SUPPORTED_PROXIES/u,
              /SOCKS_\w+|BLOCKED_BY_(CLIENT|ADMINISTRATOR)|CACHE_\w+|FILE_\w+|ACCESS_DENIED/u,
            ),
          ),
        ],
      },
      {
        name: 'node',
        is: 'EMFILE',
        not: 'ECONNREFUSED',
        any: [
          chain(
            /^(ENETDOWN|ENETUNREACH|EADDRNOTAVAIL|EMFILE|ENFILE|ENOMEM|ENOSPC|EACCES|EPERM)/u,
            /$/u,
          ),
        ],
      },
    ],
    reason: 'The network or the machine of the monitor failed.',
  },
  {
    rule: 'code-own-address',
    kind: 'monitor-fault',
    parts: [
      {
        name: 'browser',
        is: 'net::ERR_INVALID_URL',
        not: 'net::ERR_TIMED_OUT',
        any: [
          chain(
            /ERR_/u,
            either(
              /INVALID_URL|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|UNSAFE_PORT/u,
              /INVALID_ARGUMENT/u,
            ),
          ),
        ],
      },
    ],
    reason: 'The configured address cannot be opened.',
  },
  {
    rule: 'code-private-address',
    kind: 'monitor-fault',
    parts: [
      {
        name: 'any',
        is: PRIVATE_ADDRESS,
        not: PUBLISHED_PRIVATE_ADDRESS,
        any: [/^ERR_PRIVATE_ADDRESS$/u],
      },
    ],
    reason: 'The name resolves to a private address, perhaps only with our resolver.',
  },
  {
    rule: 'code-published-private-address',
    kind: 'dns',
    parts: [
      {
        name: 'any',
        is: PUBLISHED_PRIVATE_ADDRESS,
        not: PRIVATE_ADDRESS,
        any: [/^ERR_PRIVATE_ADDRESS_PUBLISHED$/u],
      },
    ],
    reason: 'The name resolves to a private address, which citizens cannot reach.',
  },
  {
    rule: 'code-dns',
    kind: 'dns',
    parts: [
      {
        name: 'browser',
        is: 'net::ERR_NAME_NOT_RESOLVED',
        not: 'net::ERR_TIMED_OUT',
        any: [/ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ICANN_NAME_COLLISION)/u],
      },
      {
        name: 'node',
        is: 'ENOTFOUND',
        not: 'ECONNRESET',
        any: [/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENODOMAIN|EBADRESP|ETIMEOUT)$/u],
      },
    ],
    reason: 'The host name could not be resolved.',
  },
  {
    rule: 'code-tls',
    kind: 'tls',
    parts: [
      {
        name: 'any',
        is: 'CERT_HAS_EXPIRED',
        not: 'ECONNRESET',
        any: [
          /ERR_(CERT_\w+|CERTIFICATE_\w+|SSL_\w+|BAD_SSL_\w+|TLS_\w+)|CERT_|_CERT/u,
          /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|EPROTO/u,
        ],
      },
    ],
    reason: 'The secure connection could not be made.',
  },
  {
    rule: 'code-connect-timeout',
    kind: 'connect',
    parts: [
      {
        name: 'any',
        is: 'net::ERR_CONNECTION_TIMED_OUT',
        not: 'net::ERR_TIMED_OUT',
        any: [/ERR_CONNECTION_TIMED_OUT|UND_ERR_CONNECT_TIMEOUT/u],
      },
    ],
    reason: 'The host did not accept a connection in time.',
  },
  {
    rule: 'code-timeout',
    kind: 'timeout',
    parts: [
      {
        name: 'any',
        is: 'net::ERR_TIMED_OUT',
        not: 'net::ERR_CONNECTION_REFUSED',
        any: [/ERR_TIMED_OUT|^ETIMEDOUT$|UND_ERR_(HEADERS|BODY)_TIMEOUT/u],
      },
    ],
    reason: 'The server did not answer in time.',
  },
  {
    rule: 'code-redirect-loop',
    kind: 'http-error',
    parts: [
      {
        name: 'any',
        is: 'net::ERR_TOO_MANY_REDIRECTS',
        not: 'net::ERR_TIMED_OUT',
        any: [/ERR_TOO_MANY_REDIRECTS/u],
      },
    ],
    reason: 'The server redirects in a circle.',
  },
  {
    rule: 'code-broken-answer',
    kind: 'http-error',
    parts: [
      {
        name: 'browser',
        is: 'net::ERR_INVALID_RESPONSE',
        not: 'net::ERR_EMPTY_RESPONSE',
        any: [
          chain(
            /ERR_/u,
            either(
              /INVALID_(HTTP_)?RESPONSE|RESPONSE_HEADERS_\w+|CONTENT_DECODING_\w+/u,
              /INVALID_REDIRECT|UNSAFE_REDIRECT|HTTP_RESPONSE_CODE_FAILURE/u,
            ),
          ),
        ],
      },
      { name: 'node', is: 'HPE_INVALID_CONSTANT', not: 'ECONNRESET', any: [/^HPE_/u] },
    ],
    reason: 'The server sent an answer that is not HTTP.',
  },
  {
    rule: 'code-connect',
    kind: 'connect',
    parts: [
      {
        name: 'browser',
        is: 'net::ERR_CONNECTION_REFUSED',
        not: 'net::ERR_TIMED_OUT',
        any: [
          chain(
            /ERR_/u,
            either(
              /CONNECTION_\w+|ADDRESS_\w+|EMPTY_RESPONSE|HTTP2_\w+|QUIC_\w+|SOCKET_\w+/u,
              /CONTENT_LENGTH_MISMATCH|INCOMPLETE_\w+|HOST_\w+/u,
            ),
          ),
        ],
      },
      {
        name: 'node',
        is: 'ECONNREFUSED',
        not: 'ENOTFOUND',
        any: [/^(ECONN\w+|EHOST\w+|EPIPE|UND_ERR_SOCKET)$/u],
      },
    ],
    reason: 'The connection was refused or broke.',
  },
];

export const CODE_RULES = CODES.map((rule) => ({ ...rule, code: patternOf(rule.parts) }));
