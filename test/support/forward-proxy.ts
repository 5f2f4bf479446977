import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A forward proxy on loopback; every name leads to `port` of this machine. */
export interface ForwardProxy {
  readonly server: string;
  /** Its requests: `CONNECT host:port`, `GET http://…`. */
  readonly asked: string[];
  /** Answers every request with this status instead. */
  refuses: number | undefined;
  stop(): void;
}

export async function startForwardProxy(port: number): Promise<ForwardProxy> {
  const asked: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    if (state.refuses) return void outgoing.writeHead(state.refuses).end();
    const { pathname } = new URL(incoming.url ?? '/');
    request({ host: '127.0.0.1', port, path: pathname, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  proxy.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    if (state.refuses) return void socket.end(`HTTP/1.1 ${state.refuses} Refused\r\n\r\n`);
    const there = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    const drop = () => {
      socket.destroy();
      there.destroy();
    };
    socket.on('error', drop);
    there.on('error', drop);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const state: ForwardProxy = {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    refuses: undefined,
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
  return state;
}
