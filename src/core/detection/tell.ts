import { defined } from '#core/defined';
import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState } from '#core/detection/group-state';
import { changeOutage, note } from '#core/detection/outages';
import { composeNotice, type NoticeOrder } from '#core/notice/compose-notice';
import type { Notice } from '#core/notice/notice';
import { endOf, startOf } from '#core/outage/correlation';
import {
  type Heard,
  type Hearing,
  hearBegin,
  hearEnd,
  hearMore,
  hearOwnEnd,
} from '#core/outage/heard';
import type { Outage } from '#core/outage/outage';
import type { Decision, WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';

interface Order extends Pick<NoticeOrder, 'type' | 'change' | 'again'> {
  /** Services that it is told of to their own subscribers alone. */
  readonly own?: readonly string[];
}

/** A notice that could be sent now. */
export interface Candidate extends Omit<Order, 'own'> {
  /** What it is about: while all of them are silenced, it waits. */
  readonly services: readonly string[];
  /** For subscribers of `services` alone. */
  readonly own?: true;
  /** Why its own rule holds it back. */
  readonly waits?: WithheldReason | undefined;
}

/** Services of an outage that are down now. */
export function downNow(record: Outage): readonly string[] {
  return record.incidents
    .filter((one) => !one.endedBetween && !one.unwatched)
    .map(({ service }) => service);
}

/** Those that are down now, or were where none is any more. */
export function affected(record: Outage): readonly string[] {
  const down = downNow(record);
  return down.length > 0 ? down : record.incidents.map(({ service }) => service);
}

/** The one place that sends a notice or holds it back, and keeps the reason when that changes. */
export function decide(draft: GroupDraft, id: string, candidate: Candidate): Decision {
  const reason =
    candidate.waits ?? (isSilenced(draft, candidate.services) ? 'silenced' : undefined);
  if (reason === undefined) {
    const { own, ...order } = candidate;
    return tell(draft, id, {
      ...order,
      ...defined({ own: own ? candidate.services : undefined }),
    });
  }
  withhold(draft, id, { candidate, reason });
  return { type: 'withheld', reason };
}

/** Each of `about` is silenced. */
export function isSilenced(draft: GroupDraft, about: readonly string[]): boolean {
  const active = draft.silences.filter(({ from, to }) => from <= draft.now && draft.now < to);
  if (active.length === 0) return false;
  return about.every((service) =>
    active.some(({ services }) => services.length === 0 || services.includes(service)),
  );
}

interface Withholding {
  readonly candidate: Candidate;
  readonly reason: WithheldReason;
}

function withhold(draft: GroupDraft, id: string, { candidate, reason }: Withholding): void {
  const { type, again } = candidate;
  const withheld = draft.outages[id]?.withheld ?? {};
  if (withheld[type] === reason) return;
  changeOutage(draft, id, { withheld: { ...withheld, [type]: reason } });
  // Between two reminders every outage waits for the next: that is no news.
  if (type === 'reminder' && reason === 'not-due') return;
  note(draft, id, { at: draft.now, type: 'withheld', as: again ? 'reopened' : type, reason });
}

/** There is nothing of this type to tell any more. */
export function drop(draft: GroupDraft, id: string, type: Candidate['type']): void {
  const outage = draft.outages[id];
  if (!outage?.withheld?.[type]) return;
  const { [type]: _, ...withheld } = outage.withheld;
  draft.outages[id] = { ...outage, withheld };
}

/** What the subscribers of each service have heard of an outage. */
export function heardOf({ heard, told = [] }: OutageState): Heard {
  return heard ?? Object.fromEntries(told.map((service) => [service, 'begin']));
}

function hearingOf(draft: GroupDraft, outage: OutageState, order: Order): Hearing {
  const { record } = outage;
  const { type, own, change, again } = order;
  const heard = heardOf(outage);
  if (own) return type === 'closed' ? hearOwnEnd(heard, own) : hearBegin(heard, own, false);
  if (type === 'closed') return hearEnd(heard);
  const about = affected(record);
  if (type !== 'opened' && !again) return hearMore(heard, [...about, ...(change?.removed ?? [])]);
  // Those of a silenced service hear when its silence is over, if it is still down then.
  const loud = about.filter((service) => record.drill || !isSilenced(draft, [service]));
  return hearBegin(heard, loud, true);
}

/** The outage as it concerns some of its services. */
function ofServices(record: Outage, services: readonly string[]): Outage {
  const incidents = record.incidents.filter(({ service }) => services.includes(service));
  const endedBetween = endOf(incidents.map((one) => one.endedBetween));
  return {
    ...record,
    incidents,
    startedBetween: startOf(incidents.map(({ startedBetween }) => startedBetween)),
    ...defined({ endedBetween }),
    downSeconds: 0,
    recurrences: 0,
  };
}

/** Orders a notice: part of the state from here on, sent after the commit. */
export function tell(draft: GroupDraft, id: string, order: Order): Decision {
  const { type, again = false, own } = order;
  const outage = draft.outages[id];
  const seq = (outage?.seq ?? 0) + 1;
  const decision: Decision = { type: 'told', notice: `${id}#${seq}` };
  if (!outage) return decision;
  drop(draft, id, type);
  note(draft, id, { at: draft.now, type: 'notice', seq, as: again ? 'reopened' : type });
  const { to, heard } = hearingOf(draft, outage, order);
  const record = draft.outages[id]?.record ?? outage.record;
  draft.effects.push({
    type: 'notice',
    notice: written(draft, {
      outage: own ? ofServices(record, own) : record,
      seq,
      type,
      at: draft.now,
      again,
      to,
      ...defined({ change: order.change }),
    }),
  });
  changeOutage(draft, id, { seq, heard, ...(own ? {} : toldOf(draft, record, type)) });
  return decision;
}

function written(draft: GroupDraft, order: NoticeOrder): Notice {
  const { configuration, stage } = draft.context;
  const { catalogue, texts, api } = configuration;
  return composeNotice(order, { catalogue, texts, apiUrl: api.url, stage });
}

/** What changes once all who are concerned have heard a notice. */
function toldOf(draft: GroupDraft, record: Outage, type: Order['type']): Partial<OutageState> {
  const { first, next } = draft.context.configuration.rules.reminderSeconds;
  const nextReminderAt = draft.now + (type === 'opened' ? first : next) * SECOND;
  // Of what is over by the time it is told, the end has to be told as well.
  const told = type === 'closed' ? [] : affected(record);
  return {
    ...(type === 'reminder' ? {} : { told, toldAt: draft.now }),
    ...(type === 'updated' ? {} : { nextReminderAt }),
  };
}
