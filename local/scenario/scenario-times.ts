import { defined } from '#core/defined';
import { InvalidInputError } from '#core/errors';
import type { Scenario, ScenarioFault, ScenarioService } from '#core/scenario/scenario';
import type { Localised } from '#core/time/duration';
import { kstIso } from '#core/time/kst';
import { HOUR, type Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { neverMatches } from '#core/watch/maintenance';
import { isReservedGroup, isReservedService } from '#core/watch/reserved-ids';
import { checkedWith } from '#core/watch/shared-checks';
import { withOwnServices } from '#local/scenario/own-services';
import type { ScenarioDocument } from '#local/scenario/scenario-schema';
import { watchedIn } from '#local/scenario/watched-in';

interface Source {
  readonly file: string;
  readonly catalogue: Catalogue;
}

/** A year with one every half hour, and some more. */
const MOST_REPETITIONS = 20_000;

type FaultDocument = Omit<ScenarioDocument['faults'][number], 'services'> & {
  readonly services: readonly string[];
};
type ExpectedOutage = NonNullable<ScenarioDocument['expect']>['outages'][number];

/** Services that exist only in the file. */
export function ownServices({ services = [] }: ScenarioDocument): readonly ScenarioService[] {
  return services.filter((one) => typeof one !== 'string');
}

/** Ids of the services that the file names or defines. */
export function participants({ services = [] }: ScenarioDocument): readonly string[] {
  return services.map((one) => (typeof one === 'string' ? one : one.id));
}

/** Resolves names and repetitions, and compares the times. */
export function toScenario(document: ScenarioDocument, configured: Source): Scenario {
  const { name, from, to, groups, maintenance, seed, expect } = document;
  const own = ownServices(document);
  requireOwnServices(document, configured);
  const source = { ...configured, catalogue: withOwnServices(configured.catalogue, own) };
  requireOrder(document, { field: 'to', source });
  const all = source.catalogue.services.map((service) => service.id);
  const services = document.services ? participants(document) : all;
  const together = sharers(watchedIn(source.catalogue, { services, ...defined({ groups }) }));
  requireServices(services, { field: 'services', source });
  document.faults.forEach((fault, index) => {
    requireFault(fault, { field: `faults[${index}]`, source }, { from, to, services });
  });
  for (const [index, group] of (groups ?? []).entries()) {
    const place = { field: `groups[${index}].services`, source };
    requireServices(group.services, place);
    const earlier = (groups ?? []).slice(0, index).flatMap((one) => one.services);
    const before = [...own.map(({ id }) => id), ...earlier];
    const twice = group.services.find((service) => before.includes(service));
    if (twice === undefined) continue;
    throw wrong(
      place,
      {
        en: `names "${twice}", which is in a group already`,
        ko: `"${twice}"은(는) 이미 다른 그룹에 있습니다`,
      },
      { en: 'Leave it in one of them.', ko: '한 그룹에만 두십시오.' },
    );
  }
  for (const [index, window] of (maintenance ?? []).entries()) {
    requireServices(window.services, { field: `maintenance[${index}].services`, source });
    if (neverMatches(window)) {
      throw wrong(
        { field: `maintenance[${index}]`, source },
        { en: 'never begins', ko: '점검 시간이 오지 않습니다' },
        { en: 'Check its times.', ko: '시각을 확인하십시오.' },
      );
    }
  }
  return {
    name,
    from,
    to,
    services,
    ...(own.length > 0 ? { ownServices: own } : {}),
    faults: document.faults
      .map((fault) => ({ ...fault, services: together(fault.services) }))
      .flatMap((fault) => occurrences(fault, document)),
    ...defined({ groups, maintenance, seed }),
    ...(expect ? { expect: { outages: expect.outages.map(expected(together)) } } : {}),
  };
}

/**
 * The services, plus all that are checked on the same screens, because they share the screens'
 * faults.
 */
type Together = (services: readonly string[]) => readonly string[];

function sharers(catalogue: Catalogue): Together {
  const portalOf = (service: string) => checkedWith(catalogue, service) ?? service;
  return (services) => {
    const hit = new Set(services.map(portalOf));
    return catalogue.services.map(({ id }) => id).filter((id) => hit.has(portalOf(id)));
  };
}

function expected(together: Together) {
  return (outage: ExpectedOutage) => {
    const { services, ...rest } = present(outage);
    return { ...rest, services: together(services) };
  };
}

interface Place {
  readonly field: string;
  readonly source: Source;
}

function wrong({ field, source }: Place, fact: Localised, remedy: Localised): InvalidInputError {
  const place = `${source.file}: ${field}`;
  return new InvalidInputError({ en: `${place} ${fact.en}.`, ko: `${place}: ${fact.ko}.` }, remedy);
}

const OTHER_ID: Localised = { en: 'Choose another id.', ko: '다른 ID를 쓰십시오.' };

function reserved(id: string): Localised {
  return { en: `"${id}" is reserved`, ko: `"${id}"은(는) 예약된 ID입니다` };
}

function requireOwnServices(document: ScenarioDocument, source: Source): void {
  const { services = [], groups = [] } = document;
  const ids = participants(document);
  const configured = source.catalogue.services.map(({ id }) => id);
  const known = [...source.catalogue.groups, ...groups].map(({ id }) => id);
  for (const [index, one] of services.entries()) {
    if (typeof one === 'string') continue;
    const { id, group } = one;
    const place = { field: `services[${index}].id`, source };
    if (isReservedService(id)) throw wrong(place, reserved(id), OTHER_ID);
    if (configured.includes(id)) {
      throw wrong(
        place,
        {
          en: `"${id}" is a service of the configuration already`,
          ko: `"${id}"은(는) 설정에 이미 있는 서비스입니다`,
        },
        {
          en: `Choose another id, or write "${id}" alone for the configured service.`,
          ko: `다른 ID를 쓰거나, 설정의 서비스라면 "${id}"만 적으십시오.`,
        },
      );
    }
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) {
      throw wrong(
        place,
        { en: `"${id}" is in services twice`, ko: `"${id}"이(가) services에 두 번 있습니다` },
        { en: 'Keep one, or choose another id.', ko: '하나만 두거나 다른 ID를 쓰십시오.' },
      );
    }
    if (known.includes(group)) continue;
    const fact = { en: `"${group}" is no group`, ko: `"${group}" 그룹이 없습니다` };
    const remedy = {
      en: `Add it to groups, or use one of ${known.join(', ')}.`,
      ko: `groups에 추가하거나 다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
    };
    throw wrong({ field: `services[${index}].group`, source }, fact, remedy);
  }
  for (const [index, { id, services: members }] of groups.entries()) {
    const place = { field: `groups[${index}].id`, source };
    if (isReservedGroup(id)) throw wrong(place, reserved(id), OTHER_ID);
    const earlier = groups.slice(0, index).map((one) => one.id);
    if (earlier.includes(id) || source.catalogue.groups.some((one) => one.id === id)) {
      throw wrong(
        place,
        { en: `"${id}" is a group already`, ko: `"${id}"은(는) 이미 있는 그룹입니다` },
        OTHER_ID,
      );
    }
    if (members.length > 0 || ownServices(document).some(({ group }) => group === id)) continue;
    throw wrong(
      place,
      { en: `"${id}" has no service`, ko: `"${id}"에 서비스가 없습니다` },
      {
        en: 'List its services, or name it as the group of a service in services.',
        ko: '서비스를 적거나, services에 있는 서비스의 group으로 쓰십시오.',
      },
    );
  }
}

function requireOrder(span: { from: number; to: number }, place: Place): void {
  if (span.from < span.to) return;
  const [from, to] = [kstIso(span.from), kstIso(span.to)];
  throw wrong(
    place,
    {
      en: `(${to}) is not after from (${from})`,
      ko: `${to} 시각이 from(${from})보다 늦지 않습니다`,
    },
    { en: 'Let it end after it begins.', ko: '시작보다 늦게 끝나도록 적으십시오.' },
  );
}

function requireServices(services: readonly string[], place: Place): void {
  const known = place.source.catalogue.services.map((service) => service.id);
  const stranger = services.find((service) => !known.includes(service));
  if (stranger === undefined) return;
  throw wrong(
    place,
    {
      en: `names "${stranger}", which is no service of the catalogue`,
      ko: `"${stranger}"은(는) 없는 서비스입니다`,
    },
    {
      en: `Use one of ${known.join(', ')}.`,
      ko: `다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
    },
  );
}

function requireFault(
  fault: FaultDocument,
  place: Place,
  scenario: Pick<Scenario, 'from' | 'to' | 'services'>,
): void {
  const { field, source } = place;
  requireServices(fault.services, { field: `${field}.services`, source });
  requireOrder(fault, { field: `${field}.to`, source });
  const idle = fault.services.find((service) => !scenario.services.includes(service));
  if (idle !== undefined) {
    throw wrong(
      { field: `${field}.services`, source },
      {
        en: `names "${idle}", which the scenario's services leave out`,
        ko: `"${idle}"이(가) 시나리오의 services에 없습니다`,
      },
      {
        en: 'Add it to services, or take it out of the fault.',
        ko: 'services에 추가하거나 fault에서 빼십시오.',
      },
    );
  }
  if (repetitions(fault, scenario.to) > MOST_REPETITIONS) {
    throw wrong(
      { field: `${field}.everyHours`, source },
      {
        en: `makes the fault come more than ${MOST_REPETITIONS} times`,
        ko: `장애가 ${MOST_REPETITIONS}회를 넘게 반복됩니다`,
      },
      { en: 'Use share for constant noise.', ko: '계속되는 오류는 share로 적으십시오.' },
    );
  }
  if (fault.from < scenario.to && fault.to > scenario.from) return;
  throw wrong(
    place,
    {
      en: `(${span(fault)}) lies outside the scenario (${span(scenario)})`,
      ko: `${span(fault)} 구간이 시나리오(${span(scenario)}) 밖에 있습니다`,
    },
    {
      en: 'Move the fault, or widen from and to of the scenario.',
      ko: '장애 시각을 옮기거나 시나리오의 from과 to를 넓히십시오.',
    },
  );
}

function repetitions({ to, everyHours }: FaultDocument, end: number): number {
  return everyHours === undefined
    ? 1
    : Math.max(1, Math.floor((end - to) / (everyHours * HOUR)) + 1);
}

/** A repeated fault comes again until the scenario ends. The end cuts off its last occurrence. */
function occurrences(
  fault: FaultDocument,
  scenario: Pick<Scenario, 'from' | 'to'>,
): readonly ScenarioFault[] {
  const { services, from, to, mode, share, ms, everyHours } = fault;
  return Array.from({ length: repetitions(fault, scenario.to) }, (_, index) => {
    const shift = index * (everyHours ?? 0) * HOUR;
    const rest = ms === undefined ? {} : { ms };
    const begins = Math.max(scenario.from, from + shift);
    const ends = Math.min(scenario.to, to + shift);
    return { services, from: begins, to: ends, mode, share, ...rest };
  });
}

/** Removes fields that the file left out. */
function present<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function span({ from, to }: { readonly from: Instant; readonly to: Instant }): string {
  return `${kstIso(from)} – ${kstIso(to)}`;
}
