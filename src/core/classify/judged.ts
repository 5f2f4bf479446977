import { classify } from '#core/classify/classify';
import type { Observation } from '#core/run/observation';
import type { Verdict } from '#core/run/verdict';

const verdicts = new WeakMap<Observation, Verdict>();

/**
 * The verdict on an observation, computed once. The browser asks whether it has to prove itself;
 * later the caller asks for the result.
 */
export function judged(seen: Observation): Verdict {
  const known = verdicts.get(seen);
  if (known) return known;
  const verdict = classify(seen);
  verdicts.set(seen, verdict);
  return verdict;
}
