import type { z } from '@hono/zod-openapi';
import type { Rollup, StateSeconds } from '#core/history/rollup';
import { HOME_ZONE, nextBucket } from '#core/time/calendar';
import type * as schemas from '#lambda/api/schemas/uptime';
import { latencyOf, type UptimeQuery } from '#pipeline/history/buckets';
import type { LayerBucket } from '#pipeline/history/read-layers';
import type { Uptime, UptimeBucket } from '#pipeline/history/read-uptime';
import { iso } from './time.ts';

export function uptimeView(query: UptimeQuery, uptime: Uptime): z.infer<typeof schemas.uptime> {
  return {
    service: query.service,
    interval: query.interval,
    tz: query.zone,
    ...bucketView(uptime),
    buckets: uptime.buckets.map(bucketView),
  };
}

function bucketView(bucket: UptimeBucket) {
  return {
    start: iso(bucket.start),
    end: iso(bucket.end),
    availability: bucket.availability,
    unknownShare: bucket.unknownShare,
    seconds: secondsView(bucket.seconds),
    frozen: bucket.frozen,
    partial: bucket.partial,
    blips: bucket.blips,
    retroactive: bucket.retroactive,
    checks: bucket.checks.map(({ check, results, kinds, latency }) => ({
      check,
      results: { ...results },
      kinds: { ...kinds },
      latencyMs: latency ? { ...latency } : null,
    })),
  };
}

export function layersView(
  { service, interval, zone }: UptimeQuery,
  items: readonly LayerBucket[],
): z.infer<typeof schemas.layers> {
  return {
    ...{ service, interval, tz: zone },
    items: items.map(({ start, end, check, layer, ...figures }) => ({
      ...{ start: iso(start), end: iso(end), check, layer },
      availability: figures.availability,
      unknownShare: figures.unknownShare,
      seconds: secondsView(figures.seconds),
      latencyMs: figures.latency ? { ...figures.latency } : null,
    })),
  };
}

/** One line of a table, with the seconds in their own columns. */
export function rollupView({ check, period, start, ...rollup }: Rollup) {
  const end = nextBucket(start, period, HOME_ZONE);
  const layers = Object.entries(rollup.layers ?? {}).map(([layer, { downSeconds, latency }]) => [
    layer,
    { downSeconds: Math.round(downSeconds * 1_000) / 1_000, latencyMs: latencyOf(latency) },
  ]);
  return {
    ...{ check, interval: period, start: iso(start), end: iso(end) },
    ...secondsView(rollup.seconds),
    results: rollup.results,
    kinds: rollup.kinds,
    latencyMs: latencyOf(rollup.latency),
    layers: Object.fromEntries(layers),
    blips: rollup.blips ?? 0,
    frozen: rollup.frozen,
    retroactive: rollup.retroactive !== undefined,
  };
}

/** Rounds to whole milliseconds, because sums of fractions are not exact. */
export function secondsView({ up, degraded, down, maintenance, unknown }: StateSeconds) {
  const rounded = (seconds: number) => Math.round(seconds * 1_000) / 1_000;
  return {
    up: rounded(up),
    degraded: rounded(degraded),
    down: rounded(down),
    maintenance: rounded(maintenance),
    unknown: rounded(unknown),
  };
}
