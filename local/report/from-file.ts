import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InvalidInputError, UnknownNameError } from '#core/errors';
import { DELIVERY_STATES } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import { WITHHELD_REASONS } from '#core/outage/telling';
import { LAYERS } from '#core/run/layer';
import { KINDS } from '#core/run/verdict';
import type { Between } from '#core/time/time';
import { carrier } from '#lambda/api/schemas/outages';
import {
  answeredEntry,
  answeredOutage,
  entryOf,
  type OutageSource,
  sourceOf,
} from '#local/report/from-api';

const between = z.tuple([z.string().nullable(), z.string()]);

const delivery = z.object({
  channel: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  sentAt: z.string().exactOptional(),
  messageId: z.string().exactOptional(),
  lastError: z.string().exactOptional(),
  carrier: carrier.exactOptional(),
});

/** The fields that a report needs. Older versions have fewer. See src/core/scenario/summary.ts. */
const summary = z.object({
  outages: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      services: z.array(z.string()),
      cause: z.object({
        layer: z.enum(LAYERS),
        kind: z.enum(KINDS),
        confidence: z.enum(['certain', 'likely', 'unclear']),
        shared: z.boolean().default(false),
        databaseText: z.boolean().default(false),
      }),
      startedBetween: between,
      endedBetween: between.nullable(),
      downSeconds: z.number(),
      recurrences: z.int().default(0),
      unaffected: z.array(z.string()).default([]),
      timeline: z.array(answeredEntry).default([]),
    }),
  ),
  notices: z.array(
    z.object({
      at: z.string(),
      outage: z.string(),
      type: z.enum(['opened', 'updated', 'reminder', 'closed', 'attention']),
      services: z.array(z.string()).default([]),
      seq: z.int().default(0),
      severity: z.string().default(''),
      sms: z.string().exactOptional(),
      deliveries: z.array(delivery).exactOptional(),
    }),
  ),
  withheld: z
    .array(
      z.object({
        service: z.string(),
        at: z.string(),
        reason: z.enum(WITHHELD_REASONS),
        run: z.string().exactOptional(),
        layer: z.enum(LAYERS).exactOptional(),
        kind: z.enum(KINDS).exactOptional(),
        startedBetween: between.exactOptional(),
        endedBetween: between.exactOptional(),
      }),
    )
    .default([]),
});

export type SummaryFile = z.output<typeof summary>;

/**
 * Reads an outage from the output of `replay --json` or `simulate --json`, or from a saved answer
 * of `GET /v1/outages/{id}`. Throws UnknownNameError, InvalidInputError.
 */
export async function outageFromFile(id: string, file: string): Promise<OutageSource> {
  const json = await readJson(file);
  const detail = answeredOutage.safeParse(json);
  if (detail.success && detail.data.id === id) return sourceOf(detail.data);
  const found = summaryIn(json, file);
  const outage = found.outages.find((one) => one.id === id);
  if (outage) return { outage: outageOf(outage, found), evidence: [] };
  throw noSuchOutage(id, file, found);
}

export function noSuchOutage(id: string, file: string, { outages }: SummaryFile): UnknownNameError {
  const known = outages.map((one) => one.id).join(', ');
  return new UnknownNameError(
    { en: `${file} knows no outage ${id}.`, ko: `${file} 파일에 ${id} 장애가 없습니다.` },
    {
      en: `It holds: ${known || 'none'}. A service is named by its id, such as work24.`,
      ko: `들어 있는 장애: ${known || '없음'}. 서비스는 work24처럼 ID로 적습니다.`,
    },
  );
}

/** Every outage of a summary, newest first. Throws InvalidInputError. */
export async function outagesFromFile(file: string): Promise<readonly Outage[]> {
  const found = await readSummary(file);
  return found.outages
    .map((outage) => outageOf(outage, found))
    .toSorted((a, b) => b.startedBetween.by - a.startedBetween.by);
}

/** Reads the output of `replay --json` or `simulate --json`. Throws InvalidInputError. */
export async function readSummary(file: string): Promise<SummaryFile> {
  return summaryIn(await readJson(file), file);
}

function summaryIn(json: unknown, file: string): SummaryFile {
  const parsed = summary.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    {
      en: `${file} holds neither a summary nor an outage.`,
      ko: `${file} 파일에 요약도 장애도 없습니다.`,
    },
    {
      en: 'Write one with: npx bonghwa replay FILE --json > summary.json',
      ko: '만드는 방법: npx bonghwa replay FILE --json > summary.json',
    },
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new InvalidInputError(
      { en: `${file} cannot be read as JSON.`, ko: `${file} 파일을 JSON으로 읽을 수 없습니다.` },
      {
        en: 'Name a file that replay --json or simulate --json wrote.',
        ko: 'replay --json이나 simulate --json이 쓴 파일을 지정하십시오.',
      },
      { cause: error },
    );
  }
}

export function betweenOf([after, by]: readonly [string | null, string]): Between {
  return { after: after === null ? null : Date.parse(after), by: Date.parse(by) };
}

/** A summary has no incidents, so each service gets the outage's bounds. */
export function outageOf(found: SummaryFile['outages'][number], { notices }: SummaryFile): Outage {
  const started = betweenOf(found.startedBetween);
  const ended = found.endedBetween ? { endedBetween: betweenOf(found.endedBetween) } : {};
  const first = notices.find(({ outage }) => outage === found.id);
  const { layer, kind } = found.cause;
  return {
    schema: 1,
    id: found.id,
    group: found.group,
    state: found.endedBetween ? 'closed' : 'open',
    cause: found.cause,
    incidents: found.services.map((service) => ({
      service,
      startedBetween: started,
      ...ended,
      layer,
      kind,
      databaseText: false,
      passedLayers: [],
      runs: [],
      evidence: [],
    })),
    unaffected: found.unaffected,
    startedBetween: started,
    ...ended,
    openedAt: Date.parse(first?.at ?? found.startedBetween[1]),
    downSeconds: found.downSeconds,
    recurrences: found.recurrences,
    notes: [],
    timeline: found.timeline.map(entryOf),
  };
}
