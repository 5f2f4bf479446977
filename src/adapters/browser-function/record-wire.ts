import * as z from 'zod';
import { LAYERS } from '#core/run/layer';
import { FAULT_PHASES } from '#core/run/observation';
import type { EvidenceType } from '#core/run/result';
import type { Artefact, RunRecord } from '#core/run/run-record';

/**
 * Most bytes of an answer. Lambda takes 6 MB (6,291,556 bytes) from a function that is waited for.
 * Source: AWS Lambda developer guide, "Lambda quotas".
 */
const MOST_BYTES = 5_500_000;

const EVIDENCE_TYPES = [
  'screenshot',
  'step-screenshot',
  'last-good-screenshot',
  'page-text',
  'requests',
  'console',
  'dialogs',
  'trace',
] as const satisfies readonly EvidenceType[];

/** The browser may have been broken into: what it sends is read as a stranger's. */
const text = z.string().max(100_000);
const short = z.string().max(2_000);
const count = z.number().nonnegative();
const layer = z.enum(LAYERS);
const lines = z.array(text).max(5_000);

const observationSchema = z.strictObject({
  layer,
  url: text,
  finalUrl: text.exactOptional(),
  allowedHosts: z.array(short).max(200),
  status: z.number().exactOptional(),
  headers: z.record(short, text),
  title: text,
  text,
  elements: lines,
  outline: z
    .strictObject({ frame: lines, headings: lines, links: lines, entries: lines, fields: count })
    .exactOptional(),
  dialogs: z
    .array(
      z.strictObject({
        type: z.enum(['alert', 'confirm', 'prompt', 'beforeunload']),
        message: text,
      }),
    )
    .max(1_000),
  markers: z
    .array(z.strictObject({ name: short, expected: z.boolean(), found: z.boolean() }))
    .max(1_000),
  pending: z.array(z.strictObject({ url: text, waitedMs: z.number(), resource: short })).max(5_000),
  fault: z
    .strictObject({
      phase: z.enum(FAULT_PHASES),
      code: short.exactOptional(),
      message: text,
      timedOut: z.boolean(),
    })
    .exactOptional(),
  elapsedMs: z.number(),
  slowAfterMs: z.number().exactOptional(),
  waitedInQueueMs: z.number().exactOptional(),
  queueText: text.exactOptional(),
  queueBudgetMs: z.number().exactOptional(),
  bodyBytes: z.number().exactOptional(),
  contentType: short.exactOptional(),
});

const milliseconds = z.number().exactOptional();

const recordSchema = z.strictObject({
  v: z.literal(1),
  observation: observationSchema,
  steps: z
    .array(
      z.strictObject({
        name: short,
        layer,
        status: z.enum(['passed', 'failed', 'soft-failed', 'skipped']),
        startedMs: z.number(),
        durationMs: z.number(),
        error: text.exactOptional(),
      }),
    )
    .max(200),
  passedLayers: z.array(layer).max(LAYERS.length),
  artefacts: z
    .array(
      z.strictObject({
        type: z.enum(EVIDENCE_TYPES),
        contentType: short,
        body: z.base64(),
        step: short.exactOptional(),
        takenAt: z.number().exactOptional(),
      }),
    )
    .max(200),
  requests: z.record(short, count),
  phases: z
    .strictObject({
      dns: milliseconds,
      connect: milliseconds,
      tls: milliseconds,
      firstByte: milliseconds,
      body: milliseconds,
    })
    .exactOptional(),
  certificateDays: z.number().exactOptional(),
  attempts: count,
  durationMs: count,
  note: short.exactOptional(),
});

/** The record as JSON; evidence that would make it too large stays behind, largest first. */
export function encodeRecord(record: RunRecord, mostBytes = MOST_BYTES): unknown {
  const { artefacts, ...rest } = record;
  const room = mostBytes - Buffer.byteLength(JSON.stringify(rest)) - ROOM_FOR_NOTE;
  const kept = fitting(artefacts, room);
  const note = leftBehind(artefacts, kept);
  return {
    ...rest,
    v: 1,
    artefacts: kept.map(({ body, ...about }) => ({
      ...about,
      body: Buffer.from(body).toString('base64'),
    })),
    ...(note ? { note: rest.note ? `${rest.note} · ${note}` : note } : {}),
  };
}

/** Throws a ZodError when it is no record. */
export function decodeRecord(payload: unknown): RunRecord {
  const { v, artefacts, ...rest } = recordSchema.parse(payload);
  return {
    ...rest,
    artefacts: artefacts.map(({ body, ...about }) => ({
      ...about,
      body: Buffer.from(body, 'base64'),
    })),
  };
}

const ROOM_FOR_NOTE = 2_000;
/** Names and punctuation around one piece. */
const AROUND = 300;

function fitting(artefacts: readonly Artefact[], room: number): readonly Artefact[] {
  const kept = new Set(artefacts);
  const bytes = (artefact: Artefact) => Math.ceil(artefact.body.length / 3) * 4 + AROUND;
  let sum = artefacts.reduce((total, artefact) => total + bytes(artefact), 0);
  const largestFirst = artefacts.toSorted((a, b) => b.body.length - a.body.length);
  for (const artefact of largestFirst) {
    if (sum <= room) break;
    kept.delete(artefact);
    sum -= bytes(artefact);
  }
  return artefacts.filter((artefact) => kept.has(artefact));
}

function leftBehind(all: readonly Artefact[], kept: readonly Artefact[]): string | undefined {
  const lost = all.filter((artefact) => !kept.includes(artefact));
  if (lost.length === 0) return undefined;
  return `너무 커서 남기지 못한 증거: ${lost.map(({ type }) => type).join(', ')}`;
}
