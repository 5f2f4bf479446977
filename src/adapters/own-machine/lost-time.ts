import { ownPulse } from '#adapters/own-machine/pulse';
import { reader } from '#core/classify/reader';
import type { Fault, Observation } from '#core/run/observation';
import type { StepRecord } from '#core/run/result';
import type { RunRecord } from '#core/run/run-record';
import type { Kind } from '#core/run/verdict';
import type { Limits } from '#core/watch/configuration';

/** Code of a fault that our own machine caused by standing still. */
export const OWN_MACHINE = 'OWN_MACHINE';

/** With this share of a step lost, its time-out says nothing about the service. */
const MOST_LOST = 1 / 2;
/** Servers end connections and sessions of a client that is silent for so long. */
const LONG_MS = 60_000;
/** What a run concludes if an answer does not come, breaks off, or comes late. */
const WITHOUT_ANSWER: readonly Kind[] = [
  'dns',
  'connect',
  'tls',
  'timeout',
  'blank',
  'changed',
  'unknown',
];
/** A server ended a connection on which we were silent. */
const ENDED = /RESET|CLOSED|ABORTED|EMPTY_RESPONSE|EPIPE|UND_ERR_SOCKET/;

/**
 * The fault of our own machine, if it lost so much of the decisive step that the run does not
 * count. An answer that came counts, however much was lost.
 */
export async function faultOfLostTime(
  seen: Observation,
  lostMs: number,
): Promise<Fault | undefined> {
  if (lostMs === 0 || !(await mayBeOurs(seen, lostMs))) return undefined;
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  const message =
    `This machine, not the portal: it stood still for ${seconds(lostMs)} s ` +
    `of a step of ${seconds(seen.elapsedMs)} s. ` +
    'Remedy: nothing if it happens once; otherwise end other programs, or give it more power.';
  return { phase: 'monitor', code: OWN_MACHINE, message, timedOut: false };
}

async function mayBeOurs(seen: Observation, lostMs: number): Promise<boolean> {
  const { elapsedMs, fault, slowAfterMs = Number.POSITIVE_INFINITY } = seen;
  const { judged } = await reader();
  const { kind, result } = judged(seen);
  if (kind === undefined || kind === 'monitor-fault') return false;
  if (kind === 'slow') return elapsedMs - lostMs <= slowAfterMs;
  if (lostMs >= LONG_MS) return result !== 'degraded';
  return WITHOUT_ANSWER.includes(kind) && isOfTime(fault) && lostMs >= elapsedMs * MOST_LOST;
}

/** True if time decides such a fault. A refusal or a wrong certificate is an answer. */
function isOfTime(fault: Fault | undefined): boolean {
  if (!fault) return false;
  return fault.timedOut || fault.phase === 'step' || ENDED.test(fault.code ?? fault.message);
}

/** Begin of the decisive step, ms since the run began. */
export function decisiveStart(
  steps: readonly StepRecord[],
  { elapsedMs }: Pick<Observation, 'elapsedMs'>,
): number {
  const ended = steps.filter(({ status }) => status !== 'skipped');
  const decisive = ended.findLast(({ durationMs }) => durationMs === Math.round(elapsedMs));
  return (decisive ?? ended.at(-1))?.startedMs ?? 0;
}

/** Makes the run of a probe, and blames our machine if that stood still for too much of it. */
export async function onOwnMachine(
  { firstByteMs }: Limits['probe'],
  run: () => Promise<RunRecord>,
): Promise<RunRecord> {
  const begun = performance.now();
  const pulse = ownPulse(firstByteMs);
  const record = await run().finally(() => pulse.stop());
  const { observation, steps } = record;
  const lostMs = pulse.lostSince(begun + decisiveStart(steps, observation));
  const fault = await faultOfLostTime(observation, lostMs);
  return fault ? { ...record, observation: { ...observation, fault } } : record;
}
