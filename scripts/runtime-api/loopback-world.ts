import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENT } from '#contract/environment';
import type { CheckRequest } from '#contract/messages';
import { resourceNames } from '#contract/names';
import { defined } from '#core/defined';
import { runId } from '#core/detection/schedule';
import { DAY } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { type EmbeddedCloud, startCloud } from '#local/cloud/embedded-cloud';
import type { Invoke } from '#local/cloud/function-invocations';
import { defaultConfiguration } from '#local/configuration';
import { type Portals, startPortals } from '#local/portals/portals';

const STAGE = 'dev';

/** Simulated portals and the embedded cloud, for functions that run outside of this process. */
export interface LoopbackWorld {
  readonly configuration: Configuration;
  readonly cloud: EmbeddedCloud;
  readonly portals: Portals;
  /** Environment that `lib/` would set on a function, pointing at this machine. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startWorld(invoke?: Invoke): Promise<LoopbackWorld> {
  const base = defaultConfiguration();
  const portals = await startPortals({ catalogue: base.catalogue });
  const cloud = await startCloud({ stage: STAGE, ...defined({ invoke }) });
  const permissions = base.catalogue.services.map(({ id }) => ({
    service: id,
    grantedBy: 'simulated portal',
    reference: 'loopback',
    validUntil: Date.now() + DAY,
  }));
  const configuration = { ...base, catalogue: portals.catalogue, permissions };
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-world-'));
  const path = join(folder, 'configuration.json');
  writeFileSync(path, JSON.stringify(configuration), { mode: 0o644 });
  // The function runs as another user, as it does on Lambda.
  chmodSync(folder, 0o755);
  for (const { id } of configuration.catalogue.services) {
    const name = resourceNames(STAGE).loginSecret(id);
    cloud.secrets.put(name, JSON.stringify(portals.credentials(id)));
  }
  return {
    configuration,
    cloud,
    portals,
    environment: { ...cloud.environment, [ENVIRONMENT.configuration]: path },
    async stop() {
      await portals.stop();
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The SQS event in which Lambda would pass one check request. */
export function sqsEvent(...bodies: readonly unknown[]) {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      receiptHandle: 'none',
      attributes: { ApproximateReceiveCount: '1' },
      body: JSON.stringify(body),
    })),
  };
}

/** A request for a run of a check now. `at` distinguishes runs. */
export function checkRequest(
  { configuration }: LoopbackWorld,
  id: string,
  at = Math.floor(Date.now() / 1000) * 1000,
): CheckRequest {
  const check = configuration.catalogue.checks.find((one) => one.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return {
    v: 1,
    check: id,
    service: check.service,
    group: check.group,
    run: runId(check, at, 'manual'),
    trigger: 'manual',
    scheduledAt: at,
    depth: check.depth,
    vantage: 'ap-northeast-2',
  };
}
