import type { GroupContext } from '#core/detection/context';
import type { CheckState, GroupState } from '#core/detection/group-state';
import type { BoardCheck, BoardGroup, BoardService } from '#core/history/board';
import { defined } from '../defined.ts';

/** The group's part of the board that people see. */
export function boardOf(state: GroupState, context: GroupContext): BoardGroup {
  return {
    group: state.group,
    updatedAt: state.evaluatedAt,
    services: context.services.map((service) => serviceOf(service, state, context)),
    openOutages: openOutagesOf(state),
    networkInDoubt: state.doubtSince !== undefined,
    unsentNotices: state.outbox.filter(({ type }) => type === 'notice').length,
    silences: state.silences,
    declared: state.windows,
    ...defined({ rewrittenAt: state.rewrittenAt }),
    blips: state.blips,
  };
}

function openOutagesOf({ outages }: GroupState): BoardGroup['openOutages'] {
  return Object.values(outages)
    .filter(({ phase }) => phase === 'open')
    .map(({ record }) => ({
      id: record.id,
      services: [
        ...new Set(record.incidents.filter((one) => !one.endedBetween).map((one) => one.service)),
      ],
      cause: record.cause,
      startedBetween: record.startedBetween,
      acknowledged: record.acknowledged !== undefined,
    }));
}

function serviceOf(service: string, state: GroupState, context: GroupContext): BoardService {
  const known = state.services[service];
  const stopped = known?.loginStoppedSince;
  return {
    service,
    state: known?.state ?? 'unknown',
    since: known?.since ?? state.evaluatedAt,
    checks: (context.checksOf.get(service) ?? []).flatMap(({ id }) => {
      const check = state.checks[id];
      return check ? [checkOf(id, check)] : [];
    }),
    ...defined({ loginStoppedSince: stopped }),
  };
}

function checkOf(id: string, { state, since, latest, counts }: CheckState): BoardCheck {
  if (!latest) return { check: id, state, since };
  return {
    check: id,
    state,
    since,
    lastRun: latest.run,
    lastResultAt: latest.at,
    lastResult: latest.result,
    lastDurationMs: latest.durationMs,
    reached: latest.reached,
    ...defined({
      lastLayersMs: latest.layersMs,
      lastKind: latest.kind,
      results: counts,
      certificateDays: latest.certificateDays,
    }),
  };
}

/**
 * True if people would see a difference between two states, apart from the time and the latest run.
 */
export function showsChange(before: GroupState, after: GroupState, context: GroupContext): boolean {
  return JSON.stringify(seenOf(before, context)) !== JSON.stringify(seenOf(after, context));
}

function seenOf(state: GroupState, context: GroupContext) {
  return {
    services: context.services.map((one) => state.services[one]?.state ?? 'unknown'),
    openOutages: openOutagesOf(state).map(({ acknowledged: _, ...shown }) => shown),
    closed: Object.values(state.outages).map(({ phase, record }) => [record.id, phase]),
    declared: state.windows,
    networkInDoubt: state.doubtSince !== undefined,
  };
}
