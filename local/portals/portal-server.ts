import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { PORTAL_CSS, PORTAL_JS } from '#local/portals/assets';
import type { Certificate } from '#local/portals/certificate';
import { faultAnswer } from '#local/portals/fault-answers';
import { FaultSwitch, type MetFault } from '#local/portals/fault-controller';
import { closeListener, listen, portOf } from '#local/portals/listener';
import { readRequest } from '#local/portals/read-request';
import type { WaitingRoom } from '#local/portals/waiting-room';
import type { PortalAnswer, PortalRequest, Site } from '#portals/simulated/site';

const DEFAULT_SLOW_MS = 9_000;
/** One packet: the size that still passed on 17 November 2023. */
const SMALL_BYTES = 1_460;
const STALL_AFTER_BYTES = 1_024;

const ASSETS: Readonly<Record<string, PortalAnswer>> = {
  '/static/portal.css': asset(PORTAL_CSS, 'text/css'),
  '/static/portal.js': asset(PORTAL_JS, 'text/javascript'),
};

function asset(body: string, type: string): PortalAnswer {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=600' };
  return { status: 200, body, headers };
}

export interface PortalCertificates {
  /** Of the portal itself. Absent: it serves HTTP. */
  readonly own?: Certificate | undefined;
  readonly expired: Certificate;
}

/** One simulated portal on its own loopback port, and a twin with an expired certificate. */
export class PortalServer {
  readonly faults = new FaultSwitch();
  readonly #site: Site;
  readonly #waitingRoom: WaitingRoom;
  readonly #scheme: 'http' | 'https';
  readonly #server: Server | TlsServer;
  readonly #expired: TlsServer;
  #port = 0;
  #stopped = false;
  /** One after the other, so that a quick clear does not overtake its set. */
  #applied: Promise<void> = Promise.resolve();

  constructor(site: Site, waitingRoom: WaitingRoom, { own, expired }: PortalCertificates) {
    this.#site = site;
    this.#waitingRoom = waitingRoom;
    const handle = (message: IncomingMessage, response: ServerResponse) =>
      void this.#handle(message, response);
    this.#scheme = own ? 'https' : 'http';
    this.#server = own
      ? createTlsServer({ cert: own.pem, key: own.keyPem }, handle)
      : createServer(handle);
    this.#server.on('connection', (socket) => {
      if (this.faults.cutsConnection()) socket.resetAndDestroy();
    });
    this.#expired = createTlsServer({ cert: expired.pem, key: expired.keyPem }, (_, response) =>
      response.end(),
    );
  }

  get origin(): string {
    return `${this.#scheme}://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    await Promise.all([listen(this.#server, 0), listen(this.#expired, 0)]);
    this.#port = portOf(this.#server);
  }

  /** Opens or closes the listener as the fault requires. The port stays the same. */
  applyFault(): Promise<void> {
    this.#applied = this.#applied.then(() => this.#openOrClose());
    return this.#applied;
  }

  /** Ends everything at once, also hung requests. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#applied;
    await Promise.all([closeListener(this.#server), closeListener(this.#expired)]);
  }

  async #openOrClose(): Promise<void> {
    if (this.#stopped) return;
    if (this.faults.closed) await closeListener(this.#server);
    else if (!this.#server.listening) await listen(this.#server, this.#port);
  }

  async #handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => response.destroy());
    try {
      const request = await readRequest(message);
      await this.#answer(request, response);
    } catch {
      response.destroy();
    }
  }

  async #answer(request: PortalRequest, response: ServerResponse): Promise<void> {
    const { path } = request;
    if (path === '/never.do') return;
    if (path === '/ts.wseq') {
      return send(response, this.#waitingRoom.poll(request.query.get('key') ?? ''));
    }
    const still = ASSETS[path];
    const asked = still ? (['asset'] as const) : this.#site.asked(request.method, path);
    const fault = this.faults.meet(asked);
    if (fault?.mode === 'hang' && fault.ms === undefined) return;
    if (fault?.mode === 'hang' || fault?.mode === 'slow') {
      await wait(fault.ms ?? DEFAULT_SLOW_MS, undefined, { ref: false });
    }
    const answer = still ?? this.#page(request, fault);
    if (fault?.mode === 'large-response-stall') stall(response, answer);
    else send(response, answer);
  }

  #page(request: PortalRequest, fault: MetFault | undefined): PortalAnswer {
    const site = this.#site;
    if (fault === undefined) return site.answer(request);
    if (fault.mode === 'waiting-room') {
      const admitted = this.#waitingRoom.admits(request.cookies.get('NetFunnel_ID'));
      return admitted ? site.answer(request) : this.#waitingRoom.enter(fault.ms);
    }
    const place = { site, request, expiredOrigin: `https://127.0.0.1:${portOf(this.#expired)}` };
    return faultAnswer(fault.mode, place) ?? site.answer(request, fault.mode);
  }
}

function writeHead(response: ServerResponse, answer: PortalAnswer): void {
  const headers = Object.entries(answer.headers ?? {}).map(
    ([name, value]) => [name, typeof value === 'string' ? value : [...value]] as const,
  );
  response.writeHead(answer.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-simulated': 'true',
    'content-length': Buffer.byteLength(answer.body),
    ...Object.fromEntries(headers),
  });
}

function send(response: ServerResponse, answer: PortalAnswer): void {
  if (response.destroyed) return;
  writeHead(response, answer);
  response.end(answer.body);
}

/** Small answers pass. Of a large one, only the first kilobyte arrives. */
function stall(response: ServerResponse, answer: PortalAnswer): void {
  const bytes = Buffer.from(answer.body);
  if (bytes.length <= SMALL_BYTES) {
    send(response, answer);
    return;
  }
  writeHead(response, answer);
  response.write(bytes.subarray(0, STALL_AFTER_BYTES));
}
