import { defined } from '#core/defined';
import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { excuseOf } from '#core/detection/incident';
import { changeOutage, changeRecord, endOfOutage, note } from '#core/detection/outages';
import { affected, decide, downNow, drop } from '#core/detection/tell';
import type { Outage } from '#core/outage/outage';
import type { WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** Moves each outage on and decides what is told about it. */
export function announce(draft: GroupDraft): void {
  for (const id of Object.keys(draft.outages)) {
    open(draft, id);
    close(draft, id);
    tellEnd(draft, id);
    update(draft, id);
    remind(draft, id);
  }
}

function open(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (!outage || outage.phase === 'closed' || outage.told) return;
  const forms = outage.phase === 'forming' && !isComplete(draft, outage);
  if (outage.phase === 'forming' && !forms) {
    changeOutage(draft, id, { phase: 'open' });
    changeRecord(draft, id, () => ({ openedAt: draft.now }));
    note(draft, id, { at: draft.now, type: 'opened' });
  }
  const waits = forms ? 'forming' : undefined;
  decide(draft, id, { type: 'opened', services: affected(outage.record), waits });
}

/** Siblings have all reported, or have had their time. */
function isComplete(draft: GroupDraft, { askedAt, record }: OutageState): boolean {
  const { groupWaitSeconds } = draft.context.configuration.rules;
  const ended = downNow(record).length === 0;
  return (
    ended ||
    !draft.awaiting.some(
      ({ check, sibling, since }) =>
        sibling && since <= draft.now && mayAddTo(record, draft.context.checks.get(check)),
    ) ||
    draft.now >= askedAt + groupWaitSeconds * SECOND
  );
}

/** A control may clear them; of services, only those that the notice would not name yet are worth a wait. */
function mayAddTo({ incidents }: Outage, check: Check | undefined): boolean {
  return check === undefined || !incidents.some(({ service }) => service === check.service);
}

function close(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open') return;
  if (downNow(outage.record).length > 0) return;
  const endedBetween = endOfOutage(outage);
  changeOutage(draft, id, { phase: 'closed' });
  changeRecord(draft, id, () => ({
    state: 'closed',
    ...defined({ endedBetween }),
    closedAt: draft.now,
  }));
  note(draft, id, { at: draft.now, type: 'closed' });
  if (outage.told?.length) changeOutage(draft, id, { endUntold: true });
}

/** Anyone who got the opening notice also gets the closing one, after any silence ends. */
function tellEnd(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (!outage?.endUntold) return;
  const decision = decide(draft, id, { type: 'closed', services: outage.told ?? [] });
  if (decision.type === 'withheld') return;
  const { endUntold: _, ...rest } = draft.outages[id] ?? outage;
  draft.outages[id] = rest;
}

/** Tells when the set of services differs from what was told last. */
function update(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open' || !outage.told) return;
  const down = downNow(outage.record);
  const { told } = outage;
  const added = down.filter((service) => !told.includes(service));
  const removed = told.filter((service) => !down.includes(service));
  if (added.length + removed.length === 0) return forgetChange(draft, id);
  const changedAt = outage.changedAt ?? draft.now;
  if (outage.changedAt === undefined) changeOutage(draft, id, { changedAt });
  const decision = decide(draft, id, {
    type: 'updated',
    services: [...added, ...removed],
    change: { added, removed },
    again: told.length === 0,
    waits: updateWaits(draft, { ...outage, changedAt }),
  });
  if (decision.type === 'told') forgetChange(draft, id);
}

function forgetChange(draft: GroupDraft, id: string): void {
  drop(draft, id, 'updated');
  const outage = draft.outages[id];
  if (outage?.changedAt === undefined) return;
  const { changedAt: _, ...rest } = outage;
  draft.outages[id] = rest;
}

function updateWaits(draft: GroupDraft, outage: OutageState): WithheldReason | undefined {
  const { told = [], toldAt = 0, changedAt = 0 } = outage;
  const interval = draft.context.configuration.rules.groupIntervalSeconds * SECOND;
  // A flapping service is no news, and a set of services that shrinks mostly shrinks to none.
  // What comes back after its end was told does not wait: phones have been told it is over.
  const dueAt = told.length === 0 ? 0 : Math.max(toldAt, changedAt) + interval;
  if (draft.now < dueAt) return 'not-due';
  return told.length === 0 && !isComplete(draft, outage) ? 'forming' : undefined;
}

function remind(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open' || !outage.told) return;
  const services = affected(outage.record);
  const waits = reminderWaits(draft, outage, services);
  if (waits === 'maintenance') postpone(draft, id);
  decide(draft, id, { type: 'reminder', services, waits });
}

function reminderWaits(
  draft: GroupDraft,
  { record, nextReminderAt = Number.POSITIVE_INFINITY }: OutageState,
  services: readonly string[],
): WithheldReason | undefined {
  if (record.acknowledged) return 'acknowledged';
  // No reminders during announced maintenance, nor until the service fails after it.
  if (services.every((service) => excuseOf(draft, service, draft.now))) return 'maintenance';
  return draft.now < nextReminderAt ? 'not-due' : undefined;
}

function postpone(draft: GroupDraft, id: string): void {
  const { groupIntervalSeconds } = draft.context.configuration.rules;
  const after = draft.now + groupIntervalSeconds * SECOND;
  const next = draft.outages[id]?.nextReminderAt ?? Number.POSITIVE_INFINITY;
  if (next < after) changeOutage(draft, id, { nextReminderAt: after });
}
