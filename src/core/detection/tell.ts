import { noticeContext } from '#core/detection/context';
import type { GroupDraft } from '#core/detection/group-draft';
import { changeOutage, note } from '#core/detection/outages';
import { composeNotice, type NoticeOrder } from '#core/notice/compose-notice';
import type { Outage } from '#core/outage/outage';
import type { Decision, WithheldReason } from '#core/outage/telling';
import { SECOND } from '#core/time/time';
import { defined } from '../defined.ts';

type Order = Pick<NoticeOrder, 'type' | 'change' | 'again'>;

/** A notice that could be sent now. */
export interface Candidate extends Order {
  /** Services of the notice. It waits while all of them are silenced. */
  readonly services: readonly string[];
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
  if (reason === undefined) return tell(draft, id, candidate);
  withhold(draft, id, { candidate, reason });
  return { type: 'withheld', reason };
}

function isSilenced(draft: GroupDraft, about: readonly string[]): boolean {
  // Those that are over were forgotten when this evaluation began.
  const active = draft.silences.filter(({ from }) => from <= draft.now);
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

/** Orders a notice: part of the state from here on, sent after the commit. */
export function tell(draft: GroupDraft, id: string, order: Order): Decision {
  const { type, change, again = false } = order;
  const outage = draft.outages[id];
  const seq = (outage?.seq ?? 0) + 1;
  const decision: Decision = { type: 'told', notice: `${id}#${seq}` };
  if (!outage) return decision;
  drop(draft, id, type);
  note(draft, id, { at: draft.now, type: 'notice', seq, as: again ? 'reopened' : type });
  const { rules } = draft.context.configuration;
  const record = draft.outages[id]?.record ?? outage.record;
  const notice = composeNotice(
    { outage: record, seq, type, at: draft.now, again, ...defined({ change }) },
    noticeContext(draft.context),
  );
  draft.effects.push({ type: 'notice', notice });
  const { first, next } = rules.reminderSeconds;
  const reminder = draft.now + (type === 'opened' ? first : next) * SECOND;
  // When an outage is over before it is told, its end is told as well.
  const told = type === 'closed' ? [] : affected(record);
  changeOutage(draft, id, {
    seq,
    ...(type === 'reminder' ? {} : { told, toldAt: draft.now }),
    ...(type === 'updated' ? {} : { nextReminderAt: reminder }),
  });
  return decision;
}
