import type { GroupContext } from '#core/detection/context';
import type { Effect } from '#core/detection/effects';
import { emptyCheckState } from '#core/detection/empty-state';
import type {
  Awaited,
  CheckState,
  DeclaredWindow,
  GroupState,
  HeldMatter,
  OutageState,
  RaisedAttention,
  Sample,
  ServiceState,
  Silence,
} from '#core/detection/group-state';
import { type CheckEvent, nextState } from '#core/detection/table';
import type { Blip } from '#core/history/blip';
import type { Accumulator } from '#core/history/rollup-math';
import type { AttentionKind } from '#core/notice/matter';
import type { Instant } from '#core/time/time';
import type { Check } from '#core/watch/catalogue';
import type { MaintenanceWindow } from '#core/watch/configuration';

/** An event that should not happen. Logged once. */
export interface Oddity {
  readonly key: string;
  readonly text: string;
}

/**
 * The group's state while one evaluation changes it. Its maps are copies. Their values are
 * replaced, never changed, so that the original state stays as it was.
 */
export interface GroupDraft {
  readonly base: GroupState;
  readonly now: Instant;
  readonly context: GroupContext;
  /** Runs scheduled before this are already folded, or are too late to count. */
  readonly foldedBefore: Instant;
  readonly checks: Record<string, CheckState>;
  readonly services: Record<string, ServiceState>;
  readonly controls: Record<string, readonly Sample[]>;
  readonly outages: Record<string, OutageState>;
  readonly attentions: Record<string, RaisedAttention>;
  outageIds: readonly string[];
  doubtSince: Instant | undefined;
  rewrittenAt: Instant | undefined;
  awaiting: readonly Awaited[];
  silences: readonly Silence[];
  declared: readonly DeclaredWindow[];
  /** Configured and declared windows. */
  windows: readonly MaintenanceWindow[];
  attentionSeq: number;
  blips: readonly Blip[];
  commands: readonly string[];
  commandsThrough: string;
  readonly extra: Record<string, number>;
  /** Copied accumulators, by check. */
  readonly hours: Map<string, Accumulator[]>;
  readonly effects: Effect[];
  readonly oddities: Oddity[];
  readonly matters: Partial<Record<AttentionKind, HeldMatter>>;
  /** Checks that need a confirming run, checks that did not get one, and newly suspected checks. */
  readonly unsure: Set<string>;
  readonly owed: Set<string>;
  readonly suspected: Set<string>;
  /** Services whose probe saw something that only a browser can decide. */
  readonly undecided: Set<string>;
  /** Checks that failed again during this evaluation, or opened an incident. */
  readonly lasting: Set<string>;
  /** Outages with a first pass after failures. */
  readonly recovering: Set<string>;
  /** Outages whose record changed. */
  readonly touched: Set<string>;
}

export function draftOf(
  base: GroupState,
  times: { readonly now: Instant; readonly foldedBefore: Instant },
  context: GroupContext,
): GroupDraft {
  return {
    base,
    ...times,
    context,
    checks: { ...base.checks },
    services: { ...base.services },
    controls: { ...base.controls },
    outages: { ...base.outages },
    attentions: { ...base.attentions },
    outageIds: base.outageIds,
    doubtSince: base.doubtSince,
    rewrittenAt: base.rewrittenAt,
    awaiting: base.awaiting,
    silences: base.silences,
    declared: base.windows,
    windows: [...context.configuration.maintenance, ...base.windows],
    attentionSeq: base.attentionSeq,
    blips: base.blips,
    commands: base.commands,
    commandsThrough: base.commandsThrough ?? '',
    extra: { ...base.extra },
    hours: new Map(),
    effects: [],
    oddities: [],
    matters: { ...base.matters },
    unsure: new Set(base.owed),
    owed: new Set(),
    suspected: new Set(),
    undecided: new Set(),
    lasting: new Set(),
    recovering: new Set(),
    touched: new Set(),
  };
}

export function checkOf(draft: GroupDraft, check: Check): CheckState {
  return draft.checks[check.id] ?? emptyCheckState(draft.now);
}

export function serviceOf(draft: GroupDraft, service: string): ServiceState {
  return draft.services[service] ?? { state: 'unknown', since: draft.now, paceSince: draft.now };
}

/** The check after an event, following the table. */
export function moved(state: CheckState, event: CheckEvent, at: Instant): CheckState {
  const next = nextState(state.state, event);
  return next === state.state ? state : { ...state, state: next, since: at };
}

const MAX_ODDITIES = 100;

/** Records an oddity unless it is already logged. */
export function odd(draft: GroupDraft, key: string, text: string): void {
  const known = draft.base.oddities.includes(key) || draft.oddities.some((one) => one.key === key);
  if (!known) draft.oddities.push({ key, text });
}

export function odditiesOf(draft: GroupDraft): readonly string[] {
  const keys = draft.oddities.map(({ key }) => key);
  return [...draft.base.oddities, ...keys].slice(-MAX_ODDITIES);
}
