import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { MonitorFaultError } from '#core/errors';

const RETRIES = 40;
const RETRY_MS = 50;

/** Listens on loopback. Retries, because an outgoing connection may use the released port. */
export async function listen(server: Server | TlsServer, port: number): Promise<void> {
  for (let attempt = 0; attempt < RETRIES; attempt += 1) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return;
    } catch {
      await wait(RETRY_MS);
    }
  }
  throw new MonitorFaultError(
    {
      en: `Port ${port} of a simulated portal is taken by another process.`,
      ko: `모의 포털의 포트 ${port}번을 다른 프로그램이 쓰고 있습니다.`,
    },
    {
      en: 'Run it again: a new port is chosen.',
      ko: '다시 실행하면 새 포트를 씁니다.',
    },
  );
}

/** Refuses new connections from now on and cuts the open ones. */
export async function closeListener(server: Server | TlsServer): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

export function portOf(server: Server | TlsServer): number {
  return (server.address() as AddressInfo).port;
}
