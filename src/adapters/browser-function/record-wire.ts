import * as z from 'zod';
import { LAYERS } from '#core/run/layer';
import {
  FAULT_PHASES,
  type FailedRequest,
  type Fault,
  OBSTACLES,
  type Observation,
  type PageOutline,
  type PendingRequest,
  type SeenDialog,
  type SeenMarker,
} from '#core/run/observation';
import type { EvidenceType, PhaseTimings, StepRecord } from '#core/run/result';
import type { Artefact, RunRecord } from '#core/run/run-record';
import type { Localised } from '#core/time/duration';

/**
 * Maximum size of an answer, bytes. Lambda accepts 6 MB (6,291,556 bytes) from a synchronous call.
 * Source: AWS Lambda developer guide, "Lambda quotas".
 */
const MOST_BYTES = 5_500_000;

const EVIDENCE_TYPES = {
  screenshot: 'screenshot',
  'step-screenshot': 'step-screenshot',
  'last-good-screenshot': 'last-good-screenshot',
  'page-text': 'page-text',
  requests: 'requests',
  console: 'console',
  dialogs: 'dialogs',
  trace: 'trace',
} as const satisfies { readonly [Type in EvidenceType]: Type };

/** The browser may have been broken into, so its answer is untrusted input. */
const text = z.string().max(100_000);
const short = z.string().max(2_000);
const count = z.number().nonnegative();
const layer = z.enum(LAYERS);
const lines = z.array(text).max(5_000);

/** All fields of a type, so that a new field cannot be forgotten here. */
type Fields<T> = { readonly [Key in keyof Required<T>]: z.ZodType };

const outlineSchema = z.strictObject({
  frame: lines,
  headings: lines,
  links: lines,
  entries: lines,
  layers: lines.exactOptional(),
  fields: count,
} satisfies Fields<PageOutline>);

const faultSchema = z.strictObject({
  phase: z.enum(FAULT_PHASES),
  code: short.exactOptional(),
  message: text,
  timedOut: z.boolean(),
  obstacle: z.enum(OBSTACLES).exactOptional(),
} satisfies Fields<Fault>);

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
  outline: outlineSchema.exactOptional(),
  dialogs: z
    .array(
      z.strictObject({
        type: z.enum(['alert', 'confirm', 'prompt', 'beforeunload']),
        message: text,
      } satisfies Fields<SeenDialog>),
    )
    .max(1_000),
  markers: z
    .array(
      z.strictObject({
        name: short,
        expected: z.boolean(),
        found: z.boolean(),
        text: text.exactOptional(),
        place: z.enum(['content', 'frame', 'layer', 'script']).exactOptional(),
      } satisfies Fields<SeenMarker>),
    )
    .max(1_000),
  pending: z
    .array(
      z.strictObject({
        url: text,
        waitedMs: z.number(),
        resource: short,
      } satisfies Fields<PendingRequest>),
    )
    .max(5_000),
  failedRequests: z
    .array(
      z.strictObject({
        url: text,
        status: z.number().exactOptional(),
        body: text.exactOptional(),
      } satisfies Fields<FailedRequest>),
    )
    .max(1_000)
    .exactOptional(),
  fault: faultSchema.exactOptional(),
  elapsedMs: z.number(),
  slowAfterMs: z.number().exactOptional(),
  waitedInQueueMs: z.number().exactOptional(),
  queueText: text.exactOptional(),
  queueBudgetMs: z.number().exactOptional(),
  unrunScripts: z.boolean().exactOptional(),
  bodyBytes: z.number().exactOptional(),
  contentType: short.exactOptional(),
} satisfies Fields<Observation>);

const milliseconds = z.number().exactOptional();

const stepSchema = z.strictObject({
  name: short,
  layer,
  status: z.enum(['passed', 'failed', 'soft-failed', 'skipped']),
  startedMs: z.number(),
  durationMs: z.number(),
  error: text.exactOptional(),
} satisfies Fields<StepRecord>);

const artefactSchema = z.strictObject({
  type: z.enum(EVIDENCE_TYPES),
  contentType: short,
  body: z.base64(),
  step: short.exactOptional(),
  takenAt: z.number().exactOptional(),
} satisfies Fields<Artefact>);

const phasesSchema = z.strictObject({
  dns: milliseconds,
  connect: milliseconds,
  tls: milliseconds,
  firstByte: milliseconds,
  body: milliseconds,
} satisfies Fields<PhaseTimings>);

const HOST = /^[a-z0-9._:[\]-]{1,260}$/;
const MOST_HOSTS = 50;

const recordSchema = z.strictObject({
  v: z.literal(1),
  observation: observationSchema,
  steps: z.array(stepSchema).max(200),
  passedLayers: z.array(layer).max(LAYERS.length),
  artefacts: z.array(artefactSchema).max(200),
  requests: z.record(short, count),
  phases: phasesSchema.exactOptional(),
  certificates: z
    .record(z.string().regex(HOST), z.number())
    .refine((hosts) => Object.keys(hosts).length <= MOST_HOSTS)
    .exactOptional(),
  attempts: count,
  durationMs: count,
  note: z.strictObject({ ko: short, en: short }).exactOptional(),
} satisfies Fields<RunRecord> & { readonly v: z.ZodType });

/** The record as JSON. Evidence that would make it too large is left out, largest first. */
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
    ...(note ? { note: joined(rest.note, note) } : {}),
  };
}

/** Throws a ZodError if it is not a record. */
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
/** Room for names and punctuation around one piece. */
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

function leftBehind(all: readonly Artefact[], kept: readonly Artefact[]): Localised | undefined {
  const lost = all.filter((artefact) => !kept.includes(artefact));
  if (lost.length === 0) return undefined;
  const types = lost.map(({ type }) => type).join(', ');
  return { ko: `너무 커서 남기지 못한 증거: ${types}`, en: `evidence too large to keep: ${types}` };
}

function joined(before: Localised | undefined, note: Localised): Localised {
  if (!before) return note;
  return { ko: `${before.ko} · ${note.ko}`, en: `${before.en} · ${note.en}` };
}
