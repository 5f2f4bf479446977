import { type Effect, effectKey } from '#core/detection/effects';
import type { GroupState } from '#core/detection/group-state';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Rollup } from '#core/history/rollup';
import { mergeRollups } from '#core/history/rollup-math';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { sendNotice } from '#pipeline/evaluate/send-notice';

/** What cannot wait goes first: runs that confirm, then messages, then the record. */
const ORDER: readonly Effect['type'][] = [
  'checks',
  'notice',
  'outage',
  'late-note',
  'rollup',
  'merge',
];

/**
 * Most effects of one type applied at once: after a long gap there may be thousands of hours to
 * write, and an evaluation that is cut off before it could say what is done would start over for ever.
 */
export const MOST_AT_ONCE = 200;

/** Applies the outbox; an effect that fails holds up none but those that rest on it. Keys of those done. */
export async function applyEffects(
  state: GroupState,
  ports: EvaluatePorts,
): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for (const type of ORDER) {
    const effects = state.outbox.filter((each) => each.type === type);
    for (const effect of effects.slice(0, MOST_AT_ONCE)) {
      if (restsOnUndone(effect, state, done)) continue;
      if (await isDone(effect, state, ports)) done.add(effectKey(effect));
    }
  }
  return done;
}

/** A day waits for its hours and a month for its days; an end is not told before its begin. */
function restsOnUndone(effect: Effect, { outbox }: GroupState, done: ReadonlySet<string>): boolean {
  return outbox.some((other) => restsOn(effect, other) && !done.has(effectKey(other)));
}

function restsOn(effect: Effect, other: Effect): boolean {
  if (effect.type === 'merge') {
    if (other.type === 'rollup') return other.rollup.check === effect.check;
    if (other.type !== 'merge' || other.check !== effect.check) return false;
    return effect.period === 'month' && other.period === 'day' && other.from < effect.to;
  }
  if (effect.type !== 'notice' || other.type !== 'notice') return false;
  return other.notice.outage === effect.notice.outage && other.notice.seq < effect.notice.seq;
}

async function isDone(effect: Effect, state: GroupState, ports: EvaluatePorts): Promise<boolean> {
  try {
    return await apply(effect, state, ports);
  } catch (error) {
    ports.log.error('effect not applied', { effect: effectKey(effect), error: String(error) });
    return false;
  }
}

async function apply(effect: Effect, state: GroupState, ports: EvaluatePorts): Promise<boolean> {
  switch (effect.type) {
    case 'checks':
      await askForRuns(effect, ports);
      return true;
    case 'notice':
      return sendNotice(effect.notice, ports);
    case 'outage':
      await putOutage(effect.outage, state, ports);
      return true;
    case 'late-note':
      await addLateNote(effect, ports);
      return true;
    case 'rollup':
      await ports.rollups.put(effect.rollup);
      return true;
    case 'merge':
      await merge(effect, ports);
      return true;
  }
}

/** After a crash the runs may be too old to tell anything; the runner would drop them. */
async function askForRuns(
  { requests }: Extract<Effect, { type: 'checks' }>,
  { checkQueue, clock }: EvaluatePorts,
): Promise<void> {
  const timely = requests.filter(({ scheduledAt }) => clock.now() - scheduledAt < LATE_AFTER_MS);
  if (timely.length > 0) await checkQueue.send(timely);
}

/** The record as it stands now, not as it stood when the effect was noted: the last write wins. */
async function putOutage(id: string, state: GroupState, ports: EvaluatePorts): Promise<void> {
  const record = state.outages[id]?.record;
  if (record) await ports.outages.put({ ...record, revision: state.version });
}

/** The record is out of the evaluator's hands by now; a note applied twice stands there once. */
async function addLateNote(
  { outage, note }: Extract<Effect, { type: 'late-note' }>,
  { outages, log }: EvaluatePorts,
): Promise<void> {
  const record = await outages.get(outage);
  if (!record) return log.warn('note on an outage that nobody knows', { outage });
  if (record.notes.some(({ by, at }) => by === note.by && at === note.at)) return;
  const entry = { at: note.at, type: 'note', by: note.by, text: note.text } as const;
  await outages.put({
    ...record,
    notes: [...record.notes, note],
    timeline: [...record.timeline, entry],
  });
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
