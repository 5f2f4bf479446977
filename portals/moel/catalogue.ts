import type { Catalogue, Check, Service, Target } from '#core/watch/catalogue';
import { controlCheck, controlTarget } from '#core/watch/control-list';

/** The default catalogue. Only data: the one file of this folder that `lib/` may read. */

const group = 'moel';

const services: readonly Service[] = [
  {
    id: 'work24',
    name: '고용24',
    shortName: '고용24',
    nameEn: 'Work24',
    group,
    site: 'https://www.work24.go.kr/cm/main.do',
  },
  {
    id: 'worknet',
    name: '워크넷',
    shortName: '워크넷',
    nameEn: 'Worknet',
    group,
    site: 'https://www.work24.go.kr/cm/main.do',
  },
  {
    id: 'employment-insurance',
    name: '고용보험',
    shortName: '고용보험',
    nameEn: 'Employment Insurance',
    group,
    site: 'https://www.work24.go.kr/cm/main.do',
  },
  {
    id: 'employment-support',
    name: '국민취업지원제도',
    shortName: '국민취업지원',
    nameEn: 'National Employment Support Programme',
    group,
    site: 'https://www.work24.go.kr/cm/main.do',
  },
  {
    id: 'hrd-net',
    name: 'HRD-Net',
    shortName: 'HRD-Net',
    nameEn: 'HRD-Net',
    group,
    site: 'https://www.work24.go.kr/cm/main.do',
  },
  {
    id: 'eps',
    name: '외국인고용관리시스템',
    shortName: 'EPS',
    nameEn: 'Employment Permit System',
    group,
    site: 'https://www.eps.go.kr/',
  },
];

const WORK24 = 'https://www.work24.go.kr';

/**
 * `#btn_logout` is in a hidden pop-up even when logged out, so only the header's text proves a
 * session.
 */
const work24Login: Target['selectors'] = {
  popupClose: '.layer-popup .btn-close',
  loginOpen: '#btnIdPopup',
  userId: 'input#id[name=id]',
  password: 'input#pwd[name=pwd]',
  submit: '#btnIndvIdLogin',
  logout: 'header >> text=로그아웃',
};

/**
 * Not reachable at any service, because they need a person's phone, certificate or staff network.
 */
const unseen: Target['unseen'] = [
  { ko: '모바일 앱', en: 'mobile apps' },
  { ko: '직원용 내부 업무시스템', en: "staff's internal systems" },
  { ko: '공동인증서·간편인증 로그인', en: 'logins by certificate or phone' },
];

/** Source of paths, selectors and markers: captures of the site from 2025. None was read live. */
function work24Target(service: string, over: WhatDiffers = {}): Target {
  return {
    service,
    baseUrl: WORK24,
    alsoHosts: ['hrd.work24.go.kr', 'www.anyid.go.kr', 'ptl.anyid.go.kr', 'easysign.anyid.go.kr'],
    pages: {
      main: '/cm/main.do',
      data: over.data?.page ?? '/wk/a/b/1200/retriveDtlEmpSrchList.do?region=11110&resultCnt=10',
      // Never the header's `openLginPagePost.do`, because a GET of it gets 405.
      login: '/cm/z/b/0210/openLginPage.do',
    },
    selectors: work24Login,
    markers: {
      main: '로그인',
      // Inline script of the search, also for 0 results: it proves that the database answered.
      data: over.data?.marker ?? '/totalRecordCount\\s*:\\s*\\d+/',
      login: '아이디',
      session: '로그아웃',
    },
    login: 'id-password',
    unseen: [...(over.unseen ?? []), ...unseen],
  };
}

interface WhatDiffers {
  readonly data?: { readonly page: string; readonly marker: string };
  readonly unseen?: Target['unseen'];
}

const targets: readonly Target[] = [
  // The old sites have merged into work24. Each is watched through the part that replaced it.
  work24Target('work24'),
  work24Target('worknet', {
    unseen: [{ ko: '옛 주소 www.work.go.kr', en: 'the old address www.work.go.kr' }],
  }),
  work24Target('employment-insurance', {
    // robots.txt closes /ei/, so its pages are not opened without the operator's permission.
    unseen: [
      { ko: '고용보험 고유 화면(/ei/)', en: 'employment insurance pages (/ei/)' },
      { ko: '고용·산재보험 토탈서비스', en: "workers' compensation total service" },
    ],
  }),
  work24Target('employment-support', {
    unseen: [
      { ko: '국민취업지원 신청 화면', en: 'applications for employment support' },
      { ko: '옛 주소 www.kua.go.kr', en: 'the old address www.kua.go.kr' },
    ],
  }),
  work24Target('hrd-net', {
    data: { page: '/hr/a/a/3200/selectTrainInstitution.do', marker: '훈련기관' },
    unseen: [
      { ko: '훈련 출결(모바일)', en: 'training attendance (mobile)' },
      { ko: '옛 주소 www.hrd.go.kr', en: 'the old address www.hrd.go.kr' },
    ],
  }),
  {
    service: 'eps',
    baseUrl: 'https://www.eps.go.kr',
    alsoHosts: [],
    pages: {
      main: '/eo/langMain.eo?langCD=ko',
      // The employers' public list. Its current wording was not seen, so the marker is a broad one.
      data: '/eo/EmployJobProc.eo?tabGb=06',
      login: '/eo/langMain.eo?langCD=ko',
    },
    selectors: {
      userId: '#sKorTestNo',
      password: '#sFnrwRecvNo',
      submit: '.btn_login',
      birthDate: '#chkBirtDt',
      birthDateSubmit: 'span.buttonE > button',
      logout: 'text=로그아웃',
    },
    markers: { main: 'EPS', data: '사업장', login: '로그인', session: '로그아웃' },
    login: 'number-then-birthdate',
    unseen,
  },
];

/**
 * Small files for robots and devices, on three networks that are unrelated to each other, to
 * Korea's government and to AWS. One is in Korea, like the portals. None was read live.
 */
const controls: readonly Target[] = [
  controlTarget(0, 'https://www.naver.com/robots.txt', '/[Uu]ser-[Aa]gent/'),
  controlTarget(1, 'https://captive.apple.com/hotspot-detect.html', 'Success'),
  controlTarget(2, 'https://www.cloudflare.com/robots.txt', '/[Uu]ser-[Aa]gent/'),
];

const checks: readonly Check[] = [
  ...services.flatMap((service): Check[] => [
    {
      id: `${service.id}/probe`,
      service: service.id,
      group,
      type: 'probe',
      intervalSeconds: 60,
      depth: 'data',
    },
    {
      id: `${service.id}/login`,
      service: service.id,
      group,
      type: 'journey',
      intervalSeconds: 300,
      depth: 'session',
    },
  ]),
  ...controls.map(controlCheck),
];

export const catalogue: Catalogue = {
  groups: [
    {
      id: group,
      name: '고용노동부 고용서비스 포털',
      nameEn: 'Ministry of Employment and Labor portals',
    },
  ],
  services,
  checks,
  targets,
  controls,
};
