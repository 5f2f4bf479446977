import { noticeContext } from '#core/detection/context';
import { type Effect, effectKey } from '#core/detection/effects';
import type { GroupState } from '#core/detection/group-state';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Rollup } from '#core/history/rollup';
import { composeBlip } from '#core/notice/compose-blip';
import type { Notice } from '#core/notice/notice';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { sendNotices } from '#pipeline/evaluate/send-notices';
import { areHoursWritten, merge, rewriteDay } from '#pipeline/evaluate/write-rollups';

/** Urgent effects go first: confirming runs, then notices, then the record. */
const ORDER: readonly Effect['type'][] = [
  'checks',
  'notice',
  'blip',
  'outage',
  'withheld',
  'outcomes',
  'rollup',
  'retroactive',
  'merge',
];

/**
 * Limit of effects of one type in one evaluation. After a long gap there may be thousands of hours
 * to write. An evaluation that times out before it commits would never make progress.
 */
export const MOST_AT_ONCE = 200;

/** Each effect rewrites one day of every check. */
const MOST_DAYS_AT_ONCE = 8;

/**
 * Applies the outbox. A failed effect only delays effects that depend on it. Returns the keys of
 * the finished ones.
 */
export async function applyEffects(
  state: GroupState,
  ports: EvaluatePorts,
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const type of ORDER) {
    const most = type === 'retroactive' ? MOST_DAYS_AT_ONCE : MOST_AT_ONCE;
    const effects = state.outbox
      .filter((each) => each.type === type && !isTooSoon(each, state, ports))
      .slice(0, most);
    if (type === 'notice' || type === 'blip') await sendAll(effects, done, { state, ports });
    else await applyAll(effects, done, { state, ports });
  }
  return done;
}

interface Applying {
  readonly state: GroupState;
  readonly ports: EvaluatePorts;
}

async function sendAll(
  effects: readonly Effect[],
  done: Set<string>,
  applying: Applying,
): Promise<void> {
  const told = effects.flatMap((effect) => {
    const notice = noticeOf(effect, applying);
    return notice ? [{ key: effectKey(effect), notice }] : [];
  });
  const sent = await sendNotices(
    told.map(({ notice }) => notice),
    applying.ports,
  );
  for (const { key, notice } of told) if (sent.has(notice.id)) done.add(key);
}

function noticeOf(effect: Effect, { state, ports }: Applying): Notice | undefined {
  if (effect.type === 'notice') return effect.notice;
  const context = noticeContext(ports);
  return effect.type === 'blip' ? composeBlip(effect.blip, state.group, context) : undefined;
}

async function applyAll(
  effects: readonly Effect[],
  done: Set<string>,
  { state, ports }: Applying,
): Promise<void> {
  const counted = new Map<string, readonly Rollup[]>();
  for (const effect of effects) {
    if (restsOnUndone(effect, state, done)) continue;
    const key = effectKey(effect);
    try {
      const rollups = await apply(effect, state, ports);
      if (rollups.length > 0) counted.set(key, rollups);
      done.add(key);
    } catch (error) {
      ports.log.error('effect not applied', { effect: key, error: String(error) });
    }
  }
  await addTotals(counted, done, { state, ports });
}

/** Once for all checks, since they share the item of a period. Without it no effect is finished. */
async function addTotals(
  counted: ReadonlyMap<string, readonly Rollup[]>,
  done: Set<string>,
  { state: { group }, ports: { rollups, log } }: Applying,
): Promise<void> {
  if (counted.size === 0) return;
  try {
    await rollups.addTotals(group, [...counted.values()].flat());
  } catch (error) {
    for (const key of counted.keys()) done.delete(key);
    log.error('totals not written', { group, error: String(error) });
  }
}

/** A day waits for its hours, and a month for its days. */
function restsOnUndone(effect: Effect, { outbox }: GroupState, done: ReadonlySet<string>): boolean {
  return outbox.some((other) => restsOn(effect, other) && !done.has(effectKey(other)));
}

/** The hours that it changes must be written first. */
function isTooSoon(effect: Effect, state: GroupState, ports: EvaluatePorts): boolean {
  return effect.type === 'retroactive' && !areHoursWritten(effect, state, ports);
}

function restsOn(effect: Effect, other: Effect): boolean {
  if (effect.type === 'retroactive') return other.type === 'rollup';
  if (effect.type !== 'merge') return false;
  if (other.type === 'rollup') return other.rollup.check === effect.check;
  if (other.type === 'retroactive') return other.from < effect.to && effect.from < other.to;
  if (other.type !== 'merge' || other.check !== effect.check) return false;
  return effect.period === 'month' && other.period === 'day' && other.from < effect.to;
}

/** Returns the rollups that it wrote. */
async function apply(
  effect: Effect,
  state: GroupState,
  ports: EvaluatePorts,
): Promise<readonly Rollup[]> {
  switch (effect.type) {
    case 'rollup':
      await ports.rollups.put(effect.rollup);
      return [effect.rollup];
    case 'retroactive':
      return rewriteDay(effect, state, ports);
    case 'merge':
      return [await merge(effect, ports)];
    default:
      await applyUncounted(effect, state, ports);
      return [];
  }
}

async function applyUncounted(
  effect: Exclude<Effect, { type: 'rollup' | 'retroactive' | 'merge' }>,
  state: GroupState,
  ports: EvaluatePorts,
): Promise<void> {
  switch (effect.type) {
    case 'notice':
    case 'blip':
      return;
    case 'checks':
      return askForRuns(effect, ports);
    case 'outage':
      return putOutage(effect.outage, state, ports);
    case 'withheld':
      return ports.withheld.put(effect.withheld);
    case 'outcomes':
      await Promise.all(
        effect.outcomes.map((outcome) => ports.commands.putOutcome(state.group, outcome)),
      );
  }
}

/** After a crash the runs may be too old to be useful, and the runner would drop them. */
async function askForRuns(
  { requests }: Extract<Effect, { type: 'checks' }>,
  { checkQueue, clock }: EvaluatePorts,
): Promise<void> {
  const timely = requests.filter(({ scheduledAt }) => clock.now() - scheduledAt < LATE_AFTER_MS);
  await checkQueue.send(timely);
}

/** The current record, not the one at the time of the effect, because the last write wins. */
async function putOutage(id: string, state: GroupState, ports: EvaluatePorts): Promise<void> {
  const record = state.outages[id]?.record;
  if (record) await ports.outages.put({ ...record, revision: state.version });
}
