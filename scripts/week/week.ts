import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { ENVIRONMENT } from '#contract/environment';
import { phaseSeconds, slots } from '#core/detection/schedule';
import { DAY, HOUR, type Instant, MINUTE } from '#core/time/time';
import { useAmbient } from '#lambda/wiring/ambient';
import { required } from '#lambda/wiring/environment';
import { resolveConfiguration } from '#local/configuration';
import { EventLoop, type TimelineEvent } from '#local/replay/event-loop';
import { eventSources } from '#local/replay/event-sources';
import { startMinute } from '#local/replay/minute';
import { VirtualClock } from '#local/replay/virtual-clock';
import { sweep } from '#local/watch/sweep';
import { startWatchSystem, type WatchSystem } from '#local/watch/watch-system';
import { type Figures, measure } from './figures.ts';
import { judge } from './judge.ts';
import { startSite } from './site.ts';

/**
 * A week of `watch` on a clock that jumps: probes, evaluations, the page and the hourly sweep
 * against two services on loopback, with an outage each day. Results are kept for a day, so memory
 * and disk must not grow from the second day on, apart from the history that is kept for good.
 * Browsers are separate processes (`npm run soak` covers them). Exit 1 if memory or disk grows.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '7' },
    // Minutes between two runs of a check. With more, the clock skips the minutes without a run,
    // for a busy machine.
    every: { type: 'string', default: '1' },
  },
});
const DAYS = Number(values.days);
const EVERY = Number(values.every);
/** Everything that is kept for a day exists, and older data was removed once. */
const SETTLED_DAY = 2;

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-week-'));
const start = Math.floor(Date.now() / MINUTE) * MINUTE;
const clock = new VirtualClock(start, 1);
const site = await startSite(() => clock.now() - start);
const figures = new Map<number, Figures>();
try {
  const system = await startWatched(site.url);
  await play(system);
  await system.stop();
} finally {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = flat() ? 0 : 1;

async function startWatched(url: string): Promise<WatchSystem> {
  const service = (id: string) => ({
    id,
    name: id,
    shortName: id,
    nameEn: id,
    group: 'ours',
    site: url,
    probeSeconds: EVERY * 60,
    target: {
      baseUrl: url,
      alsoHosts: [],
      pages: { main: `/${id}` },
      markers: { main: 'everything is well' },
      selectors: {},
      login: 'none',
      unseen: [],
    },
  });
  const input = {
    builtInPortals: false,
    addGroups: [{ id: 'ours', name: 'ours', nameEn: 'ours' }],
    addServices: [service('orders'), service('support')],
    controls: [{ url: `${url}/control`, marker: 'everything is well' }],
    cadence: { controlSeconds: EVERY * 60 },
    retentionDays: { passed: 1, others: 1 },
    page: { operator: 'week', contact: 'week', url: '' },
  };
  const options = { file: 'week', stage: 'prod', now: start };
  const { configuration, watch } = resolveConfiguration(input, options);
  const system = await startWatchSystem({
    configuration,
    own: watch,
    stage: 'prod',
    folder,
    secrets: async () => ({ logins: {}, channels: {} }),
    wayOut: {},
    apiUrl: '',
    pageUrl: '',
    write: () => {},
  });
  useAmbient({ clock, write: () => {}, channels: [] });
  return system;
}

async function play(system: WatchSystem): Promise<void> {
  const sources = await eventSources(system, async () => {});
  const ticks = Array.from({ length: Math.round((DAYS * DAY) / MINUTE) }, (_, index) => index);
  const due = dueMinutes(system);
  const timeline = ticks
    .map((tick) => start + tick * MINUTE)
    .filter((at) => due.has((at / MINUTE) % EVERY))
    .map((at): TimelineEvent => ({ at, happen: () => startMinute(at, system) }));
  const hours = Array.from({ length: Math.round((DAYS * DAY) / HOUR) }, (_, index) => index);
  const sweeps = hours.map(
    (hour): TimelineEvent => ({ at: start + hour * HOUR + 1, happen: sweepNow }),
  );
  const days = Array.from({ length: Math.floor(DAYS) }, (_, index) => index + 1);
  const looks = days.map(
    (day): TimelineEvent => ({
      at: start + day * DAY - HOUR / 2,
      happen: () => look(day),
    }),
  );
  await new EventLoop({ clock, sources, timeline: [...timeline, ...sweeps, ...looks] }).run();
  await system.page?.idle();
}

/** Minutes of an interval in which a check starts. */
function dueMinutes({ configuration }: WatchSystem): ReadonlySet<number> {
  const phases = slots(configuration.catalogue).map((slot) => phaseSeconds(slot, EVERY * 60));
  return new Set(phases.map((seconds) => Math.floor(seconds / 60)));
}

async function sweepNow(): Promise<void> {
  const now: Instant = clock.now();
  await sweep({
    database: new DynamoDBClient({}),
    objects: new S3Client({ forcePathStyle: true }),
    table: required(ENVIRONMENT.table),
    bucket: required(ENVIRONMENT.evidenceBucket),
    now,
  });
}

async function look(day: number): Promise<void> {
  await sweepNow();
  const found = await measure({
    folder,
    table: required(ENVIRONMENT.table),
    page: required(ENVIRONMENT.pageBucket),
  });
  figures.set(day, found);
  const { residentMb, liveMb, folderMb, dataMb, expiring, kept } = found;
  console.log(
    `day ${day}: resident ${residentMb.toFixed(0)} MB, live ${liveMb.toFixed(0)} MB, ` +
      `data folder ${folderMb.toFixed(1)} MB (compacted ${dataMb.toFixed(2)} MB), ` +
      `${expiring} items that expire and ${kept} that stay, ${site.asked()} requests`,
  );
}

function flat(): boolean {
  const last = Math.floor(DAYS);
  const before = figures.get(SETTLED_DAY);
  const after = figures.get(last);
  if (!before || !after || last <= SETTLED_DAY) return true;
  console.log(`From day ${SETTLED_DAY} to day ${last}`);
  const { flat: isFlat, lines } = judge(before, after, last - SETTLED_DAY);
  for (const line of lines) console.log(line);
  return isFlat;
}
