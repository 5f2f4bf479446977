import { parseTick } from '#lambda/messages';
import { dispatcherPorts } from '#lambda/wiring/dispatcher';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';

/** Scheduler tick in, due checks and evaluation requests out. */
export async function handler(event: unknown): Promise<{ sent: number }> {
  return dispatchTick(parseTick(event), dispatcherPorts());
}
