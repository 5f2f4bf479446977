import { parseTick } from '#lambda/messages';
import { dispatcherPorts } from '#lambda/wiring/dispatcher';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';

/** Takes a scheduler tick and sends due checks and evaluation requests. */
export async function handler(event: unknown): Promise<{ sent: number }> {
  return dispatchTick(parseTick(event), dispatcherPorts());
}
