import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scenario } from '#core/scenario/scenario';
import type { Instant } from '#core/time/time';
import { FaultIndex } from '#local/simulate/fault-index';

/** One web server on loopback for each service, which fails as the scenario says. */
export class SickPortals {
  readonly #servers: readonly Server[];

  /** `clock` gives the scenario's time. An answer takes `answerMs`. */
  constructor(scenario: Scenario, clock: () => Instant, answerMs: number) {
    const faults = new FaultIndex(scenario);
    this.#servers = scenario.services.map((service) =>
      createServer((_, response) => {
        const mode = faults.at(service, clock()).at(-1)?.mode;
        if (mode !== 'hang') setTimeout(() => answer(response, mode), answerMs);
      }),
    );
  }

  /** Ports, in the order of the services. */
  async listen(): Promise<readonly number[]> {
    return Promise.all(
      this.#servers.map(async (server) => {
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        return (server.address() as AddressInfo).port;
      }),
    );
  }

  close(): void {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }
}

function answer(response: ServerResponse, mode: string | undefined): void {
  response.writeHead(mode === undefined ? 200 : 503, { connection: 'close' });
  response.end('portal');
}
