import type { Localised } from '#core/time/duration';
import { SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { spansOf } from '#core/watch/lasts';
import type { Spans } from '#core/watch/spans';

/**
 * Results are read again for 330 s. An older run is already folded, so its span cannot be measured.
 */
const LONGEST_SPAN_SECONDS = 300;

/** Rules that contradict each other, one line each with the numbers. Empty if there are none. */
export function contradictions(configuration: Configuration): readonly Localised[] {
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

function ofSpans(field: string, { together, alone }: Spans): readonly Localised[] {
  return [
    ...(together > alone ? [turnedRound(field, { together, alone })] : []),
    ...(alone > LONGEST_SPAN_SECONDS ? [tooLong(field, alone)] : []),
  ];
}

function turnedRound(field: string, { together, alone }: Spans): Localised {
  return {
    en: `${field}: together (${together} s) is longer than alone (${alone} s)`,
    ko: `${field}: together(${together}초)가 alone(${alone}초)보다 깁니다`,
  };
}

function tooLong(field: string, seconds: number): Localised {
  return {
    en: `${field}: ${seconds} s is longer than the ${LONGEST_SPAN_SECONDS} s that results are looked at`,
    ko: `${field}: ${seconds}초는 결과를 다시 보는 ${LONGEST_SPAN_SECONDS}초보다 깁니다`,
  };
}

function ofPartial({ rules, limits }: Configuration): readonly Localised[] {
  const field = 'rules.partial.windowSeconds';
  const { share, surplus, windowSeconds } = rules.partial;
  const { alone } = rules.lastsSeconds;
  const { dnsMs, connectMs, tlsMs, firstByteMs, bodyMs } = limits.probe;
  const run = (dnsMs + connectMs + tlsMs + firstByteMs + bodyMs) / SECOND;
  const needed = Math.ceil(surplus / (1 - share));
  const most = Math.floor(((rules.confirmBudgetPerHost + 1) * windowSeconds) / 60);
  return [
    ...(windowSeconds < run
      ? [
          {
            en: `${field}: ${windowSeconds} s is shorter than a probe may take (${run} s)`,
            ko: `${field}: ${windowSeconds}초는 간이 접속 확인의 최대 시간(${run}초)보다 짧습니다`,
          },
        ]
      : []),
    ...(windowSeconds < alone
      ? [
          {
            en: `${field}: failures within ${windowSeconds} s cannot span lastsSeconds.alone (${alone} s)`,
            ko: `${field}: ${windowSeconds}초 안의 실패는 lastsSeconds.alone(${alone}초)만큼 이어질 수 없습니다`,
          },
        ]
      : []),
    ...(windowSeconds > LONGEST_SPAN_SECONDS ? [tooLong(field, windowSeconds)] : []),
    ...(needed > most
      ? [
          {
            en: `rules.partial: needs ${needed} failures within ${windowSeconds} s; a host is asked ${most} times`,
            ko: `rules.partial: ${windowSeconds}초 안에 실패 ${needed}회가 필요한데 한 호스트에는 ${most}회만 요청합니다`,
          },
        ]
      : []),
  ];
}

function ofClosing({ rules }: Configuration): readonly Localised[] {
  const { together, alone } = rules.closeSpanSeconds;
  return together > alone ? [turnedRound('rules.closeSpanSeconds', { together, alone })] : [];
}
