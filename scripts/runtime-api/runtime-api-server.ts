import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { close, listen } from '#local/cloud/loopback';

export interface Invocation {
  readonly answer: unknown;
  /** From the moment the function took the event until its answer, ms: what Lambda bills for. */
  readonly billedMs: number;
}

interface Waiting {
  readonly id: string;
  readonly event: unknown;
  readonly timeoutMs: number;
  takenAt: number;
  readonly resolve: (invocation: Invocation) => void;
  readonly reject: (error: Error) => void;
}

const PREFIX = '/2018-06-01/runtime';

/** The Lambda Runtime API on loopback: hands out events, takes answers. */
export class RuntimeApiServer {
  readonly #server = createServer((request, response) => this.#serve(request, response));
  readonly #queue: Waiting[] = [];
  readonly #running = new Map<string, Waiting>();
  #idle: ((waiting: Waiting) => void) | undefined;
  #initError: Error | undefined;
  #port = 0;

  async start(): Promise<void> {
    this.#port = await listen(this.#server);
  }

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await close(this.#server);
  }

  /** Rejects with the function's own error if it fails. */
  invoke(event: unknown, timeoutMs: number): Promise<Invocation> {
    if (this.#initError) return Promise.reject(this.#initError);
    return new Promise((resolve, reject) => {
      const waiting = { id: randomUUID(), event, timeoutMs, takenAt: 0, resolve, reject };
      if (this.#idle) this.#idle(waiting);
      else this.#queue.push(waiting);
    });
  }

  /** The process has ended, so no answer will come. */
  fail(error: Error): void {
    this.#initError = error;
    for (const waiting of [...this.#queue.splice(0), ...this.#running.values()]) {
      waiting.reject(error);
    }
    this.#running.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(PREFIX, '');
    if (path === '/invocation/next') return this.#next(response);
    const body = await text(request);
    response.writeHead(202).end();
    if (path === '/init/error') return this.fail(new Error(`The function did not load: ${body}`));
    const [, id = '', outcome] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    const waiting = this.#running.get(id);
    this.#running.delete(id);
    if (outcome === 'error') waiting?.reject(new Error(`The function failed: ${body}`));
    waiting?.resolve({
      answer: outcome === 'response' ? JSON.parse(body) : undefined,
      billedMs: performance.now() - waiting.takenAt,
    });
  }

  #next(response: ServerResponse): void {
    const give = (waiting: Waiting) => {
      this.#idle = undefined;
      waiting.takenAt = performance.now();
      this.#running.set(waiting.id, waiting);
      response.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': waiting.id,
        'lambda-runtime-deadline-ms': String(Date.now() + waiting.timeoutMs),
      });
      response.end(JSON.stringify(waiting.event));
    };
    const first = this.#queue.shift();
    if (first) give(first);
    else this.#idle = give;
  }
}
