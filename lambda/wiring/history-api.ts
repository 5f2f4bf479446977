import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemClock } from '#adapters/clock/system-clock';
import { createEvidenceLinks } from '#adapters/s3/evidence-links';
import { createTokenSecret } from '#adapters/secrets/token-secret';
import { ENVIRONMENT } from '#contract/environment';
import { Paces } from '#core/history/pace';
import { clock, log } from '#lambda/wiring/ambient';
import { bounded } from '#lambda/wiring/bounded';
import { once, required } from '#lambda/wiring/environment';
import { reachable } from '#lambda/wiring/reachable';
import { configuration, evaluations, stores } from '#lambda/wiring/shared';
import type { HistoryPorts } from '#pipeline/history/history-ports';

export const historyPorts = once((): HistoryPorts => {
  const {
    results,
    outages,
    ledger,
    rollups,
    board,
    groups,
    commands,
    withheld,
    notes,
    updates,
    receipts,
    arrivals,
  } = stores();
  return {
    clock,
    tokenClock: systemClock,
    log,
    configuration: reachable(configuration(), process.env),
    results,
    outages,
    ledger,
    rollups,
    board,
    groups,
    withheld,
    commands,
    notes,
    updates,
    receipts,
    arrivals,
    evaluations: evaluations(),
    evidence: createEvidenceLinks({
      bucket: required(ENVIRONMENT.evidenceBucket),
      region: process.env[ENVIRONMENT.homeRegion] ?? process.env.AWS_REGION ?? '',
      endpoint: process.env.AWS_ENDPOINT_URL_S3,
      environment: process.env,
    }),
    tokens: createTokenSecret(
      new SecretsManagerClient(bounded()),
      required(ENVIRONMENT.apiTokensSecret),
    ),
    paces: paces(process.env[ENVIRONMENT.apiPace]),
  };
});

function paces(text: string | undefined): Paces | undefined {
  const [rate, burst] = (text ?? '').split(',').map(Number);
  return rate && burst ? new Paces({ rate, burst }) : undefined;
}
