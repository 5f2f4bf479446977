import type {
  CheckState,
  GroupState,
  OpenIncident,
  OutageState,
} from '#core/detection/group-state';
import { DAY, HOUR, type Instant } from '#core/time/time';

/**
 * The state after its clock was put back to `now`. Otherwise times in the future would block
 * checks, runs and notices until the clock reaches them. Time already counted stays counted.
 */
export function turnedBack(state: GroupState, now: Instant): GroupState {
  const each = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
  return {
    ...state,
    checks: each(state.checks, (check) => checkAt(check, now)),
    services: each(state.services, ({ incident, ...service }) => ({
      ...service,
      since: Math.min(service.since, now),
      paceSince: Math.min(service.paceSince, now),
      ...(incident ? { incident: incidentAt(incident, now) } : {}),
    })),
    controls: {},
    outages: each(state.outages, (outage) => outageAt(outage, now)),
    attentions: each(state.attentions, (raised) => ({
      ...raised,
      at: Math.min(raised.at, now),
      again: raised.again === null ? null : Math.min(raised.again, now + DAY),
    })),
    awaiting: [],
    matters: {},
    commandsThrough: '',
  };
}

function checkAt(check: CheckState, now: Instant): CheckState {
  const atMost = (at: Instant | null) => (at === null ? null : Math.min(at, now));
  return {
    ...check,
    since: Math.min(check.since, now),
    knownSince: Math.min(check.knownSince, now),
    countFrom: check.countFrom > now ? 0 : check.countFrom,
    usableAt: atMost(check.usableAt),
    lastGood: atMost(check.lastGood),
    samples: check.samples.filter(({ to }) => to <= now),
  };
}

function incidentAt(incident: OpenIncident, now: Instant): OpenIncident {
  const { passingFrom, firstGoodTo, ...rest } = incident;
  return {
    ...rest,
    lastBadFrom: Math.min(rest.lastBadFrom, now),
    ...(passingFrom === undefined ? {} : { passingFrom: Math.min(passingFrom, now) }),
    ...(firstGoodTo === undefined ? {} : { firstGoodTo: Math.min(firstGoodTo, now) }),
  };
}

function outageAt(outage: OutageState, now: Instant): OutageState {
  const { toldAt, changedAt, nextReminderAt, recoveryAskedAt: _, lookAt: __, ...kept } = outage;
  const { rang, record, ...rest } = kept;
  const { closedAt } = record;
  return {
    ...rest,
    record: { ...record, ...(closedAt === undefined ? {} : { closedAt: Math.min(closedAt, now) }) },
    askedAt: Math.min(rest.askedAt, now),
    ...(toldAt === undefined ? {} : { toldAt: Math.min(toldAt, now) }),
    ...(rang === undefined ? {} : { rang: { at: Math.min(rang.at, now), again: {} } }),
    ...(changedAt === undefined ? {} : { changedAt: Math.min(changedAt, now) }),
    ...(nextReminderAt === undefined
      ? {}
      : { nextReminderAt: Math.min(nextReminderAt, now + HOUR) }),
  };
}
