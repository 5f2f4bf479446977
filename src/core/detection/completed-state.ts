import { emptyCheckState, emptyGroupState } from '#core/detection/empty-state';
import type { GroupState } from '#core/detection/group-state';
import { withFacts } from '#core/outage/outage';

/** A stored state of an older version, with missing fields filled in. */
export function completedState(stored: GroupState): GroupState {
  const at = stored.evaluatedAt;
  const state = { ...emptyGroupState(stored.group, at), ...stored };
  return {
    ...state,
    checks: each(state.checks, emptyCheckState(at)),
    services: each(state.services, { state: 'unknown', since: at, paceSince: at }),
    extra: 'hosts' in state.extra ? {} : state.extra,
    outages: outagesWithFacts(
      each(state.outages, { askedAt: at, seq: 0, spans: [], seen: { runs: 0, failed: 0 } }),
    ),
  };
}

/** A record in which nothing is missing stays as it is: that is every evaluation but one. */
function each<T extends object>(
  record: Readonly<Record<string, T>>,
  empty: Partial<T>,
): Readonly<Record<string, T>> {
  const fields = Object.keys(empty);
  if (Object.values(record).every((value) => fields.every((field) => field in value)))
    return record;
  return Object.fromEntries(
    Object.entries(record).map(([id, value]): [string, T] => [id, { ...empty, ...value }]),
  );
}

function outagesWithFacts(outages: GroupState['outages']): GroupState['outages'] {
  return Object.fromEntries(
    Object.entries(outages).map(([id, outage]) => [
      id,
      { ...outage, record: withFacts(outage.record) },
    ]),
  );
}
