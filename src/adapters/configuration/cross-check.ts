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
): { readonly problems: readonly string[]; readonly warnings: readonly Localised[] } {
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

function unknownServices(input: CheckedInput, defaults: Catalogue): string[] {
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
    .map(([field, id]) => problem(field, id, `no such service; known are ${known.join(', ')}`));
}

function unknownGroups(
  { addServices, addGroups, groups }: CheckedInput,
  defaults: Catalogue,
): string[] {
  const known = [...defaults.groups, ...addGroups].map(({ id }) => id);
  const strange = Object.keys(groups).filter((id) => !known.includes(id));
  return [
    ...strange.map((id) => problem('groups', id, `no such group; known are ${known.join(', ')}`)),
    ...strayServices(addServices, { known, taken: defaults.services.map(({ id }) => id) }),
  ];
}

function strayServices(
  addServices: CheckedInput['addServices'],
  { known, taken }: Readonly<Record<'known' | 'taken', readonly string[]>>,
): string[] {
  return addServices.flatMap(({ id, group }, i) => [
    ...(known.includes(group)
      ? []
      : [
          problem(`addServices[${i}].group`, group, `no such group; known are ${known.join(', ')}`),
        ]),
    ...(taken.includes(id)
      ? [problem(`addServices[${i}].id`, id, 'is taken; write it under `services` to override it')]
      : []),
  ]);
}

/** A phone that asks for reminders but filters them out. */
function unheardReminders({ subscribers }: CheckedInput): string[] {
  return subscribers.flatMap((subscriber, i) => {
    const { types, protocol } = subscriber;
    const asks = protocol === 'sms' && subscriber.remindAfterSeconds !== undefined;
    if (!asks || !types || types.includes('reminder')) return [];
    const field = `subscribers[${i}].types`;
    return [
      problem(field, types.join(', '), 'lacks `reminder`, which remindAfterSeconds asks for'),
    ];
  });
}

/** Ids that the table and the secrets use for something else. */
function reservedIds({ addServices, addGroups }: CheckedInput): string[] {
  return [
    ...addServices.flatMap(({ id }, i) =>
      isReservedService(id)
        ? [problem(`addServices[${i}].id`, id, 'is reserved; choose another')]
        : [],
    ),
    ...addGroups.flatMap(({ id }, i) =>
      isReservedGroup(id)
        ? [
            problem(
              `addGroups[${i}].id`,
              id,
              'must not end in -attention, nor be control: it is reserved',
            ),
          ]
        : [],
    ),
  ];
}

/** The same entry twice would define one resource twice. */
function repeated(input: CheckedInput, defaults: Catalogue): string[] {
  const { subscribers, operators, regions, addServices, addGroups } = input;
  const recipients = (list: typeof subscribers) =>
    list.map(({ protocol, endpoint }) => `${protocol}:${endpoint}`);
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
    ['watch.smtp', input.watch.smtp.map(({ id }) => id)],
    ['watch.commands', input.watch.commands.map(({ id }) => id)],
  ];
  return lists.flatMap(([field, ids]) =>
    [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) =>
      problem(field, id, 'is there twice; keep one'),
    ),
  );
}

/**
 * An own domain needs its address. API Gateway and CloudFront read certificates in different
 * regions.
 */
function domains({ api, page, regions: { home } }: CheckedInput): string[] {
  const given = [
    { field: 'api', url: api.url, certificate: api.certificate, region: home },
    { field: 'page', url: page?.url ?? '', certificate: page?.certificate, region: 'us-east-1' },
  ];
  return given.flatMap(({ field, url, certificate, region }) => {
    if (certificate === undefined) return [];
    const where = `${field}.certificate`;
    return [
      ...(url === '' ? [problem(`${field}.url`, url, `must be set with ${where}`)] : []),
      ...(certificate.split(':')[3] === region
        ? []
        : [problem(where, certificate, `must be one of ${region}`)]),
    ];
  });
}

/** The function that reads them runs in the region of the topics. */
function deliveryLogs({ smsDeliveryLogs, regions: { alert } }: CheckedInput): string[] {
  return smsDeliveryLogs.flatMap((group, i) =>
    group.split('/')[1] === alert
      ? []
      : [problem(`smsDeliveryLogs[${i}]`, group, `must be one of regions.alert, ${alert}`)],
  );
}

/** A template is only allowed with its format, and only with known placeholders. */
function templates({ webhooks }: CheckedInput): string[] {
  return webhooks.flatMap(({ format, template }, i) => {
    const field = `webhooks[${i}].template`;
    if (format !== 'template') {
      return template ? [problem(field, template, 'is only for the format template')] : [];
    }
    if (!template) return [problem(field, template, 'must be the JSON that is sent')];
    return unknownPlaceholders(template).map((name) =>
      problem(field, `{${name}}`, `no such placeholder; known are ${PLACEHOLDERS.join(', ')}`),
    );
  });
}

function windows(input: CheckedInput): string[] {
  return input.maintenance.flatMap((window, i) =>
    window.type === 'once' && Date.parse(window.to) <= Date.parse(window.from)
      ? [
          problem(
            `maintenance[${i}].to`,
            window.to,
            'is not after `from`: the window never matches',
          ),
        ]
      : [],
  );
}

function regions({ regions: { home, alert, vantages }, subscribers }: CheckedInput): string[] {
  const needed: readonly (readonly [field: string, region: string])[] = [
    ['regions.home', home],
    ...vantages.map((region, i) => [`regions.vantages[${i}]`, region] as const),
  ];
  const sms = subscribers.some(({ protocol }) => protocol === 'sms');
  return [
    ...needed
      .filter(([, region]) => !HOME_REGIONS.includes(region))
      .map(([field, region]) =>
        problem(field, region, `lacks a service this needs; use ${HOME_REGIONS.join(', ')}`),
      ),
    ...(sms && !SMS_REGIONS.includes(alert)
      ? [problem('regions.alert', alert, `sells no SMS; use ${SMS_REGIONS.join(', ')}`)]
      : []),
    ...(vantages.includes(home)
      ? [problem('regions.vantages', vantages, 'repeats the home region; list further ones only')]
      : []),
  ];
}

function retention({ retentionDays: { logs } }: CheckedInput): string[] {
  return LOG_DAYS.includes(logs)
    ? []
    : [problem('retentionDays.logs', logs, `must be one of ${LOG_DAYS.join(', ')}`)];
}
