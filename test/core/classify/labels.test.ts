import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { anObservation } from '../../support/builders.ts';

const CENTRES = [
  ...['가까운 고용센터', '서울고용센터 02-2004-7301 중구 삼일대로 363', '찾아오시는 길'],
  ...[
    '부산고용센터 051-860-1919 부산진구 중앙대로 993',
    '대구고용센터 053-667-6000 수성구 동대구로 392',
  ],
  ...['인천고용센터 032-460-4701 남동구 문화로 131', '평일 09:00부터 18:00까지 상담합니다.', ''],
].join('\n');
const shown = (line: string) => classify(anObservation({ text: CENTRES + line, markers: [] }));

/** Each contains or resembles a word of trouble. */
const LABELS = [
  ...['Default', 'Default view', 'Download', 'Markdown', 'Dropdown', 'Countdown to the fair'],
  ...['Finance', 'Financial support', 'Hanan Bank', 'Nanjing office', 'Infinity Hall'],
  ...['Null Island', 'Annulled', 'Failover', 'Failsafe', 'Unfailing support', 'Tunable'],
  ...['Terror insurance', 'Mirrors', 'Outage map', 'San Andreas fault', 'Exceptional'],
  ...['Server', 'Crash course', 'Bus stop', 'Latest news', 'Unavailable dates'],
  ...['Welfare center', 'Software', 'This download', 'This office', 'Twenty jobs', 'Canteen'],
  ...['Know-how', 'Snow removal', 'Notification', 'Verification', 'Islands', 'Disney'],
];

const SENTENCES = [
  'Server engineer',
  'Countdown to the national skills competition',
  'Downloads and forms for employers',
  'Default settings of the viewer',
  'Finance and insurance department recruits',
  'Infinity Hall, 3rd floor, job fair registration',
  'Unavailable dates are marked in grey',
  'Cookies are refused by default in this browser',
  'Terrorism prevention training for staff',
  'Failover cluster administrator wanted',
  'Undefined behaviour: a lecture for engineers',
];

describe('a line in English on a page that works', () => {
  it.each(LABELS)('says nothing as a label: %s', (label) => {
    expect(shown(label).result).toBe('passed');
  });

  it.each(SENTENCES)('never fails the page by a part of a word: %s', (sentence) => {
    expect(shown(sentence).result).not.toBe('failed');
  });
});

describe('a short statement in English', () => {
  it.each([
    'The service is down.',
    'Server is offline',
    'Cannot connect to DB',
    'The notification service is down.',
    'Software error: the request failed.',
    'Verification server is not responding.',
  ])('does not pass: %s', (statement) => {
    expect(shown(statement).result).not.toBe('passed');
  });
});
