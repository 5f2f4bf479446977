import { clock, log, metrics } from '#lambda/wiring/ambient';
import { once } from '#lambda/wiring/environment';
import { checkQueue, configuration, evaluations, stores } from '#lambda/wiring/shared';
import type { DispatchPorts } from '#pipeline/dispatch/dispatch-tick';

export const dispatcherPorts = once(
  (): DispatchPorts => ({
    clock,
    log,
    metrics,
    configuration: configuration(),
    groups: stores().groups,
    board: stores().board,
    checkQueue: checkQueue(),
    evaluations: evaluations(),
  }),
);
