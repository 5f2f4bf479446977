import type { CheckedInput } from '#adapters/configuration/input-schema';
import type { Localised } from '#core/time/duration';
import { withName } from '#core/time/particle';
import { DAY, type Instant } from '#core/time/time';
import type { Target } from '#core/watch/catalogue';
import type { Configuration } from '#core/watch/configuration';
import { checkedWith } from '#core/watch/shared-checks';

const EXPIRES_SOON_DAYS = 30;

/** Warnings about a valid configuration. */
export function warningsOf(input: CheckedInput, now: Instant): readonly Localised[] {
  return [
    ...fewControls(input),
    ...idleLogins(input),
    ...expired(input, now),
    ...expiring(input, now),
    ...pastWindows(input, now),
  ];
}

/** A shared check logs in with the account of the service that runs it. */
export function idlePermissions({ catalogue, permissions }: Configuration): readonly Localised[] {
  return permissions.flatMap(({ service }) => {
    const other = checkedWith(catalogue, service);
    if (other === undefined) return [];
    return [
      {
        en:
          `permission for ${service} has no effect: ` +
          `it is checked on the same screens as ${other}, whose permission counts`,
        ko:
          `${service}의 로그인 허가는 쓰이지 않습니다. ` +
          `${withName(other)} 같은 화면으로 확인하므로 ${other}의 허가를 따릅니다`,
      },
    ];
  });
}

/** A control that fails together with a service makes its outage look like our own network's. */
export function dependentControls({ catalogue }: Configuration): readonly Localised[] {
  const hostOf = ({ baseUrl }: Target) => new URL(baseUrl).hostname;
  return catalogue.controls.flatMap((control) => {
    const host = hostOf(control);
    const services = catalogue.targets.filter((target) => hostOf(target) === host);
    if (services.length === 0) return [];
    const names = services.map(({ service }) => service).join(', ');
    return [
      {
        en:
          `the control ${host} is the host of ${names}: if it fails, that counts as a fault of ` +
          'our own network, and nobody is told (name another site)',
        ko:
          `대조 사이트 ${host}에 ${names}도 있습니다. 함께 멈추면 모니터링 측 네트워크 이상으로 보고 ` +
          '장애를 알리지 않습니다(다른 사이트를 적으십시오)',
      },
    ];
  });
}

/** The standard journey runs a login, and only if it is scheduled. */
function idleLogins({ addServices }: CheckedInput): readonly Localised[] {
  return addServices
    .filter(({ target, journeySeconds }) => target.login !== 'none' && journeySeconds === undefined)
    .map(({ id, target: { login } }) => ({
      en: `the login ${login} of ${id} never runs (set journeySeconds)`,
      ko: `${id}의 로그인 ${login}을(를) 실행하지 않습니다(journeySeconds를 적으십시오)`,
    }));
}

/** With fewer controls, one failing control looks like a fault of our own network. */
function fewControls({ controls }: CheckedInput): readonly Localised[] {
  if (controls === undefined || controls.length >= 3) return [];
  return [
    {
      en: 'fewer than three controls: one that fails by itself is taken for our own network',
      ko: '대조 사이트(controls)가 세 곳보다 적습니다. 한 곳만 실패해도 모니터링 측 네트워크 이상으로 봅니다',
    },
  ];
}

const NO_SUBSCRIBERS: Localised = {
  en: 'no subscribers: outages are recorded, but nobody is told (add `subscribers`)',
  ko: '구독자가 없습니다. 장애를 기록하지만 아무에게도 알리지 않습니다(`subscribers`를 추가하십시오)',
};
const NO_OPERATORS: Localised = {
  en: 'no operators: nobody is told when the monitor itself is blind (add `operators`)',
  ko: '운영자가 없습니다. 모니터링 자체가 멈춰도 아무에게도 알리지 않습니다(`operators`를 추가하십시오)',
};

/** Of a deployment only: `watch` says itself whom it reaches. */
export function unheard(input: CheckedInput): readonly Localised[] {
  const { subscribers, operators, webhooks, chat, watch } = input;
  const heard = [subscribers, webhooks, chat, watch.smtp, watch.commands].flat();
  return [
    ...(heard.length === 0 ? [NO_SUBSCRIBERS] : []),
    ...(operators.length === 0 ? [NO_OPERATORS] : []),
  ];
}

/** A warning, not a problem: an expired permission must not block the deployment of a repair. */
function expired({ permissions }: CheckedInput, now: Instant): readonly Localised[] {
  return permissions
    .filter(({ validUntil }) => Date.parse(validUntil) <= now)
    .map(({ service, validUntil }) => ({
      en: `permission for ${service} ended at ${validUntil}: journeys stop at the login page; renew or remove it`,
      ko: `${service}의 로그인 허가가 ${validUntil}에 끝나 로그인 화면까지만 확인합니다. 갱신하거나 지우십시오`,
    }));
}

function expiring({ permissions }: CheckedInput, now: Instant): readonly Localised[] {
  return permissions
    .filter(({ validUntil }) => {
      const left = Date.parse(validUntil) - now;
      return left > 0 && left < EXPIRES_SOON_DAYS * DAY;
    })
    .map(({ service, validUntil }) => ({
      en: `permission for ${service} ends at ${validUntil}; journeys then stop at the login page`,
      ko: `${service}의 로그인 허가가 ${validUntil}에 끝납니다. 그 뒤에는 로그인 화면까지만 확인합니다`,
    }));
}

function pastWindows({ maintenance }: CheckedInput, now: Instant): readonly Localised[] {
  return maintenance.flatMap((window) =>
    window.type === 'once' && Date.parse(window.to) <= now
      ? [
          {
            en: `maintenance ${window.id} is over and will not match again; remove it`,
            ko: `예정된 점검 ${window.id}의 기간이 지나 다시 쓰이지 않습니다. 지우십시오`,
          },
        ]
      : [],
  );
}
