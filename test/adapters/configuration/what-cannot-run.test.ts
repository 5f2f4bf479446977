import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '#core/errors';
import { resolveConfiguration } from '#local/configuration';

const TARGET = {
  baseUrl: 'https://shop.example.kr',
  alsoHosts: [],
  pages: { main: '/' },
  markers: { main: '주문' },
  selectors: {},
  login: 'none',
  unseen: [],
};

function service(change: object = {}, target: object = {}) {
  return {
    id: 'shop',
    name: '주문',
    shortName: '주문',
    nameEn: 'Orders',
    group: 'ours',
    site: 'https://shop.example.kr/',
    ...change,
    target: { ...TARGET, ...target },
  };
}

const GROUP = { id: 'ours', name: '우리', nameEn: 'Ours' };

const MAILER = { id: 'mail', host: 'smtp.example.kr', from: 'a@example.kr', to: [] };

function complaint(change: object): string {
  const input = { builtInPortals: false, addGroups: [GROUP], addServices: [service()], ...change };
  try {
    resolveConfiguration(input, { file: 'bonghwa.config.ts', stage: 'dev', now: 0 });
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a configuration that cannot run', () => {
  it('is told from one that can', () => {
    expect(complaint({})).toBe('accepted');
  });

  it.each([
    ['nothing to watch', { addServices: [] }, /nothing is watched/],
    [
      'a journey that nobody wrote',
      { addServices: [service({ journeys: { order: { seconds: 300 } } })] },
      /shop\/order has no journey/,
    ],
    [
      'a page without its marker',
      { addServices: [service({}, { pages: { main: '/', data: '/list' } })] },
      /the page data of shop has no marker/,
    ],
    [
      'a pattern that cannot be read',
      { addServices: [service({}, { markers: { main: '/주문[/' } })] },
      /the marker main of shop is no pattern: correct \/주문\[\/ between the slashes/,
    ],
    [
      'an account in an address',
      { addServices: [service({}, { baseUrl: 'https://me:secret@shop.example.kr' })] },
      /the address of shop holds an account, which no check uses: remove it$/m,
    ],
    [
      'a page on a host that nobody named',
      { addServices: [service({}, { pages: { main: 'https://www.example.kr/' } })] },
      /the page main of shop is on www\.example\.kr: add that host to alsoHosts/,
    ],
    [
      'a site that is no address',
      { addServices: [service({ site: 'shop.example.kr' })] },
      /site is "shop\.example\.kr": must be an address such as/,
    ],
    [
      'a list that is empty',
      {
        watch: { commands: [{ id: 'sms', run: ['./sms.sh'], timeoutSeconds: 0 }], smtp: [MAILER] },
      },
      /smtp\[0\]\.to is \[\]: must have at least 1 item\n.*timeoutSeconds is 0: must be 1 or more/,
    ],
    [
      'a marker of spaces',
      { addServices: [service({}, { markers: { main: '  ' } })] },
      /the page main of shop has no marker/,
    ],
    [
      'a login without its selectors',
      {
        addServices: [
          service(
            {},
            {
              pages: { main: '/', login: '/login' },
              markers: { main: '주문', login: '아이디' },
              login: 'id-password',
            },
          ),
        ],
      },
      /has no selector userId[\s\S]*has no selector logout/,
    ],
    [
      'a way to log in that nobody supplies',
      { addServices: [service({}, { login: 'by-ship' })] },
      /no such way to log in; known are none, id-password/,
    ],
    [
      'another control without its marker',
      { controls: [{ url: 'https://intranet.example.kr/' }] },
      /controls\[0\]\.marker .*must be a text that the page shows/,
    ],
    [
      'a service that is there twice',
      { addServices: [service(), service()] },
      /"shop": is there twice/,
    ],
    [
      'pages that leave the path of their base URL',
      { addServices: [service({}, { baseUrl: 'https://shop.example.kr/app' })] },
      /the page main of shop is \/, without the path of baseUrl: write \/app\/$/m,
    ],
    [
      'pages beside the path of their base URL',
      {
        addServices: [
          service({}, { baseUrl: 'https://shop.example.kr/app', pages: { main: '/app2/main' } }),
        ],
      },
      /the page main of shop is \/app2\/main, without the path of baseUrl: write \/app\/app2\/main$/m,
    ],
    [
      'an address of a webhook, which is a secret',
      { webhooks: [{ id: 'ops', format: 'json', url: 'https://hooks.example.kr/x' }] },
      /webhooks\[0\] has the field url, which is a secret.*bonghwa\.secrets\.json/,
    ],
    [
      'a password of a mail server',
      {
        watch: { smtp: [{ id: 'a', host: 'a.kr', from: 'a@b.kr', to: ['a@b.kr'], password: 'x' }] },
      },
      /watch\.smtp\[0\] has the field password, which is a secret/,
    ],
    [
      'a number in quotes',
      { addServices: [service({ probeSeconds: '60' })] },
      /probeSeconds is "60": must be a number without quotes/,
    ],
    [
      'a list without brackets',
      { watch: { commands: [{ id: 'sms', run: './send-sms.sh' }] } },
      /run is ".\/send-sms.sh": must be a list: \[ … \]/,
    ],
    ['a field that is missing', { addGroups: [{ id: 'ours' }] }, /name is not set: must be text/],
    ['a reserved id', { addServices: [service({ id: 'control' })] }, /"control": is reserved/],
    ['the id of a badge', { addServices: [service({ id: 'all' })] }, /"all": is reserved/],
    [
      'a journey with the id of its probe',
      { addServices: [service({ journeys: { probe: { seconds: 300 } } })] },
      /journeys is "probe": is reserved/,
    ],
    [
      'a reserved group',
      { addGroups: [GROUP, { ...GROUP, id: 'ours-attention' }] },
      /must not end in -attention/,
    ],
    [
      'a group that nobody declared',
      { addServices: [service({ group: 'moel' })] },
      /no such group/,
    ],
  ])('is refused with %s', (_, change, said) => {
    expect(complaint(change)).toMatch(said);
  });
});

describe('a page elsewhere', () => {
  it.each([
    [{ alsoHosts: ['www.example.kr'], pages: { main: 'https://www.example.kr/' } }],
    [{ alsoHosts: ['www.example.kr'], pages: { main: 'https://www.example.kr:8443/' } }],
    [{ pages: { main: '//shop.example.kr/main.do' } }],
  ])('is accepted on a host that is named: %o', (target) => {
    expect(complaint({ addServices: [service({}, target)] })).toBe('accepted');
  });
});

describe('a path of a base URL', () => {
  it.each([['/app/'], ['/app/login'], ['index.do']])('is kept by the page %s', (main) => {
    const target = { baseUrl: 'https://shop.example.kr/app/', pages: { main } };
    expect(complaint({ addServices: [service({}, target)] })).toBe('accepted');
  });
});

describe('a login', () => {
  const target = {
    pages: { main: '/', login: '/login' },
    markers: { main: '주문', login: '아이디' },
    selectors: { userId: '#id', password: '#pw', submit: '#go', logout: '#out' },
    login: 'id-password',
  };
  const warned = (change: object) => {
    const addServices = [service(change, target)] as never;
    const input = { builtInPortals: false, addGroups: [GROUP], addServices };
    const { warnings } = resolveConfiguration(input, { file: '', stage: 'dev', now: 0 });
    return warnings.map(({ en }) => en).filter((line) => line.includes('login'));
  };

  it('that no check runs is warned of', () => {
    expect(warned({})).toEqual(['the login id-password of shop never runs (set journeySeconds)']);
    expect(warned({ journeySeconds: 300 })).toEqual([]);
  });
});

describe('a control', () => {
  const warned = (url: string) => {
    const controls = [{ url, marker: '안내' }];
    const addServices = [service({}, { pages: { main: '/' }, markers: { main: '주문' } })] as never;
    const input = { builtInPortals: false, addGroups: [GROUP], addServices, controls };
    const { warnings } = resolveConfiguration(input, { file: '', stage: 'dev', now: 0 });
    return warnings.map(({ en }) => en).filter((line) => line.includes('the control'));
  };

  it('on the host of a service is warned of, because it fails with it', () => {
    expect(warned('https://shop.example.kr:8443/notice')).toEqual([
      'the control shop.example.kr is the host of shop: if it fails, that counts as a fault of ' +
        'our own network, and nobody is told (name another site)',
    ]);
    expect(warned('https://intranet.example.kr/')).toEqual([]);
  });
});
