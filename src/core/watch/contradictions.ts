import { SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/**
 * Results are read again for 330 s. An older run is already folded, so its span cannot be measured.
 */
const LONGEST_SPAN_SECONDS = 300;

/** Rules that contradict each other, one line each with the numbers. Empty if there are none. */
export function contradictions(configuration: Configuration): readonly string[] {
  const { catalogue, rules } = configuration;
  return [
    ...ofSpans('rules.lastsSeconds', rules.lastsSeconds),
    ...catalogue.services.flatMap((service) =>
      service.lastsSeconds || catalogue.groups.some(({ lastsSeconds }) => lastsSeconds)
        ? ofSpans(`lastsSeconds of ${service.id}`, spansOf(service, configuration))
        : [],
    ),
    ...ofPartial(configuration),
    ...ofClosing(configuration),
  ];
}

function ofSpans(field: string, { together, alone }: Spans): readonly string[] {
  return [
    ...(together > alone
      ? [`${field}: together (${together} s) is longer than alone (${alone} s)`]
      : []),
    ...(alone > LONGEST_SPAN_SECONDS
      ? [
          `${field}: ${alone} s is longer than the ${LONGEST_SPAN_SECONDS} s that results are looked at`,
        ]
      : []),
  ];
}

function ofPartial({ rules, limits }: Configuration): readonly string[] {
  const field = 'rules.partial.windowSeconds';
  const { share, surplus, windowSeconds } = rules.partial;
  const { alone } = rules.lastsSeconds;
  const { dnsMs, connectMs, tlsMs, firstByteMs, bodyMs } = limits.probe;
  const run = (dnsMs + connectMs + tlsMs + firstByteMs + bodyMs) / SECOND;
  const needed = Math.ceil(surplus / (1 - share));
  const most = Math.floor(((rules.confirmBudgetPerHost + 1) * windowSeconds) / 60);
  return [
    ...(windowSeconds < run
      ? [`${field}: ${windowSeconds} s is shorter than a probe may take (${run} s)`]
      : []),
    ...(windowSeconds < alone
      ? [`${field}: failures within ${windowSeconds} s cannot span lastsSeconds.alone (${alone} s)`]
      : []),
    ...(windowSeconds > LONGEST_SPAN_SECONDS
      ? [
          `${field}: ${windowSeconds} s is longer than the ${LONGEST_SPAN_SECONDS} s that results are looked at`,
        ]
      : []),
    ...(needed > most
      ? [
          `rules.partial: needs ${needed} failures within ${windowSeconds} s; a host is asked ${most} times`,
        ]
      : []),
  ];
}

function ofClosing({ rules }: Configuration): readonly string[] {
  const { together, alone } = rules.closeSpanSeconds;
  return together > alone
    ? [`rules.closeSpanSeconds: together (${together} s) is longer than alone (${alone} s)`]
    : [];
}
