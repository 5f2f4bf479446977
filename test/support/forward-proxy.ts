import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A forward proxy on loopback; every name leads to `port` of this machine. */
export interface ForwardProxy {
  readonly server: string;
  /** Its requests: `CONNECT host:port`, `GET http://…`. */
  readonly asked: string[];
  /** `user:password`. Every other account, and none, is answered with 407. */
  account: string | undefined;
  /** Answers every request with this status instead. */
  refuses: number | undefined;
  stop(): void;
}

const ASKS = { 'Proxy-Authenticate': 'Basic realm="proxy"' };

export async function startForwardProxy(port: number): Promise<ForwardProxy> {
  const asked: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const refusal = refusalOf(incoming);
    if (refusal) return void outgoing.writeHead(refusal, ASKS).end();
    const { pathname } = new URL(incoming.url ?? '/');
    request({ host: '127.0.0.1', port, path: pathname, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  proxy.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    const refusal = refusalOf(incoming);
    if (refusal) {
      const [[name, value] = []] = Object.entries(ASKS);
      return void socket.end(`HTTP/1.1 ${refusal} Refused\r\n${name}: ${value}\r\n\r\n`);
    }
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
  const refusalOf = ({ headers }: IncomingMessage) => {
    if (state.refuses) return state.refuses;
    if (state.account === undefined) return undefined;
    const wanted = `Basic ${Buffer.from(state.account).toString('base64')}`;
    return headers['proxy-authorization'] === wanted ? undefined : 407;
  };
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const state: ForwardProxy = {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    account: undefined,
    refuses: undefined,
    stop: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
  return state;
}
