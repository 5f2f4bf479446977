import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInputError, MonitorFaultError, UnknownNameError } from '#core/errors';

/** Address of `bonghwa up` if its usual port is free. */
const DEFAULT_API = 'http://127.0.0.1:8718';
const TIMEOUT_MS = 10_000;

export interface ApiOptions {
  /** Base URL. Default: the one that `bonghwa up` recorded. */
  readonly api?: string;
  readonly token?: string;
}

/**
 * Requests `what` from the history API, such as `outage moel-20240718-0915`. Throws
 * UnknownNameError, InvalidInputError, MonitorFaultError.
 */
export async function answerOf<Schema extends z.ZodType>(
  { path, what }: { readonly path: string; readonly what: string },
  schema: Schema,
  options: ApiOptions,
): Promise<z.output<Schema>> {
  const url = new URL(path, await apiAt(options));
  const response = await ask(url, options.token);
  if (response.status === 404) {
    throw new UnknownNameError(
      { en: `${url.origin} knows no ${what}.`, ko: `${url.origin}에 ${what} 항목이 없습니다.` },
      {
        en: `${url.origin}/v1/outages lists the outages.`,
        ko: `장애 목록: ${url.origin}/v1/outages`,
      },
    );
  }
  if (response.status === 401 || response.status === 403) {
    throw new InvalidInputError(
      {
        en: `${url.origin} requires a token with read scope (HTTP ${response.status}).`,
        ko: `${url.origin}에는 read 권한의 토큰이 필요합니다(HTTP ${response.status}).`,
      },
      {
        en: 'Give one with --token, or in BONGHWA_API_TOKEN.',
        ko: '--token이나 BONGHWA_API_TOKEN으로 주십시오.',
      },
    );
  }
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (response.ok && parsed.success) return parsed.data;
  throw new MonitorFaultError(
    {
      en: `${url.href} answered HTTP ${response.status} without the ${what}.`,
      ko: `${url.href} 응답(HTTP ${response.status})에 ${what} 항목이 없습니다.`,
    },
    {
      en: 'Look at that address in a browser; is it a Bonghwa API of this version?',
      ko: '그 주소를 브라우저로 열어 이 버전의 봉화 API인지 확인하십시오.',
    },
  );
}

/** The API to use. Throws InvalidInputError. */
export async function apiAt({ api }: ApiOptions): Promise<URL> {
  return baseUrl(api ?? (await runningApi()));
}

function baseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidInputError(
    {
      en: `--api ${text} is not a valid web address.`,
      ko: `--api ${text}: 올바른 웹 주소가 아닙니다.`,
    },
    {
      en: `Give the base URL of the history API, e.g. ${DEFAULT_API}.`,
      ko: `이력 API의 기본 주소를 주십시오. 예: ${DEFAULT_API}`,
    },
  );
}

async function ask(url: URL, token: string | undefined): Promise<Response> {
  try {
    return await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new InvalidInputError(
      {
        en: `The history API at ${url.origin} does not answer.`,
        ko: `이력 API ${url.origin} 주소가 응답하지 않습니다.`,
      },
      {
        en: 'Start one with npm start or watch, name another with --api URL, or read a file with --from FILE.',
        ko: 'npm start나 watch로 실행하거나, --api URL로 다른 주소를 주거나, --from FILE로 파일을 읽으십시오.',
      },
      { cause: error },
    );
  }
}

async function runningApi(): Promise<string> {
  try {
    const text = await readFile(join('.bonghwa', 'running.json'), 'utf8');
    return z.object({ url: z.string() }).parse(JSON.parse(text)).url;
  } catch {
    return DEFAULT_API;
  }
}
