import type { Outage } from '#core/outage/outage';
import type { TimelineEntry } from '#core/outage/timeline';
import { defined } from '../defined.ts';

/** What happened, as far as it is about the services and not about the people who look after them. */
const PUBLIC: readonly string[] = [
  'suspect',
  'opened',
  'service-down',
  'service-up',
  'unwatched',
  'recovering',
  'reopened',
  'closed',
  'cause',
] satisfies readonly TimelineEntry['type'][];

/** An outage as everybody may see it: no names of people, no notes, no addresses of runs or evidence. */
export function publicOutage(outage: Outage): Outage {
  const { acknowledged: _, revision: __, ...rest } = outage;
  return {
    ...rest,
    incidents: outage.incidents.map((incident) => ({ ...incident, runs: [], evidence: [] })),
    notes: [],
    timeline: outage.timeline.flatMap(publicEntry),
  };
}

/** Of an entry that an older version kept as a sentence, its type alone: sentences may name anybody. */
function publicEntry(entry: TimelineEntry): readonly TimelineEntry[] {
  if (entry.type !== 'written') return PUBLIC.includes(entry.type) ? [entry] : [];
  const { at, type, was, service } = entry;
  if (!PUBLIC.includes(was)) return [];
  return [{ at, type, was, text: '', ...defined({ service }) }];
}

/** When something public last changed in it. */
export function changedAt({ openedAt, closedAt, timeline }: Outage): number {
  return Math.max(openedAt, closedAt ?? 0, ...timeline.map(({ at }) => at));
}
