import type { Prober } from '#core/ports/checks';
import type { RunRecord } from '#core/run/run-record';
import type { Configuration } from '#core/watch/configuration';
import type { Assignment } from '#pipeline/check/run-check';

export interface PerformProbePorts {
  readonly prober: Prober;
  readonly configuration: Configuration;
}

export function performProbe(
  { target }: Assignment,
  { prober, configuration }: PerformProbePorts,
): Promise<RunRecord> {
  return prober.probe({
    target,
    limits: configuration.limits,
    userAgentContact: configuration.texts.contactUrl,
  });
}
