import type { Catalogue } from '#core/watch/catalogue';

/** Another operator with one service, whose login the first operator does not have. */
export const catalogue: Catalogue = {
  groups: [{ id: 'harbour', name: '항만 민원', nameEn: 'Harbour services' }],
  services: [
    {
      id: 'berth',
      name: '선석예약',
      shortName: '선석예약',
      nameEn: 'Berth booking',
      group: 'harbour',
      site: 'https://berth.example.kr/',
    },
  ],
  checks: [
    {
      id: 'berth/login',
      service: 'berth',
      group: 'harbour',
      type: 'journey',
      intervalSeconds: 300,
      depth: 'session',
    },
    {
      id: 'berth/book',
      service: 'berth',
      group: 'harbour',
      type: 'journey',
      intervalSeconds: 600,
      depth: 'data',
    },
  ],
  targets: [
    {
      service: 'berth',
      baseUrl: 'https://berth.example.kr',
      alsoHosts: [],
      pages: { main: '/', data: '/berths', login: '/sign-in' },
      selectors: {
        userId: '#ship',
        password: '#word',
        submit: '#next',
        pin: '#pin',
        pinSubmit: '#enter',
        logout: 'header >> text=로그아웃',
      },
      markers: { main: '선석예약', data: '선석 검색 결과', login: '호출부호', session: '로그아웃' },
      login: 'ship-then-pin',
      unseen: [{ ko: '입항 신고', en: 'port entry' }],
    },
  ],
  controls: [],
};

export const texts = {
  servicesName: { ko: '항만 서비스', en: 'Harbour services' },
  citizenAdvice: { ko: '항만 관제실에 전화하세요.', en: 'Call the harbour office.' },
} as const;
