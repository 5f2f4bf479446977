import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createOwnNetwork, overOwnNetwork } from '#adapters/network/own-network';
import { createSecrets } from '#adapters/secrets/credentials';
import { ENVIRONMENT } from '#contract/environment';
import { bounded } from '#lambda/wiring/bounded';
import { checkPorts } from '#lambda/wiring/checks';
import { once, required } from '#lambda/wiring/environment';
import { configuration, messageReturn } from '#lambda/wiring/shared';
import { journeys } from '#portals/registry';

export const runnerPorts = once(() => ({
  ...checkPorts(),
  name: 'runner' as const,
  messageReturn: messageReturn(ENVIRONMENT.journeysQueue),
  journeys: overOwnNetwork(
    createJourneyRunner({ journeys }),
    createOwnNetwork(configuration().catalogue),
  ),
  secrets: createSecrets(new SecretsManagerClient(bounded()), required(ENVIRONMENT.secretPrefix)),
}));
