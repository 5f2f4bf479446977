import type { z } from '@hono/zod-openapi';
import type * as schemas from '#lambda/api/schemas/uptime';
import type { Uptime, UptimeBucket, UptimeQuery } from '#pipeline/history/read-uptime';
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
    seconds: { ...bucket.seconds },
    frozen: bucket.frozen,
    partial: bucket.partial,
    checks: bucket.checks.map(({ check, results, latency }) => ({
      check,
      results: { ...results },
      latency: latency ? { ...latency } : null,
    })),
  };
}
