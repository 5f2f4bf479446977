import { announce } from '#core/detection/announce';
import { composeMatters } from '#core/detection/attention';
import { turnedBack } from '#core/detection/clock';
import type { Command } from '#core/detection/command';
import { foldCommands } from '#core/detection/commands';
import { askForRuns, forgetAwaited } from '#core/detection/confirm';
import type { GroupContext } from '#core/detection/context';
import { foldControls } from '#core/detection/controls';
import { type Effect, effectKey } from '#core/detection/effects';
import { foldResult, noticeSilence } from '#core/detection/fold-result';
import { draftOf, type GroupDraft, type Oddity, odditiesOf } from '#core/detection/group-draft';
import type { GroupState } from '#core/detection/group-state';
import { forgetClosed, refresh } from '#core/detection/outages';
import { closeHours } from '#core/detection/rollups';
import { OVERLAP_MS } from '#core/detection/sample';
import { keepReasons } from '#core/detection/service-reasons';
import {
  corroborate,
  dropUnwatched,
  keepWindows,
  summariseServices,
} from '#core/detection/services';
import type { Result } from '#core/run/result';
import { type Instant, MINUTE } from '#core/time/time';
import { defined } from '../defined.ts';

/** Input since the last evaluation. Results that are already folded are ignored. */
export interface EvaluationInput {
  /** Results of the group's services, in any order. */
  readonly results: readonly Result[];
  /** Results of the control checks. */
  readonly controls: readonly Result[];
  readonly commands: readonly Command[];
  readonly now: Instant;
}

export interface Evaluation {
  /** The next version, with the new effects in its outbox. */
  readonly state: GroupState;
  /** The effects that are new in the outbox. */
  readonly effects: readonly Effect[];
  /** To be logged. Each is reported once. */
  readonly oddities: readonly Oddity[];
}

/** A clock that goes back further than this is accepted. For smaller steps, time stands still. */
const CLOCK_STEP_MS = 10 * MINUTE;

function isTurnedBack(state: GroupState, now: Instant): boolean {
  return state.version > 0 && now < state.evaluatedAt - CLOCK_STEP_MS;
}

/** Start of the results and commands that the next evaluation must read. */
export function readFrom(state: GroupState, now: Instant): Instant {
  const fresh = state.version === 0 || isTurnedBack(state, now);
  return (fresh ? now : state.evaluatedAt) - OVERLAP_MS;
}

/**
 * Folds new input into the group's state. Pure: the same input gives the same output, and `state`
 * is not changed. The states of a check follow detection/table.ts; docs/architecture.md has the
 * rules.
 */
export function evaluate(
  state: GroupState,
  input: EvaluationInput,
  context: GroupContext,
): Evaluation {
  const back = isTurnedBack(state, input.now);
  const now = back || state.version === 0 ? input.now : Math.max(input.now, state.evaluatedAt);
  const foldedBefore = state.version === 0 ? 0 : readFrom(state, input.now);
  const base = back ? turnedBack(state, now) : state;
  const draft = draftOf(base, { now, foldedBefore }, context);
  fold(draft, input);
  askForRuns(draft);
  announce(draft);
  keepReasons(draft);
  composeMatters(draft);
  closeHours(draft);
  forgetClosed(draft);
  return finished(draft);
}

function fold(draft: GroupDraft, input: EvaluationInput): void {
  dropUnwatched(draft);
  foldCommands(draft, input.commands);
  foldControls(draft, inOrder(input.controls));
  keepWindows(draft);
  for (const result of inOrder(input.results)) {
    for (const each of seenFor(draft, result)) foldResult(draft, each);
  }
  corroborate(draft);
  noticeSilence(draft);
  summariseServices(draft);
  forgetAwaited(draft);
  for (const id of [...draft.touched]) refresh(draft, id);
}

/** The result, plus a copy for each service that is checked on the same screens. */
function seenFor({ context }: GroupDraft, result: Result): readonly Result[] {
  const followers = context.followers.get(result.check);
  if (!followers) return [result];
  return [result, ...followers.map(({ id, service }) => ({ ...result, check: id, service }))];
}

/** Results in the order of the ends of their runs, independent of store and queue. */
function inOrder(results: readonly Result[]): readonly Result[] {
  if (results.length < 2) return results;
  return results.toSorted((a, b) => a.finishedAt - b.finishedAt || (a.run < b.run ? -1 : 1));
}

function finished(draft: GroupDraft): Evaluation {
  const { base, context } = draft;
  for (const id of draft.touched) {
    const phase = draft.outages[id]?.phase;
    if (phase === 'open' || phase === 'closed') draft.effects.push({ type: 'outage', outage: id });
  }
  for (const [id, hours] of draft.hours) {
    const check = draft.checks[id];
    if (check) draft.checks[id] = { ...check, hours };
  }
  const state: GroupState = {
    schema: 1,
    group: context.group,
    version: base.version + 1,
    evaluatedAt: draft.now,
    checks: draft.checks,
    services: draft.services,
    controls: draft.controls,
    outages: draft.outages,
    outageIds: draft.outageIds,
    ...defined({ doubtSince: draft.doubtSince, rewrittenAt: draft.rewrittenAt }),
    awaiting: draft.awaiting,
    owed: [...draft.owed],
    extra: draft.extra,
    silences: draft.silences,
    windows: draft.declared,
    attentions: draft.attentions,
    attentionSeq: draft.attentionSeq,
    matters: draft.matters,
    commands: draft.commands,
    commandsThrough: draft.commandsThrough,
    oddities: odditiesOf(draft),
    blips: draft.blips,
    outbox: merged(base.outbox, draft.effects),
  };
  return { state, effects: draft.effects, oddities: draft.oddities };
}

/** Effects with the same key are merged, and the newer one replaces the older one. */
function merged(old: readonly Effect[], fresh: readonly Effect[]): readonly Effect[] {
  if (fresh.length === 0) return old;
  const keys = new Set(fresh.map(effectKey));
  return [...old.filter((effect) => !keys.has(effectKey(effect))), ...fresh];
}

/** The state for the next commit: effects that are done leave the outbox. */
export function withoutDone(state: GroupState, done: ReadonlySet<string>): GroupState {
  const outbox = state.outbox.filter((effect) => !done.has(effectKey(effect)));
  return { ...state, version: state.version + 1, outbox };
}
