import { createProber } from '#adapters/network/prober';
import { checkPorts } from '#lambda/wiring/checks';
import { once } from '#lambda/wiring/environment';

export const proberPorts = once(() => ({ ...checkPorts(), prober: createProber() }));
