import { defined } from '#core/defined';
import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { excuseOf } from '#core/detection/incident';
import { lookWaits } from '#core/detection/last-look';
import { changeOutage, changeRecord, endOfOutage, note } from '#core/detection/outages';
import { isUnseen } from '#core/detection/services';
import { setApart } from '#core/detection/set-apart';
import { affected, decide, downNow, drop, gravestOf, severitiesOf } from '#core/detection/tell';
import { tellOwn } from '#core/detection/tell-own';
import type { Outage } from '#core/outage/outage';
import type { WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';

/** In this order. Each sees what the one before it changed. */
const STEPS: readonly ((draft: GroupDraft, outage: OutageState) => void)[] = [
  open,
  setApart,
  close,
  tellEnd,
  escalate,
  update,
  tellOwn,
  remind,
  remindPhones,
];

/** Advances each outage and decides which notices it gets. */
export function announce(draft: GroupDraft): void {
  for (const id of Object.keys(draft.outages)) {
    for (const step of STEPS) step(draft, draft.outages[id] as OutageState);
  }
}

function open(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  if (outage.phase === 'closed' || outage.told) return;
  const forms = outage.phase === 'forming' && !isComplete(draft, outage);
  if (outage.phase === 'forming' && !forms) {
    changeOutage(draft, id, { phase: 'open' });
    changeRecord(draft, id, () => ({ openedAt: draft.now }));
    note(draft, id, { at: draft.now, type: 'opened' });
  }
  const waits = forms ? 'forming' : lookWaits(draft, outage);
  decide(draft, id, { type: 'opened', services: affected(outage.record), waits });
}

/** All siblings have reported, or their time is over. */
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

/**
 * Waits for controls, because they may clear the services. Waits for a service only if the notice
 * would not name it yet.
 */
function mayAddTo({ incidents }: Outage, check: Check | undefined): boolean {
  return check === undefined || !incidents.some(({ service }) => service === check.service);
}

function close(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  if (outage.phase !== 'open' || downNow(outage.record).length > 0) return;
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
function tellEnd(draft: GroupDraft, { record: { id }, told = [], endUntold }: OutageState): void {
  if (!endUntold) return;
  const decision = decide(draft, id, { type: 'closed', services: told });
  if (decision.type === 'told') forget(draft, id, 'endUntold');
}

function forget(
  draft: GroupDraft,
  id: string,
  field: 'endUntold' | 'changedAt' | 'changedTo',
): void {
  const { [field]: _, ...rest } = draft.outages[id] as OutageState;
  draft.outages[id] = rest;
}

/**
 * A more severe service joined. People acknowledged a less severe outage, and some got no notice.
 */
function escalate(draft: GroupDraft, outage: OutageState): void {
  const { id } = outage.record;
  if (!outage.told?.length || severitiesOf(outage).includes('critical')) return;
  const graver = downNow(outage.record).filter(
    (service) => gravestOf(draft, [service]) === 'critical',
  );
  if (graver.length === 0) return;
  const decision = decide(draft, id, { type: 'opened', services: graver, graver: true });
  if (decision.type === 'withheld') return;
  forgetChange(draft, id);
  const now = draft.outages[id] as OutageState;
  const { acknowledged: _, ...record } = now.record;
  draft.outages[id] = { ...now, record };
}

/**
 * Sends an update if the affected services differ from the last notice, and the difference lasts.
 */
function update(draft: GroupDraft, outage: OutageState): void {
  const { told, phase, record } = outage;
  const { id } = record;
  if (phase !== 'open' || !told) return;
  const down = downNow(record);
  const added = down.filter((service) => !told.includes(service));
  const removed = told.filter((service) => !down.includes(service));
  if (added.length + removed.length === 0) return forgetChange(draft, id);
  const changedAt = isSame(outage.changedTo, down) ? (outage.changedAt ?? draft.now) : draft.now;
  changeOutage(draft, id, { changedAt, changedTo: down });
  decide(draft, id, {
    type: 'updated',
    services: [...added, ...removed],
    change: { added, removed },
    again: told.length === 0,
    waits: updateWaits(draft, { ...outage, changedAt }, added.length > 0),
  });
}

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && b.every((service) => a.includes(service));
}

function forgetChange(draft: GroupDraft, id: string): void {
  drop(draft, id, 'updated');
  forget(draft, id, 'changedAt');
  forget(draft, id, 'changedTo');
}

/** Each update waits this many times longer than the one before, because reminders say the same. */
const UPDATE_BACKOFF = 4;

function updateWaits(
  draft: GroupDraft,
  outage: OutageState,
  grows: boolean,
): WithheldReason | undefined {
  const { told = [], toldAt = 0, changedAt = 0, updates = 0 } = outage;
  const { groupIntervalSeconds, reopenWithinSeconds } = draft.context.configuration.rules;
  const interval = groupIntervalSeconds * SECOND;
  // A service that fails again after the closing notice does not wait: phones said it is over.
  if (told.length === 0) return isComplete(draft, outage) ? undefined : 'forming';
  if (isRemindedSoon(draft, outage)) return 'not-due';
  // If services recover, mostly all of them do, and a recovered service may flap.
  const lasts = grows ? interval : Math.max(interval, reopenWithinSeconds * SECOND);
  const dueAt = Math.max(toldAt + interval * UPDATE_BACKOFF ** updates, changedAt + lasts);
  return draft.now < dueAt ? 'not-due' : undefined;
}

/** The next reminder names the same services, so the same people need no email before it. */
function isRemindedSoon(
  draft: GroupDraft,
  { record, nextReminderAt = Number.POSITIVE_INFINITY }: OutageState,
): boolean {
  if (record.acknowledged) return false;
  const { first } = draft.context.configuration.rules.reminderSeconds;
  return nextReminderAt - draft.now <= first * SECOND;
}

/** Reasons that end suddenly. The next reminder then still waits until the news is clear. */
const POSTPONES: readonly WithheldReason[] = ['maintenance', 'recovering', 'unseen'];

function remind(draft: GroupDraft, outage: OutageState): void {
  const { phase, told, record } = outage;
  if (phase !== 'open' || !told || record.continues) return;
  const services = affected(record);
  const waits = reminderWaits(draft, outage, services);
  if (waits !== undefined && POSTPONES.includes(waits)) postpone(draft, outage);
  decide(draft, record.id, { type: 'reminder', services, waits });
}

function reminderWaits(
  draft: GroupDraft,
  { record, nextReminderAt = Number.POSITIVE_INFINITY }: OutageState,
  services: readonly string[],
): WithheldReason | undefined {
  if (record.acknowledged) return 'acknowledged';
  // No reminders during announced maintenance. They resume when the service fails after it.
  if (services.every((service) => excuseOf(draft, service, draft.now))) return 'maintenance';
  if (draft.now < nextReminderAt) return 'not-due';
  // Nobody knows whether it goes on.
  if (services.every((service) => isUnseen(draft, service))) return 'unseen';
  // What works again is not told as still down while its end is proven.
  const passes = (service: string) => draft.services[service]?.incident?.passes ?? 0;
  return services.every((service) => passes(service) > 0) ? 'recovering' : undefined;
}

/** Rings the phones that asked for it again, each time nobody has acknowledged for that long. */
function remindPhones(draft: GroupDraft, { record: { id } }: OutageState): void {
  for (const remindAfterSeconds of draft.context.remindAfter) {
    const outage = draft.outages[id] as OutageState;
    if (outage.phase !== 'open' || !outage.told?.length || !outage.rang) return;
    const { at, again } = outage.rang;
    const nextReminderAt = (again[remindAfterSeconds] ?? at) + remindAfterSeconds * SECOND;
    const services = affected(outage.record);
    if (reminderWaits(draft, { ...outage, nextReminderAt }, services)) continue;
    const decision = decide(draft, id, { type: 'reminder', services, remindAfterSeconds });
    if (decision.type === 'withheld') continue;
    const rang = { at, again: { ...again, [remindAfterSeconds]: draft.now } };
    changeOutage(draft, id, { rang });
  }
}

function postpone(draft: GroupDraft, { record, nextReminderAt = 0 }: OutageState): void {
  const { groupIntervalSeconds } = draft.context.configuration.rules;
  const after = draft.now + groupIntervalSeconds * SECOND;
  changeOutage(draft, record.id, { nextReminderAt: Math.max(nextReminderAt, after) });
}
