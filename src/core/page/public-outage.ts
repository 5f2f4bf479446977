import type { Outage } from '#core/outage/outage';
import type { TimelineEntry } from '#core/outage/timeline';
import { defined } from '../defined.ts';

/** The timeline entries about services. Entries about people stay internal. */
const PUBLIC: readonly string[] = [
  'suspect',
  'opened',
  'service-down',
  'service-up',
  'unwatched',
  'goes-on',
  'recovering',
  'reopened',
  'closed',
  'cause',
] satisfies readonly TimelineEntry['type'][];

/** The public form of an outage: no names, no notes, no links to runs or evidence. */
export function publicOutage(outage: Outage): Outage {
  const { acknowledged: _, revision: __, ...rest } = outage;
  return {
    ...rest,
    incidents: outage.incidents.map((incident) => ({ ...incident, runs: [], evidence: [] })),
    notes: [],
    timeline: outage.timeline.flatMap(publicEntry),
  };
}

/** Older versions stored sentences, which may name people: only the entry's type is kept. */
function publicEntry(entry: TimelineEntry): readonly TimelineEntry[] {
  if (entry.type !== 'written') return PUBLIC.includes(entry.type) ? [entry] : [];
  const { at, type, was, service } = entry;
  if (!PUBLIC.includes(was)) return [];
  return [{ at, type, was, text: '', ...defined({ service }) }];
}

/** Time of its last public change. */
export function changedAt({ openedAt, closedAt, timeline }: Outage): number {
  return Math.max(openedAt, closedAt ?? 0, ...timeline.map(({ at }) => at));
}
