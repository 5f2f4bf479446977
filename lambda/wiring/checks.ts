import { ENVIRONMENT } from '#contract/environment';
import { clock, log, metrics, ownMachine } from '#lambda/wiring/ambient';
import { required } from '#lambda/wiring/environment';
import { configuration, evaluations, evidence, stores } from '#lambda/wiring/shared';
import type { RunCheckPorts } from '#pipeline/check/run-check';

/** Parts that runner and prober share: everything except what performs the check. */
export function checkPorts(): Omit<RunCheckPorts, 'perform'> {
  return {
    clock,
    log,
    metrics,
    ownMachine,
    configuration: configuration(),
    vantage: required(ENVIRONMENT.vantage),
    results: stores().results,
    evidence: evidence(),
    evaluations: evaluations(),
  };
}
