import { readDeliveryLog } from '#adapters/cloudwatch-logs/delivery-log';
import { clock } from '#lambda/wiring/ambient';
import { once } from '#lambda/wiring/environment';
import { evaluations, stores } from '#lambda/wiring/shared';
import type { ForwardPorts } from '#pipeline/deliver/forward-deliveries';

export const logReaderPorts = once(() => {
  const { ledger } = stores();
  const ports: ForwardPorts = { clock, ledger, evaluations: evaluations() };
  return { ...ports, read: readDeliveryLog };
});
