import type { Scenario } from '#core/scenario/scenario';
import type { Language } from '#core/time/duration';
import { MINUTE } from '#core/time/time';
import type { StartPhase } from '#local/system/system';
import { UP_TEXTS } from './texts/up.ts';

/** Two idle cores play a scenario about so many times faster than it was. */
const IDLE_PACE = 100;

/** `browser`: path of the browser that replaces the packed one. */
export function phaseText(
  phase: StartPhase,
  browser: string | undefined,
  language: Language,
): string {
  const { portals, packedBrowser, namedBrowser, cloud } = UP_TEXTS[language];
  const texts = {
    portals,
    browser: browser === undefined ? packedBrowser : namedBrowser(browser),
    cloud: `${cloud}\n`,
  };
  return texts[phase];
}

/** How long the replay takes about, and why it is slower than usual. */
export function paceText(
  { from, to }: Pick<Scenario, 'from' | 'to'>,
  slowness: number,
  language: Language,
): string {
  const { pace, slower } = UP_TEXTS[language];
  const minutes = Math.ceil((slowness * (to - from)) / IDLE_PACE / MINUTE);
  return slowness > 1.2 ? slower(slowness.toFixed(1), minutes) : pace(minutes);
}
