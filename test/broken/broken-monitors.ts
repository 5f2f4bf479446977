import { brokenBrowsers } from './browser.ts';
import { brokenClouds } from './cloud.ts';
import type { BrokenMonitor, Ending, Lab } from './lab.ts';
import { brokenMachines } from './machine.ts';
import { brokenNetworks } from './network.ts';
import { standstills } from './standstill.ts';

/** Ways to break the monitor. The portal works in all of them, so no run may end in `failed`. */
export const brokenMonitors: readonly BrokenMonitor[] = [
  ...brokenBrowsers,
  ...brokenMachines,
  ...brokenNetworks,
  ...brokenClouds,
  ...standstills,
];

export interface Outcome extends Ending {
  /** Files left in the temporary folder. */
  readonly left: readonly string[];
  /** Deviations from the expected end. Empty if there are none. */
  readonly wrong: readonly string[];
}

/** True if this machine allows breaking it in this way. */
export function isPossible({ administrator }: BrokenMonitor): boolean {
  return !administrator || process.getuid?.() === 0;
}

/** Breaks the monitor and returns how its run ends. */
export async function breakIt(broken: BrokenMonitor, lab: Lab): Promise<Outcome> {
  const ending = await broken.run(lab);
  const left = lab.sweep();
  const seen = ending.kind === 'monitor-fault' ? 'monitor-fault' : ending.result;
  const ends: readonly string[] = [broken.ends].flat();
  const mute = seen === 'monitor-fault' && !/remedy|run |set /i.test(ending.message);
  return {
    ...ending,
    left,
    wrong: [
      ...(ends.includes(seen) ? [] : [`ends in ${seen}, not in ${ends}: ${ending.message}`]),
      ...(mute ? [`no remedy in: ${ending.message}`] : []),
      ...(left.length === 0 ? [] : [`leaves ${left.join(', ')}`]),
    ],
  };
}
