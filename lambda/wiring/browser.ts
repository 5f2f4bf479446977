import { decodeOrder } from '#adapters/browser-function/order-wire';
import { encodeRecord } from '#adapters/browser-function/record-wire';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork, overOwnNetwork } from '#adapters/network/own-network';
import { wayOutHere } from '#lambda/wiring/ambient';
import { once } from '#lambda/wiring/environment';
import { configuration } from '#lambda/wiring/shared';
import { journeys } from '#portals/registry';

/** Of a run that reached nothing. No other needs the configuration. */
const network = once(() => {
  const { controls } = configuration().catalogue;
  return createOwnNetwork({ controls, wayOut: wayOutHere() });
});

const runner = once(() =>
  overOwnNetwork(createJourneyRunner({ journeys, wayOut: wayOutHere() }), (record) =>
    network()(record),
  ),
);

/** Runs one order as it came over the wire, and puts the record on the wire. */
export async function browse(payload: unknown): Promise<unknown> {
  return encodeRecord(await runner().run(decodeOrder(payload)));
}
