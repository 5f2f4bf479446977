import { classify } from '#core/classify/classify';
import type { Observation } from '#core/run/observation';
import type { Verdict } from '#core/run/verdict';

const verdicts = new WeakMap<Observation, Verdict>();

/**
 * The verdict on an observation, computed once. The browser asks for it to decide whether to test
 * itself. The caller asks for the result later.
 */
export function judged(seen: Observation): Verdict {
  const known = verdicts.get(seen);
  if (known) return known;
  const verdict = classify(seen);
  verdicts.set(seen, verdict);
  return verdict;
}
