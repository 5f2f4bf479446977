import { noticeContext } from '#core/detection/context';
import { type Effect, effectKey } from '#core/detection/effects';
import type { GroupState } from '#core/detection/group-state';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Rollup } from '#core/history/rollup';
import { mergeRollups } from '#core/history/rollup-math';
import { composeBlip } from '#core/notice/compose-blip';
import type { Notice } from '#core/notice/notice';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { sendNotices } from '#pipeline/evaluate/send-notices';

/** Urgent effects go first: confirming runs, then notices, then the record. */
const ORDER: readonly Effect['type'][] = [
  'checks',
  'notice',
  'blip',
  'outage',
  'withheld',
  'outcomes',
  'rollup',
  'merge',
];

/**
 * Most effects of one type applied in one evaluation. After a long gap there may be thousands of
 * hours to write. An evaluation that times out before it commits what is done would never get
 * further.
 */
export const MOST_AT_ONCE = 200;

/** Applies the outbox; an effect that fails holds up none but those that rest on it. Keys of those done. */
export async function applyEffects(
  state: GroupState,
  ports: EvaluatePorts,
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const type of ORDER) {
    const effects = state.outbox.filter((each) => each.type === type).slice(0, MOST_AT_ONCE);
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
  for (const effect of effects) {
    if (restsOnUndone(effect, state, done)) continue;
    try {
      await apply(effect, state, ports);
      done.add(effectKey(effect));
    } catch (error) {
      ports.log.error('effect not applied', { effect: effectKey(effect), error: String(error) });
    }
  }
}

/** A day waits for its hours and a month for its days. */
function restsOnUndone(effect: Effect, { outbox }: GroupState, done: ReadonlySet<string>): boolean {
  return outbox.some((other) => restsOn(effect, other) && !done.has(effectKey(other)));
}

function restsOn(effect: Effect, other: Effect): boolean {
  if (effect.type !== 'merge') return false;
  if (other.type === 'rollup') return other.rollup.check === effect.check;
  if (other.type !== 'merge' || other.check !== effect.check) return false;
  return effect.period === 'month' && other.period === 'day' && other.from < effect.to;
}

async function apply(effect: Effect, state: GroupState, ports: EvaluatePorts): Promise<void> {
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
      return;
    case 'rollup':
      return ports.rollups.put(effect.rollup);
    case 'merge':
      return merge(effect, ports);
  }
}

/** After a crash the runs may be too old to tell anything; the runner would drop them. */
async function askForRuns(
  { requests }: Extract<Effect, { type: 'checks' }>,
  { checkQueue, clock }: EvaluatePorts,
): Promise<void> {
  const timely = requests.filter(({ scheduledAt }) => clock.now() - scheduledAt < LATE_AFTER_MS);
  await checkQueue.send(timely);
}

/** The record as it stands now, not as it stood when the effect was noted: the last write wins. */
async function putOutage(id: string, state: GroupState, ports: EvaluatePorts): Promise<void> {
  const record = state.outages[id]?.record;
  if (record) await ports.outages.put({ ...record, revision: state.version });
}

async function merge(
  effect: Extract<Effect, { type: 'merge' }>,
  { rollups }: EvaluatePorts,
): Promise<void> {
  const { check, service, period, from, to } = effect;
  // A day is added up right after its last hour was written, and a month is then frozen.
  const parts = await rollups.exactRange(check, period === 'day' ? 'hour' : 'day', from, to);
  const header = { check, service, period, frozen: period === 'month', start: from } as const;
  const merged: Rollup = mergeRollups(parts, header);
  await rollups.put(merged);
}
