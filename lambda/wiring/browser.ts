import { decodeOrder } from '#adapters/browser-function/order-wire';
import { encodeRecord } from '#adapters/browser-function/record-wire';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork, overOwnNetwork } from '#adapters/network/own-network';
import { wayOutHere } from '#lambda/wiring/ambient';
import { once } from '#lambda/wiring/environment';
import { configuration } from '#lambda/wiring/shared';
import { journeys } from '#portals/registry';

const runner = once(() => {
  const wayOut = wayOutHere();
  const { controls } = configuration().catalogue;
  return overOwnNetwork(
    createJourneyRunner({ journeys, wayOut }),
    createOwnNetwork({ controls, wayOut }),
  );
});

/** Runs one order as it came over the wire, and puts the record on the wire. */
export async function browse(payload: unknown): Promise<unknown> {
  return encodeRecord(await runner().run(decodeOrder(payload)));
}
