import { defined } from '#core/defined';
import type { ToldAs, WithheldReason } from '#core/outage/telling';
import type { Layer } from '#core/run/layer';
import type { Kind } from '#core/run/verdict';
import type { Instant } from '#core/time/time';

/** One event as data. Sentences are written where people read them. */
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
  /** The service is down but no longer watched. */
  | { readonly type: 'unwatched'; readonly service: string }
  /** The service did not end with the others and continues as its own outage. */
  | { readonly type: 'goes-on'; readonly service: string }
  | { readonly type: 'recovering'; readonly service: string; readonly check: string }
  | { readonly type: 'reopened'; readonly service: string }
  | { readonly type: 'closed' }
  | { readonly type: 'cause'; readonly layer: Layer; readonly kind: Kind }
  | { readonly type: 'notice'; readonly seq: number; readonly as: ToldAs }
  /** A notice is held back for this reason from now on. */
  | { readonly type: 'withheld'; readonly as: ToldAs; readonly reason: WithheldReason }
  | { readonly type: 'acknowledged'; readonly by: string }
  | { readonly type: 'unacknowledged'; readonly by: string }
  /** `text` is the person's text, here and below. */
  | { readonly type: 'note'; readonly by: string; readonly text: string }
  /** `until`: end of the silence. Absent in entries of older versions. */
  | {
      readonly type: 'silenced';
      readonly by: string;
      readonly text: string;
      readonly until?: Instant;
    }
  | { readonly type: 'silence-lifted'; readonly by: string }
  | { readonly type: 'maintenance-declared'; readonly by: string; readonly text: string }
  | { readonly type: 'maintenance-withdrawn'; readonly by: string }
  | { readonly type: 'drill'; readonly by: string }
  /** A sentence from an older version, which stored no facts. `was` is its type there. */
  | {
      readonly type: 'written';
      readonly was: string;
      readonly text: string;
      readonly service?: string;
      readonly by?: string;
    };

export type TimelineEntry = { readonly at: Instant } & TimelineFact;

/** A stored or sent entry of this version or an older one. */
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
  readonly until?: Instant | undefined;
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

/** Fields that an entry of this type may lack. */
const OPTIONAL: Readonly<Record<string, readonly Field[]>> = { silenced: ['until'] };

/** `at` and `type`. */
const ALWAYS = 2;

function isType(type: string): type is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, type);
}

/** The fact of an entry if it has all fields of the fact. Otherwise its sentence. */
export function readEntry(entry: LooseEntry): TimelineEntry {
  const fields = isType(entry.type) ? FIELDS[entry.type] : undefined;
  const isWhole = fields?.every((field) => entry[field] !== undefined) ?? false;
  if (fields && isWhole && entry.type !== 'written') {
    const known = [...fields, ...(OPTIONAL[entry.type] ?? [])];
    const kept = known.filter((field) => entry[field] !== undefined);
    if (Object.keys(entry).length === ALWAYS + kept.length) return entry as TimelineEntry;
    const facts = kept.map((field) => [field, entry[field]]);
    return { at: entry.at, type: entry.type, ...Object.fromEntries(facts) } as TimelineEntry;
  }
  return {
    at: entry.at,
    type: 'written',
    was: entry.was ?? entry.type,
    text: entry.text ?? '',
    ...defined({ service: entry.service, by: entry.by }),
  };
}
