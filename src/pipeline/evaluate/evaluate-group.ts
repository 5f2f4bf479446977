import type { EvaluationRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { commandsAfter } from '#core/detection/command';
import { completedState } from '#core/detection/completed-state';
import { type GroupContext, groupContext } from '#core/detection/context';
import { type EvaluationInput, evaluate, readFrom, withoutDone } from '#core/detection/detection';
import { emptyGroupState } from '#core/detection/empty-state';
import { boardOf, showsChange } from '#core/detection/group-board';
import type { GroupState } from '#core/detection/group-state';
import { VersionConflictError } from '#core/errors';
import type { Instant } from '#core/time/time';
import { applyEffects } from '#pipeline/evaluate/apply-effects';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

export interface EvaluationOutcome {
  readonly version: number;
  /** Notices whose delivery is not confirmed. */
  readonly unsent: number;
}

/**
 * Folds new results of a group, commits its state, then applies the effects. The commit comes first
 * and contains every effect that is not applied yet, so the next evaluation recovers from a crash
 * at any point. Throws VersionConflictError if another evaluation won; the request is then tried
 * again.
 */
export async function evaluateGroup(
  request: EvaluationRequest,
  ports: EvaluatePorts,
): Promise<EvaluationOutcome> {
  const context = groupContext(ports.configuration, request.group, ports.stage);
  const now = ports.clock.now();
  const stored = await ports.groups.load(request.group);
  const isKnown = ports.configuration.catalogue.groups.some(({ id }) => id === request.group);
  if (!isKnown && !(stored && isUnfinished(stored))) {
    ports.log.warn('evaluation of an unknown group', { group: request.group });
    return { version: 0, unsent: 0 };
  }
  const before = stored ? completedState(stored) : emptyGroupState(request.group, now);
  const input = await readInput(before, now, { context, ports });
  const { state, oddities } = evaluate(before, input, context);
  await ports.groups.commit(state);
  for (const { key, text } of oddities)
    ports.log.warn('oddity', { group: request.group, key, text });
  const after = await settle(state, await applyEffects(state, ports), ports);
  await showBoard(after, context, ports);
  if (showsChange(before, after, context)) await askForPage(state.group, ports);
  return report(after, ports);
}

/**
 * True for a group removed from the configuration that still has closing notices to send, perhaps
 * after a silence.
 */
function isUnfinished({ outages, outbox, silences }: GroupState): boolean {
  const isLeft = outbox.length + silences.length > 0;
  return isLeft || Object.values(outages).some(({ phase }) => phase !== 'closed');
}

async function readInput(
  state: GroupState,
  now: Instant,
  { context, ports }: { readonly context: GroupContext; readonly ports: EvaluatePorts },
): Promise<EvaluationInput> {
  const since = readFrom(state, now);
  const [results, controls, commands] = await Promise.all([
    Promise.all(context.running.map((service) => ports.results.since(service, since))),
    Promise.all(
      [...context.controls.values()].map(({ service }) => ports.results.since(service, since)),
    ),
    ports.commands.after(state.group, state.version === 0 ? '' : commandsAfter(since)),
  ]);
  return { results: results.flat(), controls: controls.flat(), commands, now };
}

/** Removes finished effects. After a lost race they are applied again, without a change. */
async function settle(
  state: GroupState,
  done: ReadonlySet<string>,
  { groups }: EvaluatePorts,
): Promise<GroupState> {
  if (done.size === 0) return state;
  const after = withoutDone(state, done);
  try {
    await groups.commit(after);
    return after;
  } catch (error) {
    if (error instanceof VersionConflictError) return state;
    throw error;
  }
}

/** The board is only shown to people. The next evaluation writes it again. */
async function showBoard(
  state: GroupState,
  context: GroupContext,
  { board, log }: EvaluatePorts,
): Promise<void> {
  try {
    await board.put(boardOf(state, context));
  } catch (error) {
    log.error('board not written', { group: state.group, error: String(error) });
  }
}

/** The page is written each minute anyway. If this request fails, it is only a little later. */
async function askForPage(group: string, { pageCaller, log }: EvaluatePorts): Promise<void> {
  try {
    await pageCaller?.changed(group);
  } catch (error) {
    log.error('page not asked for', { group, error: String(error) });
  }
}

function report(state: GroupState, { metrics }: EvaluatePorts): EvaluationOutcome {
  const { group, version, outbox } = state;
  const unsent = outbox.filter(({ type }) => type === 'notice').length;
  metrics.count(METRICS.evaluationDone, 1, { group });
  metrics.count(METRICS.noticesUnsent, unsent, { group });
  return { version, unsent };
}
