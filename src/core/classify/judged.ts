import { classify } from '#core/classify/classify';
import type { Observation } from '#core/run/observation';
import type { Verdict } from '#core/run/verdict';

const verdicts = new WeakMap<Observation, Verdict>();

/**
 * The verdict on what a run saw, worked out once: the browser asks whether it has to prove itself,
 * and then whoever wanted the run asks what came of it.
 */
export function judged(seen: Observation): Verdict {
  const known = verdicts.get(seen);
  if (known) return known;
  const verdict = classify(seen);
  verdicts.set(seen, verdict);
  return verdict;
}
