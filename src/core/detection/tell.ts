import { defined } from '#core/defined';
import { noticeContext } from '#core/detection/context';
import type { GroupDraft } from '#core/detection/group-draft';
import type { OutageState, Silence } from '#core/detection/group-state';
import { changeOutage, note } from '#core/detection/outages';
import { composeNotice, type NoticeOrder } from '#core/notice/compose-notice';
import type { Notice } from '#core/notice/notice';
import { endOf } from '#core/outage/correlation';
import {
  type Heard,
  type Hearing,
  hearBegin,
  hearEnd,
  hearEndOf,
  hearMore,
  hearOwnEnd,
} from '#core/outage/hearing';
import { concerns, goingOn, type Outage } from '#core/outage/outage';
import { partOf } from '#core/outage/outage-part';
import type { Decision, WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';
import type { ServiceSeverity } from '#core/watch/catalogue';

interface Order
  extends Pick<NoticeOrder, 'type' | 'change' | 'again' | 'remindAfterSeconds' | 'graver'> {
  /** Services whose own subscribers alone get the notice. */
  readonly own?: readonly string[];
  /** Only subscribers of exactly these services get it. All of the services work again. */
  readonly selection?: readonly string[];
}

/** A notice that could be sent now. */
export interface Candidate extends Omit<Order, 'own'> {
  /** Services of the notice. It waits while all of them are silenced. */
  readonly services: readonly string[];
  /** Only for subscribers of `services`. */
  readonly own?: true;
  /** Why its own rule holds it back. */
  readonly waits?: WithheldReason | undefined;
}

/** Services of an outage that are down now. */
export function downNow(record: Outage): readonly string[] {
  return record.incidents
    .filter((one) => !one.endedBetween && !one.unwatched && !one.goesOnAs)
    .map(({ service }) => service);
}

/** Services that are down now. If none is, those that were down. */
export function affected(record: Outage): readonly string[] {
  const down = downNow(record);
  if (down.length > 0) return down;
  return record.incidents.filter(({ goesOnAs }) => !goesOnAs).map(({ service }) => service);
}

/** The only place that sends a notice or holds it back. It records the reason when that changes. */
export function decide(draft: GroupDraft, id: string, candidate: Candidate): Decision {
  const reason =
    candidate.waits ?? (isSilenced(draft, candidate.services) ? 'silenced' : undefined);
  if (reason === undefined) {
    const { own, services, ...order } = candidate;
    return tell(draft, id, { ...order, ...defined({ own: own ? services : undefined }) });
  }
  withhold(draft, id, { candidate, reason });
  return { type: 'withheld', reason };
}

/** True if every service in `about` is silenced. */
export function isSilenced(draft: GroupDraft, about: readonly string[]): boolean {
  const active = activeSilences(draft);
  return about.every((service) =>
    active.some(({ services }) => services.length === 0 || services.includes(service)),
  );
}

/** Silences that are over were removed at the start of the evaluation. */
function activeSilences({ silences, now }: GroupDraft): readonly Silence[] {
  return silences.filter(({ from }) => from <= now);
}

/**
 * A silence may be older than the outage. The timeline then gets its author and end when it first
 * holds back a notice.
 */
function noteSilences(draft: GroupDraft, id: string): void {
  for (const silence of activeSilences(draft)) {
    const record = draft.outages[id]?.record;
    const { services, at, by, reason = '', to } = silence;
    if (!record || at === undefined || by === undefined || !concerns(record, services)) continue;
    const isNoted = record.timeline.some((one) => one.type === 'silenced' && one.at === at);
    if (!isNoted) note(draft, id, { at, by, type: 'silenced', text: reason, until: to });
  }
}

interface Withholding {
  readonly candidate: Candidate;
  readonly reason: WithheldReason;
}

function withhold(draft: GroupDraft, id: string, { candidate, reason }: Withholding): void {
  const { type, again } = candidate;
  const withheld = draft.outages[id]?.withheld ?? {};
  if (reason === 'silenced') noteSilences(draft, id);
  const key = keyOf(candidate);
  if (withheld[key] === reason) return;
  changeOutage(draft, id, { withheld: { ...withheld, [key]: reason } });
  // Between two reminders every outage waits for the next one, which is not worth an entry.
  if (type === 'reminder' && reason === 'not-due') return;
  note(draft, id, { at: draft.now, type: 'withheld', as: again ? 'reopened' : type, reason });
}

/** Reminders of emails and of phones wait for reasons of their own. */
function keyOf({ type, remindAfterSeconds }: Pick<Order, 'type' | 'remindAfterSeconds'>): string {
  return remindAfterSeconds === undefined ? type : `${type} ${remindAfterSeconds}`;
}

/** No such notice is pending any more. */
export function drop(draft: GroupDraft, id: string, key: string): void {
  const outage = draft.outages[id];
  if (!outage?.withheld?.[key]) return;
  const { [key]: _, ...withheld } = outage.withheld;
  draft.outages[id] = { ...outage, withheld };
}

/** What the subscribers of each service last heard about an outage. */
export function heardOf({ heard, told = [] }: OutageState): Heard {
  return heard ?? Object.fromEntries(told.map((service) => [service, 'begin']));
}

function hearingOf(draft: GroupDraft, outage: OutageState, order: Order): Hearing {
  const { record } = outage;
  const { type, own, selection, change, again } = order;
  const { selections } = draft.context;
  const heard = heardOf(outage);
  if (selection) return hearEndOf(heard, selection);
  if (own && type === 'closed') return hearOwnEnd(heard, own);
  if (own) return hearBegin(heard, { services: own, selections }, false);
  if (type === 'closed') return hearEnd(heard, { services: goingOn(record), selections });
  const about = affected(record);
  if (type !== 'opened' && !again) {
    return hearMore(heard, { services: [...about, ...(change?.removed ?? [])], selections });
  }
  // Subscribers of a silenced service get it after the silence, if the service is still down.
  const loud = about.filter((service) => record.drill || !isSilenced(draft, [service]));
  return hearBegin(heard, { services: loud, selections }, true);
}

/** The outage, limited to some of its services. */
function ofServices(record: Outage, services: readonly string[]): Outage {
  const part = partOf(record, services);
  const endedBetween = endOf(part.incidents.map((one) => one.endedBetween));
  return { ...part, ...defined({ endedBetween }), downSeconds: 0, recurrences: 0 };
}

/** Orders a notice. It is part of the state from now on and is sent after the commit. */
export function tell(draft: GroupDraft, id: string, order: Order): Decision {
  const { type, again = false, own } = order;
  const outage = draft.outages[id];
  const seq = (outage?.seq ?? 0) + 1;
  const decision: Decision = { type: 'told', notice: `${id}#${seq}` };
  if (!outage) return decision;
  drop(draft, id, keyOf(order));
  note(draft, id, { at: draft.now, type: 'notice', seq, as: again ? 'reopened' : type });
  const { to, heard } = hearingOf(draft, outage, order);
  const record = draft.outages[id]?.record ?? outage.record;
  const severities = own ? severitiesOf(outage) : severitiesTold(draft, outage, order);
  const { change, remindAfterSeconds, graver } = order;
  draft.effects.push({
    type: 'notice',
    notice: written(draft, {
      outage: own ? ofServices(record, own) : record,
      seq,
      type,
      at: draft.now,
      again,
      to,
      severities,
      ...defined({ change, remindAfterSeconds, graver }),
    }),
  });
  const news = own || remindAfterSeconds !== undefined ? {} : toldOf(draft, record, order);
  changeOutage(draft, id, { seq, heard, severities, ...news });
  return decision;
}

/** Severities of an outage's opening notice. */
export function severitiesOf({ severities }: OutageState): readonly ServiceSeverity[] {
  return severities ?? ['critical'];
}

/** The gravest severity of some services. */
export function gravestOf({ context }: GroupDraft, services: readonly string[]): ServiceSeverity {
  const all = services.map((service) => context.severities.get(service) ?? 'critical');
  return all.includes('critical') || all.length === 0 ? 'critical' : 'warning';
}

/** An opening has the severity of its gravest service. Severities already used stay. */
function severitiesTold(
  draft: GroupDraft,
  outage: OutageState,
  { type, again }: Order,
): readonly ServiceSeverity[] {
  if (type !== 'opened' && !again) return severitiesOf(outage);
  const gravest = gravestOf(draft, affected(outage.record));
  // It is told again while it goes on only because a graver service joined.
  const before = outage.told?.length ? severitiesOf(outage) : [];
  return [gravest, ...before];
}

function written(draft: GroupDraft, order: NoticeOrder): Notice {
  return composeNotice(order, noticeContext(draft.context));
}

/** State changes after everybody concerned has got a notice. */
function toldOf(draft: GroupDraft, record: Outage, { type, again }: Order): Partial<OutageState> {
  const { first, next } = draft.context.configuration.rules.reminderSeconds;
  const nextReminderAt = draft.now + (type === 'opened' ? first : next) * SECOND;
  const { updates = 0, told: before } = draft.outages[record.id] ?? {};
  // Phones still have to learn that a service failed again.
  if (type === 'reminder' && !before?.length) return { nextReminderAt };
  // If an outage ends before its opening notice, its closing notice is still sent.
  const told = type === 'closed' ? [] : affected(record);
  return {
    told,
    toldAt: draft.now,
    updates: type === 'opened' || type === 'closed' || again ? 0 : updates + 1,
    ...(type === 'updated' ? {} : { nextReminderAt }),
    ...(type === 'opened' || again ? { rang: { at: draft.now, again: {} } } : {}),
  };
}
