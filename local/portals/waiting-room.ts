import { waitingRoomPage } from '#local/portals/waiting-pages';
import { type PortalAnswer, page } from '#portals/simulated/site';

const DEFAULT_WAIT_MS = 3_000;
/** Number of people admitted per second. */
const PER_SECOND = 40;

/** NetFUNNEL's queue. The key contains the time of admission, so the server stores nothing. */
export class WaitingRoom {
  readonly #now: () => number;
  #issued = 0;

  /** `now` in real ms, because a browser waits in real time even in a replay. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** True if a key has waited long enough. */
  admits(key: string | undefined): boolean {
    return key !== undefined && this.#leftMs(key) === 0;
  }

  enter(waitMs = DEFAULT_WAIT_MS): PortalAnswer {
    this.#issued += 1;
    const key = `${Math.round(this.#now() + waitMs)}-${this.#issued}`;
    const ahead = Math.ceil((waitMs / 1_000) * PER_SECOND);
    return page(waitingRoomPage(key, ahead, Math.ceil(waitMs / 1_000)));
  }

  /** Answer to `ts.wseq?opcode=5002`. */
  poll(key: string): PortalAnswer {
    const left = Math.ceil((this.#leftMs(key) / 1_000) * PER_SECOND);
    const code = left === 0 ? 200 : 201;
    return {
      status: 200,
      body: `NetFunnel.gControl.result='5002:${code}:key=${encodeURIComponent(key)}&nwait=${left}&nnext=7&ttl=1';`,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    };
  }

  #leftMs(key: string): number {
    const due = Number(key.split('-', 1)[0]);
    return Number.isFinite(due) ? Math.max(0, due - this.#now()) : DEFAULT_WAIT_MS;
  }
}
