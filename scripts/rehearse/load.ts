import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE } from '#core/time/time';
import type { Deployment } from './deployment.ts';

/** Longest wait for results and for a notice, minutes. */
const MINUTES = 8;

/** Sends a tick a minute until `done`. False when that takes too long. */
export async function ticking(
  deployment: Deployment,
  done: () => Promise<boolean>,
): Promise<boolean> {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const next = performance.now() + MINUTE;
    await deployment.tick();
    if (await until(done, next)) return true;
  }
  return false;
}

function untilNextMinute(): number {
  return MINUTE - (Date.now() % MINUTE);
}

async function until(done: () => Promise<boolean>, deadline: number): Promise<boolean> {
  while (performance.now() < deadline) {
    if (await done()) return true;
    await sleep(1_000);
  }
  return false;
}

export interface Load {
  readonly ticks: number;
  readonly asked: number;
  readonly stored: number;
}

/** A run that the schedule asked for. Others are asked for by evaluations. */
const SCHEDULED = /\.scheduled$/;

/**
 * Ticks each minute while `work` goes on, and for one more minute. Then waits until every run that
 * the dispatcher asked for has a result, as long as a run may take.
 */
export async function underLoad(
  deployment: Deployment,
  work: () => Promise<unknown>,
): Promise<Load> {
  const scheduled = async () => (await deployment.runs()).filter((run) => SCHEDULED.test(run));
  // The minute that goes on has had its tick, and a second one asks for the same runs.
  await sleep(untilNextMinute());
  const before = (await scheduled()).length;
  let working = true;
  const end = work().finally(() => {
    working = false;
  });
  let ticks = 0;
  let asked = 0;
  for (let last = false; !last; ) {
    last = !working;
    const pause = untilNextMinute();
    const started = Date.now();
    asked += await deployment.tick();
    ticks += 1;
    await sleep(Math.max(0, pause - (Date.now() - started)));
  }
  await end;
  const all = async () => (await scheduled()).length - before >= asked;
  await until(all, performance.now() + MINUTES * MINUTE);
  return { ticks, asked, stored: (await scheduled()).length - before };
}
