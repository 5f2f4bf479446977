import type { PeerMessage } from './peers/peer.ts';

/** One message to one phone. */
export interface Message extends PeerMessage {
  readonly services: readonly string[];
}

/** The messages to on-call in one history, in order of time. */
export interface Heard {
  readonly messages: readonly Message[];
  readonly requestsPerDay: number;
}
