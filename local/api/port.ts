import { isIPv6 } from 'node:net';
import { errorCode, InvalidInputError } from '#core/errors';

/** The port in an option, at most `highest`. Throws InvalidInputError. */
export function portOf(text: string, highest: number): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (port <= highest) return port;
  throw new InvalidInputError(
    { en: `--port ${text} is not a valid port.`, ko: `--port ${text}: 올바른 포트가 아닙니다.` },
    {
      en: `Give a number from 0 (a free one) to ${highest}.`,
      ko: `0(빈 포트)부터 ${highest}까지의 수를 주십시오.`,
    },
  );
}

/** Where this machine reaches a server that listens on `host`. */
export function urlOf(host: string | undefined, port: number): string {
  if (host === undefined || host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** Why a server does not start. `port` is the one that it asked for. */
export function notListening(error: unknown, port: number, host = '127.0.0.1'): InvalidInputError {
  const code = errorCode(error);
  const options = { cause: error };
  if (code === 'EADDRINUSE') {
    return new InvalidInputError(
      { en: `Port ${port} is in use.`, ko: `${port} 포트가 이미 쓰이고 있습니다.` },
      {
        en: 'Choose another with --port N; 0 takes a free one.',
        ko: '--port N으로 다른 포트를 고르십시오. 0을 주면 빈 포트를 씁니다.',
      },
      options,
    );
  }
  if (code === 'EACCES') {
    return new InvalidInputError(
      {
        en: `Port ${port} is reserved for root.`,
        ko: `${port} 포트는 root만 쓸 수 있습니다.`,
      },
      {
        en: 'Choose one from 1024 on with --port N.',
        ko: '--port N으로 1024 이상의 포트를 고르십시오.',
      },
      options,
    );
  }
  return new InvalidInputError(
    {
      en: `${host} is no address of this machine (${code}).`,
      ko: `${host}은(는) 이 컴퓨터의 주소가 아닙니다(${code}).`,
    },
    {
      en: 'Name one with --listen ADDRESS; 0.0.0.0 stands for all.',
      ko: '--listen ADDRESS로 지정하십시오. 0.0.0.0은 모든 주소입니다.',
    },
    options,
  );
}
