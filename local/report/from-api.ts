import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { defined } from '#core/defined';
import { InvalidInputError, MonitorFaultError, UnknownNameError } from '#core/errors';
import type { Outage } from '#core/outage/outage';
import { readEntry, type TimelineEntry } from '#core/outage/timeline';
import type { ReportEvidence } from '#core/report/report';
import type { Between } from '#core/time/time';
import { outageDetail, timelineEntry } from '#lambda/api/schemas/outages';
import { readEvidence } from '#local/report/evidence';

/** Where `bonghwa up` serves when its usual port is free. */
const DEFAULT_API = 'http://127.0.0.1:8718';
const TIMEOUT_MS = 10_000;

/** Of an API or a file of any version: what an older one did not say is missing. */
export const answeredEntry = timelineEntry
  .extend({ at: z.string(), was: z.string().exactOptional() })
  .partial()
  .required({ at: true, type: true });

export const answeredOutage = outageDetail.extend({
  drill: z.boolean().default(false),
  timeline: z.array(answeredEntry),
});

type Detail = z.output<typeof answeredOutage>;

export interface OutageSource {
  readonly outage: Outage;
  readonly evidence: readonly ReportEvidence[];
}

export interface ApiOptions {
  /** Base URL; the one that `bonghwa up` wrote down by default. */
  readonly api?: string;
  readonly token?: string;
}

/** Asks the history API. Throws UnknownNameError, InvalidInputError, MonitorFaultError. */
export async function outageFromApi(id: string, options: ApiOptions): Promise<OutageSource> {
  const base = options.api ?? (await runningApi());
  const url = new URL(`/v1/outages/${encodeURIComponent(id)}`, baseUrl(base));
  const response = await ask(url, options.token);
  if (response.status === 404) {
    throw new UnknownNameError(
      `${url.origin} knows no outage ${id}.`,
      `${url.origin}/v1/outages lists them.`,
    );
  }
  if (response.status === 401 || response.status === 403) {
    throw new InvalidInputError(
      `${url.origin} wants a token that may read (HTTP ${response.status}).`,
      'Give one with --token, or in BONGHWA_API_TOKEN.',
    );
  }
  const parsed = answeredOutage.safeParse(await response.json().catch(() => undefined));
  if (!response.ok || !parsed.success) {
    throw new MonitorFaultError(
      `${url.href} answered HTTP ${response.status} without an outage.`,
      'Look at that address in a browser; is it a Bonghwa API of this version?',
    );
  }
  return sourceOf(parsed.data);
}

/** An outage as the API gave it, saved to a file perhaps. */
export async function sourceOf(detail: Detail): Promise<OutageSource> {
  const evidence = await Promise.all(detail.evidence.map(readEvidence));
  return { outage: outageOf(detail), evidence };
}

function baseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidInputError(
    `--api ${text} is no http address.`,
    `Give the base URL of the history API, e.g. ${DEFAULT_API}.`,
  );
}

async function ask(url: URL, token: string | undefined): Promise<Response> {
  try {
    return await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new InvalidInputError(
      `The history API at ${url.origin} does not answer.`,
      'Start one with npm start, name another with --api URL, or read a file with --from FILE.',
      { cause: error },
    );
  }
}

async function runningApi(): Promise<string> {
  try {
    const text = await readFile(join('.bonghwa', 'running.json'), 'utf8');
    return z.object({ url: z.string() }).parse(JSON.parse(text)).url;
  } catch {
    return DEFAULT_API;
  }
}

function betweenOf({ after, by }: { after: string | null; by: string }): Between {
  return { after: after === null ? null : Date.parse(after), by: Date.parse(by) };
}

function outageOf(detail: Detail): Outage {
  const { cause, endedBetween, closedAt, acknowledged } = detail;
  const { signature, matched, ...rest } = cause;
  return {
    schema: 1,
    id: detail.id,
    group: detail.group,
    state: detail.state,
    cause: {
      ...rest,
      ...defined({ signature, matched }),
    },
    incidents: detail.incidents.map(incidentOf),
    unaffected: detail.unaffected,
    startedBetween: betweenOf(detail.startedBetween),
    ...(endedBetween ? { endedBetween: betweenOf(endedBetween) } : {}),
    openedAt: Date.parse(detail.openedAt),
    ...(closedAt ? { closedAt: Date.parse(closedAt) } : {}),
    downSeconds: detail.downSeconds,
    recurrences: detail.recurrences,
    ...(detail.drill ? { drill: true } : {}),
    ...(acknowledged
      ? { acknowledged: { by: acknowledged.by, at: Date.parse(acknowledged.at) } }
      : {}),
    notes: detail.notes.map(({ by, at, text }) => ({ by, at: Date.parse(at), text })),
    timeline: detail.timeline.map(entryOf),
  };
}

function incidentOf(incident: Detail['incidents'][number]): Outage['incidents'][number] {
  const { service, startedBetween, endedBetween, layer, kind, matched } = incident;
  return {
    service,
    startedBetween: betweenOf(startedBetween),
    ...(endedBetween ? { endedBetween: betweenOf(endedBetween) } : {}),
    layer,
    kind,
    databaseText: incident.databaseText,
    ...(matched === null ? {} : { matched }),
    passedLayers: incident.passedLayers,
    runs: incident.runs,
    evidence: [],
  };
}

/** An entry of the timeline as JSON holds it. */
export function entryOf({ at, ...entry }: z.output<typeof answeredEntry>): TimelineEntry {
  const told = Object.entries(entry).filter(([, value]) => value !== null);
  return readEntry({ type: entry.type, ...Object.fromEntries(told), at: Date.parse(at) });
}
