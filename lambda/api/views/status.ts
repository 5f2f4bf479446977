import type { z } from '@hono/zod-openapi';
import { defined } from '#core/defined';
import type { Kind, Outcome } from '#core/run/verdict';
import type { Instant } from '#core/time/time';
import type * as schemas from '#lambda/api/schemas/status';
import type { CheckStatus, ServiceStatus, Status } from '#pipeline/history/read-status';
import { quietView } from './quiet.ts';
import { betweenView, iso, isoOrNull } from './time.ts';

export function statusView(status: Status, now: Instant): z.infer<typeof schemas.status> {
  const quiet = quietView(status.quiet, now);
  return {
    state: status.state,
    services: status.services.map(serviceView),
    openOutages: status.openOutages.map((outage) => ({
      ...outage,
      services: [...outage.services],
      startedBetween: betweenView(outage.startedBetween),
    })),
    blips: status.blips.map((blip) => ({
      ...blip,
      startedBetween: betweenView(blip.startedBetween),
      endedBetween: betweenView(blip.endedBetween),
    })),
    coverage: status.coverage.map((coverage) => ({
      ...coverage,
      heldBack: [...coverage.heldBack],
      unseen: coverage.unseen.map(({ ko }) => ko),
    })),
    networkInDoubt: status.networkInDoubt,
    silences: quiet.silences.items,
    maintenance: quiet.maintenance.items,
    freshness: {
      evaluatedAt: isoOrNull(status.freshness.evaluatedAt),
      latestResultAt: isoOrNull(status.freshness.latestResultAt),
      stale: status.freshness.stale,
    },
  };
}

export function serviceView(status: ServiceStatus): z.infer<typeof schemas.service> {
  const { id, name, shortName, nameEn, group, site } = status.service;
  return {
    id,
    name,
    shortName,
    nameEn,
    group,
    site,
    state: status.state,
    since: isoOrNull(status.since),
    loginStoppedSince: isoOrNull(status.loginStoppedSince),
    checks: status.checks.map(checkView),
  };
}

function checkView({ check, seen }: CheckStatus) {
  return {
    id: check.id,
    type: check.type,
    intervalSeconds: check.intervalSeconds,
    depth: check.depth,
    ...defined({ sharedWith: check.sharedWith }),
    state: seen?.state ?? ('unknown' as const),
    since: isoOrNull(seen?.since),
    lastResult: seen ? lastResult(seen) : null,
    reached: seen?.reached ?? null,
    certificateDays: seen?.certificateDays ?? null,
  };
}

function lastResult(seen: NonNullable<CheckStatus['seen']>) {
  const { lastRun, lastResultAt, lastKind, lastDurationMs } = seen;
  if (lastResultAt === undefined) return null;
  return {
    at: iso(lastResultAt),
    ...defined({ run: lastRun }),
    ...(seen.lastResult === undefined ? {} : { result: seen.lastResult as Outcome }),
    ...(lastKind === undefined ? {} : { kind: lastKind as Kind }),
    ...defined({ durationMs: lastDurationMs }),
  };
}
