import { defined } from '#core/defined';
import { detectionBounds } from '#core/plan/bounds';
import type { Service } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/** A service with its own rules, and their effect. */
export interface OwnSettings {
  readonly service: string;
  /** How long its failures must span, seconds. */
  readonly lastsSeconds: Spans;
  /** Longest time from a fault of this service alone to the opening notice, seconds. */
  readonly singleSeconds: number;
  /** Severity of its notices, if not `critical`. */
  readonly severity?: Service['severity'];
}

export function ownSettings(configuration: Configuration): readonly OwnSettings[] {
  const { catalogue, rules } = configuration;
  return catalogue.services.flatMap((service): OwnSettings[] => {
    const lastsSeconds = spansOf(service, configuration);
    const { together, alone } = rules.lastsSeconds;
    const same = lastsSeconds.together === together && lastsSeconds.alone === alone;
    const severity = service.severity === 'critical' ? undefined : service.severity;
    if (same && severity === undefined) return [];
    const checks = catalogue.checks.filter((check) => check.service === service.id);
    const own = { ...configuration, catalogue: { ...catalogue, checks } };
    const { singleSeconds } = detectionBounds(own);
    return [{ service: service.id, lastsSeconds, singleSeconds, ...defined({ severity }) }];
  });
}
