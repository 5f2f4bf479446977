import { domains } from '#adapters/configuration/domains';
import { problem } from '#adapters/configuration/explain';
import type { CheckedInput } from '#adapters/configuration/input-schema';
import { type KnownPortals, unknownLogins } from '#adapters/configuration/known-portals';
import { warningsOf } from '#adapters/configuration/warnings';
import { PLACEHOLDERS, unknownPlaceholders } from '#core/formats/webhooks/template';
import { HOME_REGIONS, SMS_REGIONS } from '#core/plan/regions';
import type { Localised } from '#core/time/duration';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { isReservedGroup, isReservedService } from '#core/watch/reserved-ids';

/** Retentions that CloudWatch Logs accepts, in days. */
const LOG_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** Checks that a schema cannot make, because they need two fields, the catalogue or the clock. */
export function crossCheck(
  input: CheckedInput,
  { now, portals }: { readonly now: Instant; readonly portals: KnownPortals },
): { readonly problems: readonly Localised[]; readonly warnings: readonly Localised[] } {
  return {
    problems: [
      ...unknownServices(input, portals.catalogue),
      ...unknownGroups(input, portals.catalogue),
      ...unknownLogins(input, portals),
      ...windows(input),
      ...regions(input),
      ...retention(input),
      ...reservedIds(input),
      ...repeated(input, portals.catalogue),
      ...templates(input),
      ...unheardReminders(input),
      ...domains(input),
      ...deliveryLogs(input),
    ],
    warnings: warningsOf(input, now),
  };
}

function unknownServices(input: CheckedInput, defaults: Catalogue): Localised[] {
  const known = [...defaults.services, ...input.addServices].map(({ id }) => id);
  const named: readonly (readonly [field: string, service: string])[] = [
    ...Object.keys(input.services).map((id) => ['services', id] as const),
    ...input.permissions.map(({ service }, i) => [`permissions[${i}].service`, service] as const),
    ...input.maintenance.flatMap(({ services }, i) =>
      services.map((id) => [`maintenance[${i}].services`, id] as const),
    ),
    ...[...input.subscribers.entries()].flatMap(([i, { services }]) =>
      (services ?? []).map((id) => [`subscribers[${i}].services`, id] as const),
    ),
  ];
  return named
    .filter(([, id]) => !known.includes(id))
    .map(([field, id]) =>
      problem(field, id, {
        en: `no such service; known are ${known.join(', ')}`,
        ko: `없는 서비스입니다. 있는 서비스: ${known.join(', ')}`,
      }),
    );
}

function unknownGroups(
  { addServices, addGroups, groups }: CheckedInput,
  defaults: Catalogue,
): Localised[] {
  const known = [...defaults.groups, ...addGroups].map(({ id }) => id);
  const strange = Object.keys(groups).filter((id) => !known.includes(id));
  return [
    ...strange.map((id) => problem('groups', id, noSuchGroup(known))),
    ...strayServices(addServices, { known, taken: defaults.services.map(({ id }) => id) }),
  ];
}

function noSuchGroup(known: readonly string[]): Localised {
  const list = known.join(', ');
  return { en: `no such group; known are ${list}`, ko: `없는 그룹입니다. 있는 그룹: ${list}` };
}

function strayServices(
  addServices: CheckedInput['addServices'],
  { known, taken }: Readonly<Record<'known' | 'taken', readonly string[]>>,
): Localised[] {
  return addServices.flatMap(({ id, group }, i) => [
    ...(known.includes(group)
      ? []
      : [problem(`addServices[${i}].group`, group, noSuchGroup(known))]),
    ...(taken.includes(id)
      ? [
          problem(`addServices[${i}].id`, id, {
            en: 'is taken; write it under `services` to override it',
            ko: '이미 있는 ID입니다. 바꾸려면 `services`에 적으십시오',
          }),
        ]
      : []),
  ]);
}

/** A phone that asks for reminders but filters them out. */
function unheardReminders({ subscribers }: CheckedInput): Localised[] {
  return subscribers.flatMap((subscriber, i) => {
    const { types, protocol } = subscriber;
    const asks = protocol === 'sms' && subscriber.remindAfterSeconds !== undefined;
    if (!asks || !types || types.includes('reminder')) return [];
    const field = `subscribers[${i}].types`;
    return [
      problem(field, types.join(', '), {
        en: 'lacks `reminder`, which remindAfterSeconds asks for',
        ko: 'remindAfterSeconds에 필요한 `reminder`가 없습니다',
      }),
    ];
  });
}

const RESERVED: Localised = {
  en: 'is reserved; choose another',
  ko: '예약된 ID입니다. 다른 것을 쓰십시오',
};

/** Ids that the table, the secrets and the badges use for something else. */
function reservedIds({ addServices, addGroups }: CheckedInput): Localised[] {
  return [
    ...addServices.flatMap(({ id }, i) =>
      isReservedService(id) ? [problem(`addServices[${i}].id`, id, RESERVED)] : [],
    ),
    // Its check would have the id of the probe.
    ...addServices.flatMap(({ journeys }, i) =>
      'probe' in journeys ? [problem(`addServices[${i}].journeys`, 'probe', RESERVED)] : [],
    ),
    ...addGroups.flatMap(({ id }, i) =>
      isReservedGroup(id)
        ? [
            problem(`addGroups[${i}].id`, id, {
              en: 'must not end in -attention, nor be control: it is reserved',
              ko: '-attention으로 끝나거나 control일 수 없습니다. 예약된 ID입니다',
            }),
          ]
        : [],
    ),
  ];
}

/** The same entry twice would define one resource twice. */
function repeated(input: CheckedInput, defaults: Catalogue): Localised[] {
  const { subscribers, operators, regions, addServices, addGroups } = input;
  const recipients = (list: typeof subscribers) =>
    list.map(({ protocol, endpoint }) => `${protocol}:${endpoint}`.toLowerCase());
  const lists: readonly (readonly [field: string, ids: readonly string[]])[] = [
    ['subscribers', recipients(subscribers)],
    ['operators', recipients(operators)],
    ['subscribers.label', subscribers.flatMap(({ label }) => label ?? [])],
    ['regions.vantages', regions.vantages],
    ['addServices', addServices.map(({ id }) => id)],
    ['addGroups', [...defaults.groups, ...addGroups].map(({ id }) => id)],
    ['maintenance', input.maintenance.map(({ id }) => id)],
    ['controls', (input.controls ?? []).map(({ url }) => new URL(url).host)],
    ['smsDeliveryLogs', input.smsDeliveryLogs],
    ['webhooks', input.webhooks.map(({ id }) => id)],
    ['chat', input.chat.map(({ id }) => id)],
    // AWS takes a channel once in an account. Source: error of CreateSlackChannelConfiguration.
    ['chat.channelId', input.chat.map(({ channelId }) => decodeURIComponent(channelId))],
    ['watch.smtp', input.watch.smtp.map(({ id }) => id)],
    ['watch.commands', input.watch.commands.map(({ id }) => id)],
  ];
  return lists.flatMap(([field, ids]) =>
    [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) =>
      problem(field, id, { en: 'is there twice; keep one', ko: '두 번 있습니다. 하나만 두십시오' }),
    ),
  );
}

/** The function that reads them runs in the region of the topics. */
function deliveryLogs({ smsDeliveryLogs, regions: { alert } }: CheckedInput): Localised[] {
  return smsDeliveryLogs.flatMap((group, i) =>
    group.split('/')[1] === alert
      ? []
      : [
          problem(`smsDeliveryLogs[${i}]`, group, {
            en: `must be one of regions.alert, ${alert}`,
            ko: `regions.alert(${alert})의 로그 그룹이어야 합니다`,
          }),
        ],
  );
}

/** A template is only allowed with its format, and only with known placeholders. */
function templates({ webhooks }: CheckedInput): Localised[] {
  return webhooks.flatMap(({ format, template }, i) => {
    const field = `webhooks[${i}].template`;
    if (format !== 'template') {
      return template
        ? [
            problem(field, template, {
              en: 'is only for the format template',
              ko: 'format이 template일 때만 씁니다',
            }),
          ]
        : [];
    }
    if (!template)
      return [
        problem(field, template, {
          en: 'must be the JSON that is sent',
          ko: '보낼 JSON을 적어야 합니다',
        }),
      ];
    return unknownPlaceholders(template).map((name) =>
      problem(field, `{${name}}`, {
        en: `no such placeholder; known are ${PLACEHOLDERS.join(', ')}`,
        ko: `없는 자리 표시입니다. 쓸 수 있는 것: ${PLACEHOLDERS.join(', ')}`,
      }),
    );
  });
}

function windows(input: CheckedInput): Localised[] {
  return input.maintenance.flatMap((window, i) =>
    window.type === 'once' && Date.parse(window.to) <= Date.parse(window.from)
      ? [
          problem(`maintenance[${i}].to`, window.to, {
            en: 'is not after `from`: the window never matches',
            ko: '`from`보다 늦지 않아 점검 시간이 오지 않습니다',
          }),
        ]
      : [],
  );
}

function regions({ regions: { home, alert, vantages }, subscribers }: CheckedInput): Localised[] {
  const needed: readonly (readonly [field: string, region: string])[] = [
    ['regions.home', home],
    ...vantages.map((region, i) => [`regions.vantages[${i}]`, region] as const),
  ];
  const sms = subscribers.some(({ protocol }) => protocol === 'sms');
  return [
    ...needed
      .filter(([, region]) => !HOME_REGIONS.includes(region))
      .map(([field, region]) =>
        problem(field, region, {
          en: `lacks a service this needs; use ${HOME_REGIONS.join(', ')}`,
          ko: `필요한 서비스가 없는 리전입니다. 쓸 수 있는 리전: ${HOME_REGIONS.join(', ')}`,
        }),
      ),
    ...(sms && !SMS_REGIONS.includes(alert)
      ? [
          problem('regions.alert', alert, {
            en: `sells no SMS; use ${SMS_REGIONS.join(', ')}`,
            ko: `SMS를 보낼 수 없는 리전입니다. 쓸 수 있는 리전: ${SMS_REGIONS.join(', ')}`,
          }),
        ]
      : []),
    ...(vantages.includes(home)
      ? [
          problem('regions.vantages', vantages, {
            en: 'repeats the home region; list further ones only',
            ko: '기본 리전이 들어 있습니다. 다른 리전만 적으십시오',
          }),
        ]
      : []),
  ];
}

function retention({ retentionDays: { logs } }: CheckedInput): Localised[] {
  return LOG_DAYS.includes(logs)
    ? []
    : [
        problem('retentionDays.logs', logs, {
          en: `must be one of ${LOG_DAYS.join(', ')}`,
          ko: `다음 중 하나여야 합니다: ${LOG_DAYS.join(', ')}`,
        }),
      ];
}
