import { defined } from '#core/defined';
import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { changeRecord, freshId, note, refresh } from '#core/detection/outages';
import { downNow, heardOf } from '#core/detection/tell';
import { causeOf } from '#core/outage/cause';
import { startOf } from '#core/outage/correlation';
import type { Outage } from '#core/outage/outage';
import { SECOND } from '#core/time/time';

/** At most this share of an outage's services may be set apart. */
const MOST_LEFT = 1 / 3;

/**
 * Of many services, a few may never return. Once the others have worked for long enough, the rest
 * continues as its own outage without reminders, so that the outage of the others can end.
 */
export function setApart(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  if (!isLeftOver(draft, outage)) return;
  const services = downNow(outage.record);
  const own = begin(draft, outage, services);
  for (const service of services) {
    const state = draft.services[service];
    if (state?.incident?.outage !== id) continue;
    draft.services[service] = { ...state, incident: { ...state.incident, outage: own } };
    note(draft, id, { at: draft.now, type: 'goes-on', service });
  }
  changeRecord(draft, id, ({ incidents }) => ({
    incidents: incidents.map((one) =>
      services.includes(one.service) ? { ...one, goesOnAs: own } : one,
    ),
  }));
  for (const changed of [id, own]) refresh(draft, changed);
}

function isLeftOver(draft: GroupDraft, { record, told }: OutageState): boolean {
  const { incidents, continues } = record;
  if (!told?.length || continues !== undefined) return false;
  const left = downNow(record);
  if (left.length === 0 || left.length > incidents.length * MOST_LEFT) return false;
  const isPassing = left.some((service) => (draft.services[service]?.incident?.passes ?? 0) > 0);
  const ended = Math.max(...incidents.map(({ endedBetween }) => endedBetween?.by ?? 0));
  const { reopenWithinSeconds } = draft.context.configuration.rules;
  return !isPassing && draft.now - ended >= reopenWithinSeconds * SECOND;
}

/** Everybody who waits for the end of `services` then waits for the end of the new outage. */
function begin(
  draft: GroupDraft,
  { record, severities }: OutageState,
  services: readonly string[],
): string {
  const incidents = record.incidents.filter(({ service }) => services.includes(service));
  const startedBetween = startOf(incidents.map((one) => one.startedBetween));
  const id = freshId(draft, draft.context.group, startedBetween.by);
  const rest: Outage = {
    schema: 1,
    id,
    group: record.group,
    continues: record.id,
    state: 'open',
    cause: causeOf(incidents),
    incidents,
    unaffected: [],
    startedBetween,
    openedAt: draft.now,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: services.map((service) => ({ at: draft.now, type: 'goes-on', service })),
  };
  const heard = heardOf(draft.outages[record.id] as OutageState);
  draft.outages[id] = {
    record: rest,
    phase: 'open',
    askedAt: draft.now,
    seq: 0,
    spans: [],
    seen: { runs: 0, failed: 0 },
    told: services,
    toldAt: draft.now,
    heard: Object.fromEntries(
      services.flatMap((service) => (heard[service] ? [[service, heard[service]]] : [])),
    ),
    ...defined({ severities }),
  };
  draft.touched.add(id);
  return id;
}
