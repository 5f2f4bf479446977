import { defined } from '#core/defined';
import type { ToldAs, WithheldReason } from '#core/outage/telling';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Instant } from '#core/time/time';

/** One event as data. Sentences are made from it where people read them. */
export type TimelineFact =
  | {
      readonly type: 'suspect';
      readonly service: string;
      readonly layer: Layer;
      readonly kind: Kind;
    }
  | { readonly type: 'opened' }
  | {
      readonly type: 'service-down';
      readonly service: string;
      readonly check: string;
      readonly layer: Layer;
      readonly kind: Kind;
    }
  | { readonly type: 'service-up'; readonly service: string }
  /** It is down, and no longer watched. */
  | { readonly type: 'unwatched'; readonly service: string }
  /** It did not end with the others, and goes on as an outage of its own. */
  | { readonly type: 'goes-on'; readonly service: string }
  | { readonly type: 'recovering'; readonly service: string; readonly check: string }
  | { readonly type: 'reopened'; readonly service: string }
  | { readonly type: 'closed' }
  | { readonly type: 'cause'; readonly layer: Layer; readonly kind: Kind }
  | { readonly type: 'notice'; readonly seq: number; readonly as: ToldAs }
  /** A notice that could be sent is not, from now on for this reason. */
  | { readonly type: 'withheld'; readonly as: ToldAs; readonly reason: WithheldReason }
  | { readonly type: 'acknowledged'; readonly by: string }
  | { readonly type: 'unacknowledged'; readonly by: string }
  /** `text` is what the person wrote, here and below. */
  | { readonly type: 'note'; readonly by: string; readonly text: string }
  | { readonly type: 'silenced'; readonly by: string; readonly text: string }
  | { readonly type: 'silence-lifted'; readonly by: string }
  | { readonly type: 'maintenance-declared'; readonly by: string; readonly text: string }
  | { readonly type: 'maintenance-withdrawn'; readonly by: string }
  | { readonly type: 'drill'; readonly by: string }
  /** An older version kept a sentence instead of facts; `was` is the type it gave. */
  | {
      readonly type: 'written';
      readonly was: string;
      readonly text: string;
      readonly service?: string;
      readonly by?: string;
    };

export type TimelineEntry = { readonly at: Instant } & TimelineFact;

/** An entry as it was stored or sent: by this version or by an older one. */
export interface LooseEntry {
  readonly at: Instant;
  readonly type: string;
  readonly text?: string | undefined;
  readonly service?: string | undefined;
  readonly by?: string | undefined;
  readonly check?: string | undefined;
  readonly layer?: Layer | undefined;
  readonly kind?: Kind | undefined;
  readonly seq?: number | undefined;
  readonly as?: ToldAs | undefined;
  readonly reason?: WithheldReason | undefined;
  readonly was?: string | undefined;
}

type Field = Exclude<keyof LooseEntry, 'at' | 'type'>;

const FIELDS: Readonly<Record<TimelineFact['type'], readonly Field[]>> = {
  suspect: ['service', 'layer', 'kind'],
  opened: [],
  'service-down': ['service', 'check', 'layer', 'kind'],
  'service-up': ['service'],
  unwatched: ['service'],
  'goes-on': ['service'],
  recovering: ['service', 'check'],
  reopened: ['service'],
  closed: [],
  cause: ['layer', 'kind'],
  notice: ['seq', 'as'],
  withheld: ['as', 'reason'],
  acknowledged: ['by'],
  unacknowledged: ['by'],
  note: ['by', 'text'],
  silenced: ['by', 'text'],
  'silence-lifted': ['by'],
  'maintenance-declared': ['by', 'text'],
  'maintenance-withdrawn': ['by'],
  drill: ['by'],
  written: ['was', 'text'],
};

function isType(type: string): type is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, type);
}

/** The fact that an entry tells, where it holds all that the fact needs; otherwise its sentence. */
export function readEntry(entry: LooseEntry): TimelineEntry {
  const fields = isType(entry.type) ? FIELDS[entry.type] : undefined;
  const isWhole = fields?.every((field) => entry[field] !== undefined) ?? false;
  if (isWhole && entry.type !== 'written') {
    const kept = (fields ?? []).map((field) => [field, entry[field]]);
    return { at: entry.at, type: entry.type, ...Object.fromEntries(kept) } as TimelineEntry;
  }
  return {
    at: entry.at,
    type: 'written',
    was: entry.was ?? entry.type,
    text: entry.text ?? '',
    ...defined({ service: entry.service, by: entry.by }),
  };
}
