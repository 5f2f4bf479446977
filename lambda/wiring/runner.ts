import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { createSecrets } from '#adapters/secrets/credentials';
import { ENVIRONMENT } from '#contract/environment';
import { checkPorts } from '#lambda/wiring/checks';
import { once, required } from '#lambda/wiring/environment';
import { journeys } from '#portals/registry';

export const runnerPorts = once(() => ({
  ...checkPorts(),
  journeys: createJourneyRunner({ journeys }),
  secrets: createSecrets(new SecretsManagerClient({}), required(ENVIRONMENT.secretPrefix)),
}));
