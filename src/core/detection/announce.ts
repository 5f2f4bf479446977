import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { excuseOf } from '#core/detection/incident';
import { changeOutage, changeRecord, endOfOutage, note } from '#core/detection/outages';
import { composeNotice, type NoticeDraft } from '#core/notice/compose-notice';
import type { Outage } from '#core/outage/outage';
import { SECOND } from '#core/time/time';

/** Services of an outage that are down now. */
function downNow(record: Outage): readonly string[] {
  return record.incidents.filter((one) => !one.endedBetween).map(({ service }) => service);
}

/** Those that are down now, or were where none is any more. */
function affected(record: Outage): readonly string[] {
  const down = downNow(record);
  return down.length > 0 ? down : record.incidents.map(({ service }) => service);
}

/** True while all that there is to tell is about silenced services: it waits, the record goes on. */
function isHushed(draft: GroupDraft, news: readonly string[]): boolean {
  const active = draft.silences.filter(({ from, to }) => from <= draft.now && draft.now < to);
  if (active.length === 0) return false;
  return news.every((service) =>
    active.some(({ services }) => services.length === 0 || services.includes(service)),
  );
}

type Told = Pick<NoticeDraft, 'type' | 'change' | 'again'>;

/** Drafts a notice: part of the state from here on, sent after the commit. */
export function tell(draft: GroupDraft, id: string, { type, change, again = false }: Told): void {
  const outage = draft.outages[id];
  if (!outage) return;
  const seq = outage.seq + 1;
  note(draft, id, { at: draft.now, type: 'notice', seq, as: again ? 'reopened' : type });
  const { configuration, stage } = draft.context;
  const { catalogue, texts, api, rules } = configuration;
  const record = draft.outages[id]?.record ?? outage.record;
  const notice = composeNotice(
    { outage: record, seq, type, at: draft.now, again, ...(change ? { change } : {}) },
    { catalogue, texts, apiUrl: api.url, stage },
  );
  draft.effects.push({ type: 'notice', notice });
  const { first, next } = rules.reminderSeconds;
  const reminder = draft.now + (type === 'opened' ? first : next) * SECOND;
  // Of what is over by the time it is told, the end has to be told as well.
  const told = type === 'closed' ? [] : affected(record);
  changeOutage(draft, id, {
    seq,
    ...(type === 'reminder' ? {} : { told, toldAt: draft.now }),
    ...(type === 'updated' ? {} : { nextReminderAt: reminder }),
  });
}

/** Moves each outage on and drafts what is to be told about it. */
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
  if (outage?.phase === 'forming' && isComplete(draft, outage)) {
    changeOutage(draft, id, { phase: 'open' });
    changeRecord(draft, id, () => ({ openedAt: draft.now }));
    note(draft, id, { at: draft.now, type: 'opened' });
  }
  const now = draft.outages[id];
  if (now?.phase !== 'open' || now.told || isHushed(draft, affected(now.record))) return;
  tell(draft, id, { type: 'opened' });
}

/** Siblings have all reported, or have had their time. */
function isComplete(draft: GroupDraft, { askedAt, record }: OutageState): boolean {
  const { groupWaitSeconds } = draft.context.configuration.rules;
  const ended = downNow(record).length === 0;
  return ended || draft.awaiting.length === 0 || draft.now >= askedAt + groupWaitSeconds * SECOND;
}

function close(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open') return;
  const endedBetween = endOfOutage(outage);
  if (!endedBetween) return;
  changeOutage(draft, id, { phase: 'closed' });
  changeRecord(draft, id, () => ({ state: 'closed', endedBetween, closedAt: draft.now }));
  note(draft, id, { at: draft.now, type: 'closed' });
  if (outage.told?.length) changeOutage(draft, id, { endUntold: true });
}

/** Who was told that a service is down hears of its end, at the latest when its silence is over. */
function tellEnd(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (!outage?.endUntold || isHushed(draft, outage.told ?? [])) return;
  tell(draft, id, { type: 'closed' });
  const { endUntold: _, ...rest } = draft.outages[id] ?? outage;
  draft.outages[id] = rest;
}

/** Tells when the set of services differs from what was told last. */
function update(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open' || !outage.told) return;
  const down = downNow(outage.record);
  const told = outage.told;
  const added = down.filter((service) => !told.includes(service));
  const removed = told.filter((service) => !down.includes(service));
  if (added.length + removed.length === 0) {
    const { changedAt: _, ...rest } = outage;
    if (outage.changedAt !== undefined) draft.outages[id] = rest;
    return;
  }
  const changedAt = outage.changedAt ?? draft.now;
  if (outage.changedAt === undefined) changeOutage(draft, id, { changedAt });
  const interval = draft.context.configuration.rules.groupIntervalSeconds * SECOND;
  // A set that only shrinks mostly goes on shrinking to nothing: the closing notice says it all.
  // What comes back after its end was told does not wait: phones have been told it is over.
  const dueAt = Math.max(
    told.length === 0 ? 0 : (outage.toldAt ?? 0) + interval,
    changedAt + (added.length ? 0 : interval),
  );
  if (draft.now < dueAt || isHushed(draft, [...added, ...removed])) return;
  if (told.length === 0 && !isComplete(draft, outage)) return;
  tell(draft, id, { type: 'updated', change: { added, removed }, again: told.length === 0 });
  const { changedAt: _, ...rest } = draft.outages[id] ?? outage;
  draft.outages[id] = rest;
}

function remind(draft: GroupDraft, id: string): void {
  const outage = draft.outages[id];
  if (outage?.phase !== 'open' || !outage.told || outage.record.acknowledged) return;
  const { nextReminderAt: next = Number.POSITIVE_INFINITY } = outage;
  const services = affected(outage.record);
  // Nobody needs to be reminded of what is worked on as announced, nor before it was seen to fail after it.
  if (services.every((service) => excuseOf(draft, service, draft.now))) {
    const { groupIntervalSeconds } = draft.context.configuration.rules;
    const after = draft.now + groupIntervalSeconds * SECOND;
    if (next < after) changeOutage(draft, id, { nextReminderAt: after });
  } else if (draft.now >= next && !isHushed(draft, services)) {
    tell(draft, id, { type: 'reminder' });
  }
}
