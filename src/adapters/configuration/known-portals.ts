import { problem } from '#adapters/configuration/explain';
import type { CheckedInput } from '#adapters/configuration/input-schema';
import type { Localised } from '#core/time/duration';
import type { Catalogue } from '#core/watch/catalogue';
import type { Texts } from '#core/watch/configuration';

/** Parts from the operators' folders. Passed in, because adapters know no portal. */
export interface KnownPortals {
  /** The default catalogue. */
  readonly catalogue: Catalogue;
  /** Default texts of notices and page for these portals. */
  readonly texts: Pick<Texts, 'servicesName' | 'citizenAdvice'>;
  /** Logins that a target may name. */
  readonly logins: readonly string[];
  hasJourney(service: string, name: string): boolean;
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
  const { logins, hasJourney } = portals;
  return { catalogue, texts: NO_ONES_TEXTS, logins, hasJourney };
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

/** Journeys and logins that an operator's catalogue names but its folder lacks. */
export function brokenPromises({ checks, targets }: Catalogue, portals: KnownPortals): Localised[] {
  const missing = checks
    .filter(({ type }) => type === 'journey')
    .filter(({ id, service }) => !portals.hasJourney(service, id.slice(service.length + 1)))
    .map(({ id }) => ({
      en: `the check ${id} has no journey: add it to journeys/index.ts, or to the journeys of its operator`,
      ko: `확인 ${id}의 모니터링 시나리오가 없습니다. journeys/index.ts나 운영 기관의 journeys에 추가하십시오`,
    }));
  const unknown = targets
    .filter(({ login }) => !portals.logins.includes(login))
    .map(({ service, login }) => ({
      en: `the target ${service} logs in by ${login}: there is no such way to log in`,
      ko: `대상 ${service}의 로그인 방식 ${login}은(는) 없습니다`,
    }));
  return [...missing, ...unknown];
}
