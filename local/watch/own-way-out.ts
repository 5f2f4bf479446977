import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { WayOut } from '#adapters/way-out/way-out';
import { InvalidInputError } from '#core/errors';
import type { OwnSettings } from '#core/watch/watch-settings';

/**
 * Makes this process trust the authorities in `caFile` besides the others, for probes and channels.
 * Returns how browsers reach the web. Throws InvalidInputError.
 */
export async function ownWayOut(
  { caFile, proxy }: Pick<OwnSettings, 'caFile' | 'proxy'>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WayOut> {
  if (caFile !== undefined) await trust(caFile);
  const ownAuthorities = caFile !== undefined || Boolean(environment.NODE_EXTRA_CA_CERTS);
  return { ownAuthorities, ...(proxy ? { proxy: withoutAccount(proxy) } : {}) };
}

function withoutAccount({ server, bypass }: NonNullable<OwnSettings['proxy']>) {
  const url = new URL(server);
  const account = {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  return {
    server: url.origin,
    bypass,
    ...(account.user === '' ? {} : { account }),
  };
}

async function trust(path: string): Promise<void> {
  try {
    const pem = await readFile(path, 'utf8');
    // Node accepts a file without certificates as an empty one.
    new X509Certificate(pem);
    setDefaultCACertificates([...getCACertificates('default'), pem]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidInputError(
      {
        en: `The authorities in ${path} cannot be used: ${why}`,
        ko: `${path} 파일의 인증 기관을 쓸 수 없습니다(원문: ${why}).`,
      },
      {
        en: 'watch.caFile names a file of certificates in PEM.',
        ko: 'watch.caFile에는 PEM 형식의 인증서 파일을 적습니다.',
      },
      { cause: error },
    );
  }
}
