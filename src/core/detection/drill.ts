import { defined } from '#core/defined';
import type { Command } from '#core/detection/command';
import type { GroupDraft } from '#core/detection/group-draft';
import { changeOutage, changeRecord, freshId } from '#core/detection/outages';
import { tell } from '#core/detection/tell';
import type { Incident, Outage } from '#core/outage/outage';
import type { Instant } from '#core/time/time';

type DrillCommand = Pick<Command, 'by' | 'at'> & Pick<DrillFacts, 'channel' | 'code'>;

/**
 * A drill: an opening and a closing notice that are marked as a drill, over all real channels or
 * one of them.
 */
export function drill(draft: GroupDraft, { by, at, channel, code }: DrillCommand): undefined {
  const { group, services } = draft.context;
  const id = freshId(draft, `${group}-drill`, at);
  const facts = { id, group, at, by, services: services.slice(0, 1) };
  const record = drillRecord({ ...facts, ...defined({ channel, code }) });
  draft.outages[id] = {
    record,
    phase: 'closed',
    askedAt: at,
    seq: 0,
    spans: [],
    seen: { runs: 0, failed: 0 },
  };
  tell(draft, id, { type: 'opened' });
  const endedBetween = { after: at, by: at };
  changeRecord(draft, id, ({ incidents }) => ({
    state: 'closed',
    incidents: incidents.map((one): Incident => ({ ...one, endedBetween })),
    endedBetween,
    closedAt: at,
  }));
  tell(draft, id, { type: 'closed' });
  changeOutage(draft, id, { told: [] });
}

interface DrillFacts {
  readonly id: string;
  readonly group: string;
  readonly at: Instant;
  readonly by: string;
  readonly services: readonly string[];
  readonly channel?: string;
  readonly code?: string;
}

/** A record of an outage that did not happen. Its notices say so. */
export function drillRecord({ id, group, at, by, services, channel, code }: DrillFacts): Outage {
  const startedBetween = { after: at, by: at };
  return {
    schema: 1,
    id,
    group,
    state: 'open',
    drill: true,
    ...defined({ drillChannel: channel, drillCode: code }),
    cause: {
      layer: 'data',
      kind: 'timeout',
      confidence: 'unclear',
      shared: false,
      databaseText: false,
    },
    incidents: services.map((service) => ({
      service,
      startedBetween,
      layer: 'data',
      kind: 'timeout',
      databaseText: false,
      passedLayers: ['host', 'static'],
      runs: [],
      evidence: [],
    })),
    unaffected: [],
    startedBetween,
    openedAt: at,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [{ at, type: 'drill', by }],
  };
}
