import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createRemoteRunner } from '#adapters/browser-function/remote-runner';
import { createSecrets } from '#adapters/secrets/credentials';
import { ENVIRONMENT } from '#contract/environment';
import { FUNCTIONS } from '#contract/functions';
import { bounded } from '#lambda/wiring/bounded';
import { checkPorts } from '#lambda/wiring/checks';
import { once, required } from '#lambda/wiring/environment';
import { messageReturn } from '#lambda/wiring/shared';
import { readingFor } from '#pipeline/check/reading';

/** Longer than the browser's own time-out, so that Lambda's report about it arrives. */
const JOURNEY_MS = (FUNCTIONS.browser.timeoutSeconds + 10) * 1000;

export const runnerPorts = once(() => ({
  ...checkPorts(),
  name: 'runner' as const,
  messageReturn: messageReturn(ENVIRONMENT.journeysQueue),
  journeys: readingFor(
    createRemoteRunner({
      client: new LambdaClient({ ...bounded(JOURNEY_MS), maxAttempts: 1 }),
      functionName: required(ENVIRONMENT.browserFunction),
    }),
  ),
  secrets: createSecrets(new SecretsManagerClient(bounded()), required(ENVIRONMENT.secretPrefix)),
}));
