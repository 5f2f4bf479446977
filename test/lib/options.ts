import type { ConfigurationInput } from '#adapters/configuration/input-schema';
import { NOW } from './synthesize.ts';

const permission = {
  service: 'eps',
  grantedBy: '한국산업인력공단',
  reference: '2026-정보-17',
  validUntil: new Date(NOW + 90 * 86_400_000).toISOString(),
};
const phone = { protocol: 'sms' as const, endpoint: '+821087654321' };
const email = (name: string) => ({
  protocol: 'email' as const,
  endpoint: `${name}@example.kr`,
});
/** A service as a person adds it: in the default group if `index` is even. */
export const added = (index: number) => ({
  id: `service-${index}`,
  name: `시험 ${index}`,
  shortName: `시험${index}`,
  nameEn: `Test ${index}`,
  group: index % 2 === 0 ? 'moel' : 'other',
  site: `https://s${index}.example.kr`,
  probeSeconds: 60,
  target: {
    baseUrl: `https://s${index}.example.kr`,
    alsoHosts: [],
    pages: { main: '/' },
    selectors: {},
    markers: { main: '시험' },
    login: 'none' as const,
    unseen: [],
  },
});
const OTHER = { id: 'other', name: '기타', nameEn: 'Other' };

/** Everything that adds resources. */
const EVERYTHING: ConfigurationInput = {
  permissions: [permission],
  subscribers: [{ protocol: 'sms', endpoint: '+821012345678', label: '당직 1' }, email('team')],
  operators: [email('ops'), phone],
  regions: { vantages: ['ap-northeast-1', 'ap-southeast-1'] },
  smsDeliveryLogs: [
    'sns/ap-northeast-1/123456789012/DirectPublishToPhoneNumber',
    'sns/ap-northeast-1/123456789012/DirectPublishToPhoneNumber/Failure',
  ],
  fixedEgress: true,
  page: {
    operator: '시민 감시단',
    contact: 'page@example.kr',
    url: 'https://status.example.kr',
    certificate:
      'arn:aws:acm:us-east-1:123456789012:certificate/12345678-90ab-cdef-1234-567890abcdef',
  },
  tracing: true,
  api: {
    url: 'https://api.example.kr',
    certificate:
      'arn:aws:acm:ap-northeast-2:123456789012:certificate/12345678-90ab-cdef-1234-567890abcdef',
  },
  webhooks: [
    { id: 'pager', format: 'pagerduty' },
    { id: 'programs', format: 'json', events: ['opened', 'closed', 'blip'] },
  ],
  chat: [
    { id: 'slack', type: 'slack', workspaceId: 'T012ABCDEF', channelId: 'C012ABCDEF' },
    {
      id: 'teams',
      type: 'teams',
      tenantId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a11',
      teamId: '6d2f1f3e-53c4-4f0e-a8d0-0b2d1e1f7a12',
      channelId: '19:abcDEF123@thread.tacv2',
    },
  ],
};

/** Configurations that deploy different resources. General rules are tested on all of them. */
export const OPTIONS: Readonly<Record<string, ConfigurationInput>> = {
  'the defaults': {},
  'everything switched on': EVERYTHING,
  'a fixed address in a named account': { account: '123456789012', fixedEgress: true },
  'an address kept from before': {
    fixedEgress: true,
    egressAddresses: { 'ap-northeast-2': 'eipalloc-0123456789abcdef0' },
  },
  'one region for all': {
    regions: { alert: 'ap-northeast-2' },
    operators: [phone, email('ops')],
  },
  'a vantage in the alert region': {
    regions: { vantages: ['ap-northeast-1'] },
    operators: [phone, email('ops')],
  },
  'twelve operators': { operators: Array.from({ length: 12 }, (_, i) => email(`ops${i}`)) },
  'a slow cadence': { cadence: { journeySeconds: 3600, probeSeconds: 900, controlSeconds: 900 } },
  'forty services': {
    addGroups: [OTHER],
    addServices: Array.from({ length: 34 }, (_, index) => added(index)),
  },
  'many services, groups and webhooks with long ids': {
    addGroups: Array.from({ length: 30 }, (_, index) => ({
      ...OTHER,
      id: `a-group-${index}`.padEnd(40, 'x'),
    })),
    addServices: Array.from({ length: 60 }, (_, index) => ({
      ...added(index),
      id: `a-service-${index}`.padEnd(40, 'x'),
      group: `a-group-${index % 30}`.padEnd(40, 'x'),
    })),
    webhooks: Array.from({ length: 20 }, (_, index) => ({
      id: `a-webhook-${index}`.padEnd(40, 'x'),
      format: 'json' as const,
    })),
  },
  'a first group of which nothing is watched': {
    services: Object.fromEntries(
      ['work24', 'worknet', 'employment-insurance', 'employment-support', 'hrd-net', 'eps'].map(
        (id) => [id, { enabled: false }],
      ),
    ),
    addGroups: [OTHER],
    addServices: [added(1)],
  },
};
