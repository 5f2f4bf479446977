import * as z from 'zod/mini';
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
const text = z.string().check(z.maxLength(100_000));
const short = z.string().check(z.maxLength(2_000));
const count = z.number().check(z.nonnegative());
const layer = z.enum(LAYERS);
const lines = z.array(text).check(z.maxLength(5_000));

/** All fields of a type, so that a new field cannot be forgotten here. */
type Fields<T> = { readonly [Key in keyof Required<T>]: z.ZodMiniType };

const outlineSchema = z.strictObject({
  frame: lines,
  headings: lines,
  links: lines,
  entries: lines,
  layers: z.exactOptional(lines),
  fields: count,
} satisfies Fields<PageOutline>);

const faultSchema = z.strictObject({
  phase: z.enum(FAULT_PHASES),
  code: z.exactOptional(short),
  message: text,
  timedOut: z.boolean(),
  obstacle: z.exactOptional(z.enum(OBSTACLES)),
} satisfies Fields<Fault>);

const observationSchema = z.strictObject({
  layer,
  url: text,
  finalUrl: z.exactOptional(text),
  allowedHosts: z.array(short).check(z.maxLength(200)),
  status: z.exactOptional(z.number()),
  headers: z.record(short, text),
  title: text,
  text,
  elements: lines,
  outline: z.exactOptional(outlineSchema),
  dialogs: z
    .array(
      z.strictObject({
        type: z.enum(['alert', 'confirm', 'prompt', 'beforeunload']),
        message: text,
      } satisfies Fields<SeenDialog>),
    )
    .check(z.maxLength(1_000)),
  markers: z
    .array(
      z.strictObject({
        name: short,
        expected: z.boolean(),
        found: z.boolean(),
        text: z.exactOptional(text),
        place: z.exactOptional(z.enum(['content', 'frame', 'layer', 'script'])),
      } satisfies Fields<SeenMarker>),
    )
    .check(z.maxLength(1_000)),
  pending: z
    .array(
      z.strictObject({
        url: text,
        waitedMs: z.number(),
        resource: short,
      } satisfies Fields<PendingRequest>),
    )
    .check(z.maxLength(5_000)),
  failedRequests: z.exactOptional(
    z
      .array(
        z.strictObject({
          url: text,
          status: z.exactOptional(z.number()),
          body: z.exactOptional(text),
        } satisfies Fields<FailedRequest>),
      )
      .check(z.maxLength(1_000)),
  ),
  fault: z.exactOptional(faultSchema),
  elapsedMs: z.number(),
  slowAfterMs: z.exactOptional(z.number()),
  waitedInQueueMs: z.exactOptional(z.number()),
  queueText: z.exactOptional(text),
  queueBudgetMs: z.exactOptional(z.number()),
  unrunScripts: z.exactOptional(z.boolean()),
  bodyBytes: z.exactOptional(z.number()),
  contentType: z.exactOptional(short),
} satisfies Fields<Observation>);

const milliseconds = z.exactOptional(z.number());

const stepSchema = z.strictObject({
  name: short,
  layer,
  status: z.enum(['passed', 'failed', 'soft-failed', 'skipped']),
  startedMs: z.number(),
  durationMs: z.number(),
  error: z.exactOptional(text),
} satisfies Fields<StepRecord>);

const artefactSchema = z.strictObject({
  type: z.enum(EVIDENCE_TYPES),
  contentType: short,
  body: z.base64(),
  step: z.exactOptional(short),
  takenAt: z.exactOptional(z.number()),
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
  steps: z.array(stepSchema).check(z.maxLength(200)),
  passedLayers: z.array(layer).check(z.maxLength(LAYERS.length)),
  artefacts: z.array(artefactSchema).check(z.maxLength(200)),
  requests: z.record(short, count),
  phases: z.exactOptional(phasesSchema),
  certificates: z.exactOptional(
    z
      .record(z.string().check(z.regex(HOST)), z.number())
      .check(z.refine((hosts) => Object.keys(hosts).length <= MOST_HOSTS)),
  ),
  unread: z.exactOptional(z.array(observationSchema).check(z.maxLength(200))),
  attempts: count,
  durationMs: count,
  note: z.exactOptional(z.strictObject({ ko: short, en: short })),
} satisfies Fields<RunRecord> & { readonly v: z.ZodMiniType });

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
