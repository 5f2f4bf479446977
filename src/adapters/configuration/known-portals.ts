import { problem } from '#adapters/configuration/explain';
import type { CheckedInput } from '#adapters/configuration/input-schema';
import { LAYERS } from '#core/run/layer';
import type { StepRecord } from '#core/run/result';
import type { Localised } from '#core/time/duration';
import type { Catalogue, Target } from '#core/watch/catalogue';
import type { Texts } from '#core/watch/configuration';

/** Parts from the operators' folders. Passed in, because adapters know no portal. */
export interface KnownPortals {
  /** The default catalogue. */
  readonly catalogue: Catalogue;
  /** Default texts of notices and page for these portals. */
  readonly texts: Pick<Texts, 'servicesName' | 'citizenAdvice'>;
  /** Logins that a target may name. */
  readonly logins: readonly string[];
  /** The journey's steps for a target. Undefined if there is no such journey. May throw. */
  stepsOf(target: Target, name: string): readonly Pick<StepRecord, 'name' | 'layer'>[] | undefined;
}

/** Used until the configuration sets texts. */
const NO_ONES_TEXTS = {
  servicesName: { ko: '서비스', en: 'Services' },
  citizenAdvice: { ko: '', en: '' },
};

/** The start of an own folder: unrelated sites for comparison, and nothing watched. */
export function withoutPortals(portals: KnownPortals): KnownPortals {
  const { checks, controls } = portals.catalogue;
  const compared = checks.filter(({ type }) => type === 'control');
  const catalogue = { groups: [], services: [], checks: compared, targets: [], controls };
  const { logins, stepsOf } = portals;
  return { catalogue, texts: NO_ONES_TEXTS, logins, stepsOf };
}

/** A login that no folder supplies would fail in every run. */
export function unknownLogins(input: CheckedInput, { logins }: KnownPortals): Localised[] {
  const named = [
    ...Object.entries(input.services).map(
      ([id, { target }]) => [`services.${id}.target.login`, target?.login] as const,
    ),
    ...input.addServices.map(
      ({ target }, i) => [`addServices[${i}].target.login`, target.login] as const,
    ),
  ];
  return named
    .filter(([, login]) => login !== undefined && !logins.includes(login))
    .map(([field, login]) =>
      problem(field, login, {
        en: `no such way to log in; known are ${logins.join(', ')}`,
        ko: `없는 로그인 방식입니다. 있는 방식: ${logins.join(', ')}`,
      }),
    );
}

/** Journeys and logins that cannot run: of the own folder, or of an operator's. */
export function brokenPromises(
  { checks, targets }: Catalogue,
  portals: KnownPortals,
): readonly Localised[] {
  const unknown = targets.filter(({ login }) => !portals.logins.includes(login));
  const runnable = targets.filter((target) => !unknown.includes(target));
  return [
    ...checks
      .filter(({ type }) => type === 'journey')
      .flatMap(({ id, service }) =>
        runnable
          .filter((target) => target.service === service)
          .flatMap((target) => brokenJourney(id, target, portals)),
      ),
    ...unknown.map(({ service, login }) => ({
      en: `the target ${service} logs in by ${login}: there is no such way to log in`,
      ko: `대상 ${service}의 로그인 방식 ${login}은(는) 없습니다`,
    })),
  ];
}

function brokenJourney(
  check: string,
  target: Target,
  { stepsOf }: KnownPortals,
): readonly Localised[] {
  try {
    const steps = stepsOf(target, check.slice(target.service.length + 1));
    if (steps === undefined) return [noJourney(check)];
    if (steps.length === 0) return [noSteps(check)];
    return steps
      .filter(({ layer }) => !LAYERS.includes(layer))
      .map(({ name, layer }) => noLayer(check, name, layer));
  } catch (error) {
    return [notMade(check, error instanceof Error ? error.message : String(error))];
  }
}

function noJourney(check: string): Localised {
  return {
    en: `the check ${check} has no journey: add it to journeys/index.ts, or to the journeys of its operator`,
    ko: `확인 ${check}의 모니터링 시나리오가 없습니다. journeys/index.ts나 운영 기관의 journeys에 추가하십시오`,
  };
}

function noSteps(check: string): Localised {
  return {
    en: `the journey ${check} has no steps: add one, or take its check out`,
    ko: `모니터링 시나리오 ${check}에 단계가 없습니다. 단계를 추가하거나 확인을 빼십시오`,
  };
}

function noLayer(check: string, step: string, layer: string): Localised {
  const known = LAYERS.join(', ');
  return {
    en: `the step "${step}" of the journey ${check} names the layer ${layer}; known are ${known}`,
    ko: `모니터링 시나리오 ${check}의 "${step}" 단계: ${layer}은(는) 없는 계층입니다. 있는 계층: ${known}`,
  };
}

function notMade(check: string, why: string): Localised {
  return {
    en: `the steps of the journey ${check} cannot be made: ${why}`,
    ko: `모니터링 시나리오 ${check}의 단계를 만들 수 없습니다(원문: ${why})`,
  };
}
