import { createOwnNetwork, probingOver } from '#adapters/network/own-network';
import { createProber } from '#adapters/network/prober';
import { ENVIRONMENT } from '#contract/environment';
import { wayOutHere } from '#lambda/wiring/ambient';
import { checkPorts } from '#lambda/wiring/checks';
import { once } from '#lambda/wiring/environment';
import { configuration, messageReturn } from '#lambda/wiring/shared';

export const proberPorts = once(() => {
  const { controls } = configuration().catalogue;
  const wayOut = wayOutHere();
  const own = createOwnNetwork({ controls, wayOut });
  const prober = probingOver(createProber({ wayOut }), own, controls);
  return {
    ...checkPorts(),
    name: 'prober' as const,
    messageReturn: messageReturn(ENVIRONMENT.probesQueue),
    prober,
  };
});
