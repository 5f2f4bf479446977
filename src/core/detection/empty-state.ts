import type { CheckState, GroupState } from '#core/detection/group-state';
import type { Instant } from '#core/time/time';

export function emptyGroupState(group: string, at: Instant): GroupState {
  return {
    schema: 1,
    group,
    version: 0,
    evaluatedAt: at,
    checks: {},
    services: {},
    controls: {},
    outages: {},
    outageIds: [],
    awaiting: [],
    owed: [],
    extra: {},
    silences: [],
    windows: [],
    attentions: {},
    attentionSeq: 0,
    matters: {},
    commands: [],
    oddities: [],
    blips: [],
    outbox: [],
  };
}

export function emptyCheckState(at: Instant): CheckState {
  return {
    state: 'unknown',
    since: at,
    knownSince: at,
    samples: [],
    countFrom: 0,
    usableAt: null,
    lastGood: null,
    open: false,
    unsettled: [],
    settledTo: null,
    hours: [],
  };
}
