import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { isIP, type Socket, connect as tcpConnect } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { settled } from '#adapters/chromium/deadline';
import { openTunnel, proxyFor, type WayOut } from '#adapters/way-out/way-out';

const PATIENCE_MS = 4_000;

/**
 * Keys of the certificates that these origins show now and that Node trusts, in Chromium's format,
 * because Chromium takes additional authorities only from the system's store. A certificate that is
 * expired, for another host or from an unknown authority is not included, so the browser still
 * refuses it.
 */
export async function trustedKeys(
  origins: readonly string[],
  wayOut: WayOut,
): Promise<readonly string[]> {
  const secure = origins
    .map((origin) => new URL(origin))
    .filter((url) => url.protocol === 'https:');
  const found = await Promise.all(
    secure.map((url) => settled(PATIENCE_MS, keyOf(url, wayOut), undefined)),
  );
  return found.filter((key) => key !== undefined);
}

async function keyOf(url: URL, wayOut: WayOut): Promise<string | undefined> {
  const socket = await dial(url, wayOut);
  const host = url.hostname;
  const secured = tlsConnect({ socket, ...(isIP(host) ? {} : { servername: host }), host });
  try {
    await once(secured, 'secureConnect');
    const { raw } = secured.getPeerCertificate();
    const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(key).digest('base64');
  } finally {
    secured.destroy();
    socket.destroy();
  }
}

async function dial(url: URL, wayOut: WayOut): Promise<Socket> {
  const proxy = proxyFor(url.hostname, wayOut);
  const to = proxy ?? url;
  const port = Number(to.port) || (to.protocol === 'https:' ? 443 : 80);
  const socket = tcpConnect({ host: to.hostname, port });
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  if (proxy) await openTunnel(socket, `${url.hostname}:${url.port || 443}`, wayOut);
  return socket;
}
