import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { FAULT_MODES } from '#core/scenario/scenario';
import { readScenario, scenarioNames } from '#local/scenario/scenario-file';
import { watchedIn } from '#local/scenario/watched-in';
import { catalogue } from '#portals/catalogues';
import { englishSentences } from '../../support/languages.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonghwa-scenario-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fault = {
  services: ['work24'],
  from: '2024-07-18T09:15:00+09:00',
  to: '2024-07-18T09:30:00+09:00',
  mode: 'hang',
};
const good = {
  name: 'mine',
  from: '2024-07-18T09:00:00+09:00',
  to: '2024-07-18T10:00:00+09:00',
  faults: [fault],
};

async function read(document: unknown) {
  const file = join(folder, `${Math.abs(hash(JSON.stringify(document)))}.json`);
  await writeFile(file, typeof document === 'string' ? document : JSON.stringify(document));
  return readScenario(file, catalogue);
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 7);
}

async function refusal(document: unknown): Promise<string> {
  const error = await read(document).then(
    () => expect.fail('was accepted'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidInputError);
  const { message, remedy } = error as InvalidInputError;
  expect(englishSentences((error as InvalidInputError).said('ko').join(' '))).toEqual([]);
  expect(message).toContain(folder);
  expect(message).not.toContain('\n');
  return `${message} ${remedy}`;
}

describe('a scenario file', () => {
  it('takes every service of the catalogue and a full share when it names none', async () => {
    const scenario = await read(good);
    expect(scenario.services).toEqual(catalogue.services.map((service) => service.id));
    expect(scenario.faults).toEqual([
      {
        // It shares the checks, so it is down as well.
        services: ['work24', 'worknet', 'employment-insurance', 'employment-support'],
        from: Date.UTC(2024, 6, 18, 0, 15),
        to: Date.UTC(2024, 6, 18, 0, 30),
        mode: 'hang',
        share: 1,
      },
    ]);
  });

  it.each(FAULT_MODES)('knows the mode %s', async (mode) => {
    const scenario = await read({ ...good, faults: [{ ...fault, mode }] });
    expect(scenario.faults[0]?.mode).toBe(mode);
  });

  it('cuts off a fault that goes on beyond it', async () => {
    const long = { ...fault, from: '2024-07-18T00:00:00Z', to: '2024-07-20T00:00:00Z' };
    const { from, to, faults } = await read({ ...good, faults: [long] });
    expect(faults).toMatchObject([{ from, to }]);
  });

  it('repeats a fault every so many hours until the scenario ends', async () => {
    const scenario = await read({
      ...good,
      to: '2024-07-19T09:00:00+09:00',
      faults: [{ ...fault, everyHours: 10 }],
    });
    expect(scenario.faults.map((one) => one.from)).toEqual(
      [0, 10, 20].map((hours) => Date.UTC(2024, 6, 18, hours, 15)),
    );
  });

  it.each([
    ['2024-07-18', '2024-07-18'],
    ['2024-07-18.json', '2024-07-18'],
  ])('is found in scenarios/ by its bare name %s', async (given, name) => {
    expect((await readScenario(given, catalogue)).name).toBe(name);
  });

  it('that is not there is refused with a list of those that are', async () => {
    const error = await readScenario('2024-07-81', catalogue).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInputError);
    for (const name of await scenarioNames()) {
      expect((error as InvalidInputError).remedy).toContain(name);
    }
  });

  it.each([
    ['no JSON', '{"name": ', ['not JSON']],
    ['no object', [], ['the document']],
    ['no name', { ...good, name: undefined }, ['name']],
    ['an unknown field', { ...good, fault: [] }, ['fault']],
    [
      'a time without an offset',
      { ...good, faults: [{ ...fault, from: '2024-07-18T09:15:00' }] },
      ['faults[0].from', '"2024-07-18T09:15:00"', '2024-07-18T09:15:00+09:00'],
    ],
    [
      'a day that does not exist',
      { ...good, from: '2024-02-30T09:00:00+09:00' },
      ['from', '02-30'],
    ],
    ['a word for a time', { ...good, to: 'noon' }, ['to', '"noon"']],
    [
      'an unknown mode',
      { ...good, faults: [{ ...fault, mode: 'explode' }] },
      ['faults[0].mode', '"explode"', 'http-503'],
    ],
    [
      'an unknown service',
      { ...good, faults: [{ ...fault, services: ['gov24'] }] },
      ['faults[0].services', '"gov24"', 'work24'],
    ],
    ['no service', { ...good, faults: [{ ...fault, services: [] }] }, ['faults[0].services']],
    ['a share above 1', { ...good, faults: [{ ...fault, share: 1.5 }] }, ['faults[0].share']],
    ['a negative delay', { ...good, faults: [{ ...fault, ms: -1 }] }, ['faults[0].ms']],
    [
      'an end before its beginning',
      { ...good, faults: [{ ...fault, to: fault.from }] },
      ['faults[0].to', 'not after'],
    ],
    [
      'a fault outside its range',
      {
        ...good,
        faults: [{ ...fault, from: good.to, to: '2024-07-18T11:00:00+09:00' }],
      },
      ['faults[0]', 'outside'],
    ],
    [
      'a service in two groups',
      {
        ...good,
        groups: [
          { id: 'a', name: 'A', services: ['eps'] },
          { id: 'b', name: 'B', services: ['work24', 'eps'] },
        ],
      },
      ['groups[1].services', '"eps"', 'already'],
    ],
    [
      'a fault that never stops coming back',
      { ...good, faults: [{ ...fault, everyHours: 1e-9 }] },
      ['faults[0].everyHours', '20000 times'],
    ],
    [
      'a fault for a service it leaves out',
      { ...good, services: ['eps'] },
      ['faults[0].services', 'leave out'],
    ],
    [
      'a maintenance window that never begins',
      {
        ...good,
        maintenance: [
          { id: 'w', services: [], reason: 'x', type: 'once', from: good.to, to: good.from },
        ],
      },
      ['maintenance[0]', 'never'],
    ],
  ])('with %s is refused with one line that says so', async (_, document, said) => {
    const line = await refusal(document);
    for (const part of said) expect(line).toContain(part);
  });
});

type Refused = readonly [what: string, change: object, said: readonly string[]];

describe('services that a scenario brings with it', () => {
  const shop = { id: 'shop', name: ' 주문 ', group: 'sites' };
  const sites = { id: 'sites', name: '사이트' };
  const brought = {
    ...good,
    services: [shop, 'eps'],
    groups: [sites],
    faults: [{ ...fault, services: ['shop'] }],
  };

  it('take part beside those of the catalogue that it names', async () => {
    const scenario = await read(brought);
    expect(scenario.services).toEqual(['shop', 'eps']);
    expect(scenario.ownServices).toEqual([{ ...shop, name: '주문' }]);
    expect(scenario.faults).toMatchObject([{ services: ['shop'] }]);
  });

  it('are watched like configured ones, in their group', async () => {
    const { groups, services, checks, targets } = watchedIn(catalogue, await read(brought));
    expect(groups.map(({ id }) => id)).toEqual(['moel', 'sites']);
    expect(services.map(({ id }) => id)).toEqual(['eps', 'shop']);
    expect(targets.map(({ service }) => service)).toEqual(['eps', 'shop']);
    expect(checks).toContainEqual(expect.objectContaining({ id: 'shop/probe', group: 'sites' }));
    expect(checks.every(({ sharedWith }) => sharedWith === undefined)).toBe(true);
  });

  it.each([
    ['www.example.kr', 'www.exam'],
    ['일곱글자이름\u{1F525}\u{1F525}', '일곱글자이름\u{1F525}'],
    ['일곱글자이름을\u{1F525}', '일곱글자이름을'],
  ])('get a name for SMS out of %s that is short enough', async (name, short) => {
    const scenario = await read({ ...brought, services: [{ ...shop, name }] });
    expect(watchedIn(catalogue, scenario).services[0]?.shortName).toBe(short);
  });

  const refused: readonly Refused[] = [
    ['an id twice', { services: [shop, shop] }, ['services[0].id', '"shop"', 'twice', 'Keep one']],
    [
      'an id once more as a name',
      { services: ['shop', shop] },
      ['services[1].id', '"shop"', 'twice', 'Keep one'],
    ],
    [
      'an id of the configuration',
      { services: [{ ...shop, id: 'eps' }] },
      ['services[0].id', '"eps"', 'configuration already', 'Choose another id'],
    ],
    ...['control', 'control-2', 'api-tokens'].map(
      (id): Refused => [
        `the reserved id ${id}`,
        { services: [{ ...shop, id }] },
        ['services[0].id', `"${id}"`, 'reserved', 'Choose another id'],
      ],
    ),
    [
      'an id that is none',
      { services: [{ ...shop, id: 'Shop 1' }] },
      ['services[0].id', '"Shop 1"', 'a-z'],
    ],
    [
      'no name',
      { services: [{ id: 'shop', group: 'sites' }] },
      ['services[0]', '{id, name, group}'],
    ],
    ['an empty name', { services: [{ ...shop, name: ' ' }] }, ['services[0].name', 'character']],
    [
      'an unknown group',
      { services: [{ ...shop, group: 'sties' }] },
      ['services[0].group', '"sties"', 'Add it to groups', 'moel, sites'],
    ],
    [
      'a group besides its own',
      { groups: [{ ...sites, services: ['shop'] }] },
      ['groups[0].services', '"shop"', 'already', 'Leave it in one'],
    ],
    [
      'a group without any service',
      { groups: [sites, { ...sites, id: 'empty' }] },
      ['groups[1].id', '"empty"', 'no service', 'List its services'],
    ],
    [
      'a group twice',
      { groups: [sites, { ...sites, name: 'again', services: ['eps'] }] },
      ['groups[1].id', '"sites"', 'a group already', 'Choose another id'],
    ],
    [
      'a group of the configuration',
      { groups: [sites, { ...sites, id: 'moel', services: ['eps'] }] },
      ['groups[1].id', '"moel"', 'a group already', 'Choose another id'],
    ],
    ...['control', 'sites-attention'].map(
      (id): Refused => [
        `the reserved group ${id}`,
        { groups: [sites, { ...sites, id }] },
        ['groups[1].id', `"${id}"`, 'reserved', 'Choose another id'],
      ],
    ),
    [
      'a fault of a service that is nowhere',
      { faults: [{ ...fault, services: ['shop-2'] }] },
      ['faults[0].services', '"shop-2"', 'Use one of', 'shop'],
    ],
  ];

  it.each(refused)('with %s are refused with one line that says so', async (_, change, said) => {
    const line = await refusal({ ...brought, ...change });
    for (const part of said) expect(line).toContain(part);
  });
});

describe('a scenario of the project', () => {
  it('fits a configuration that watches fewer services, or only others', async () => {
    const few = { ...catalogue, services: catalogue.services.slice(0, 2) };
    const july = await readScenario('2024-07-18', few);
    expect(july.faults[0]?.services).toEqual(['work24', 'worknet']);
    const own = { ...few, services: few.services.map((one) => ({ ...one, id: `my-${one.id}` })) };
    const other = await readScenario('2024-07-18', own);
    expect(other.faults[0]?.services).toEqual(['my-work24', 'my-worknet']);
  });
});
