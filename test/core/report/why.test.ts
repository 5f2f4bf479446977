import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { Delivery, Notice } from '#core/notice/notice';
import { hears, type Subscriber } from '#core/notice/subscriber';
import { isAboutOutage } from '#core/outage/telling';
import type { WithheldService } from '#core/outage/withheld';
import { reportText } from '#core/report/plain-text';
import { type StateNow, until, whyOutage, whyService } from '#core/report/why';
import type { WhyNotice } from '#core/report/why-notices';
import { HOUR, SECOND } from '#core/time/time';
import { catalogue } from '#portals/moel/catalogue';
import { NINE_FIFTEEN } from '../../support/builders.ts';
import { HANGS } from '../../support/results.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const at = (seconds: number) => NINE_FIFTEEN + seconds * SECOND;
const work24 = (seen: object) => ({ 'work24/probe': seen });

function whyNotice({ seq, type, at: when, services, severity, sms }: Notice): WhyNotice {
  const as = isAboutOutage(type) ? type : 'updated';
  return { seq, type, as, at: when, services, severity, phone: sms !== undefined };
}

/** work24 down from 60 s to 250 s, optionally silenced from the start. */
function played(silenced: boolean): Watch {
  const watch = new Watch();
  const times = { from: at(0), to: at(3_600) };
  const silence = { silence: 's1', services: ['work24'], ...times, reason: '배포' };
  if (silenced) watch.ask(0, { type: 'silence', ...silence });
  watch.at(10, work24(PASSES)).at(60, work24(HANGS)).at(65, work24(HANGS)).at(95);
  return watch.every(60, [130, 430], work24(PASSES));
}

interface Asked {
  readonly watch: Watch;
  readonly language?: 'ko' | 'en';
  readonly deliveries?: readonly Delivery[];
  readonly subscribers?: readonly Subscriber[];
  readonly until?: number;
}

function why({ watch, language = 'en', deliveries, subscribers, until: then }: Asked): string {
  const notices = watch
    .notices()
    .map((notice) => ({ ...whyNotice(notice), ...defined({ deliveries }) }));
  const found = until(then ?? Number.POSITIVE_INFINITY, { outage: watch.outage, notices });
  return reportText(whyOutage(found, { catalogue, language, subscribers }));
}

const section = (text: string, title: string) =>
  text.split('\n\n').find((part) => part.startsWith(title)) ?? '';

describe('why, of an outage that was told', () => {
  const sent = { channel: 'sns', state: 'sent', attempts: 1, sentAt: at(96), messageId: 'm-7' };
  const text = why({ watch: played(false), deliveries: [sent as Delivery] });

  it('says what was seen and decided', () => {
    expect(section(text, 'What was seen')).toContain('Work24: It began between');
    expect(section(text, 'What was decided')).toMatch(/09:16:35 judged to be an outage/);
  });

  it('says when each channel took each notice, under which id', () => {
    expect(section(text, 'Who was told')).toContain(
      '2024-07-18 09:16:36 #1 [DOWN] sns took it for SMS and email (message id m-7).',
    );
  });

  it('says why the notice waited', () => {
    expect(section(text, 'Who was not told')).toContain(
      '09:16:05 notice withheld: [DOWN] waiting for runs that confirm the failure',
    );
  });

  it('says it as of a moment, and nothing that came later', () => {
    const before = why({ watch: played(false), until: at(90) });
    expect(section(before, 'Who was told')).toContain('none');
    expect(before).not.toContain('ended between');
  });

  it('says it in Korean', () => {
    const korean = why({ watch: played(false), language: 'ko', deliveries: [sent as Delivery] });
    expect(korean).toContain('#1 [장애] 문자·이메일 알림을 sns에서 접수했습니다(접수 번호 m-7).');
  });
});

describe('why, of notices that did not reach people', () => {
  it('says that it was silenced', () => {
    const text = why({ watch: played(true) });
    expect(section(text, 'Who was told')).toContain('none');
    expect(section(text, 'Who was not told')).toContain('[DOWN] a person has silenced it');
  });

  it.each([
    [
      'en',
      'Who was not told',
      '09:15:00 notices silenced: 배포, until 2024-07-18 10:15:00 KST (minji)',
    ],
    ['ko', '알리지 않은 것', '09:15:00 알림 중지: 배포, 2024-07-18 10:15:00(KST)까지 (minji)'],
  ] as const)(
    'names who silenced it before it began, and until when, in %s',
    (language, title, line) => {
      expect(section(why({ watch: played(true), language }), title)).toContain(line);
    },
  );

  it.each([
    ['refused', { state: 'failed', lastError: 'Throttled' }, 'did not take it', 'Throttled'],
    ['left open', { state: 'pending' }, 'not known whether sns took it', 'tries: 3'],
  ])('says that the provider %s, with the error', (_, delivery, ...said) => {
    const failing = { channel: 'sns', attempts: 3, ...delivery } as Delivery;
    const text = why({ watch: played(false), deliveries: [failing] });
    for (const part of said) expect(section(text, 'Who was not told')).toContain(part);
    expect(section(text, 'Who was told')).toContain('none');
  });

  it.each([
    ['delivered', 1, [], 'Who was told', 'delivered the SMS (phones: 1)'],
    ['awaited', 0, [], 'Who was told', 'No carrier has answered yet'],
    ['unknown', 0, [], 'Who was not told', 'not known whether a phone got the SMS'],
    ['failed', 0, [{ phone: '…5678', says: 'Blocked' }], 'Who was not told', '…5678 (Blocked)'],
  ] as const)('says what carriers answered: %s', (state, delivered, failures, title, said) => {
    const fellBack = state === 'failed';
    const carrier = { state, delivered, failures, fellBack };
    const sent = { channel: 'sns', state: 'sent', attempts: 1, messageId: 'm', carrier } as const;
    const text = why({ watch: played(false), deliveries: [sent] });
    expect(section(text, title)).toContain(said);
    expect(section(text, title).includes('sent once more over the fallback')).toBe(fellBack);
  });

  it('asks for no subscriber of a channel that is one recipient itself', () => {
    const sent = { channel: 'webhook-ops', state: 'sent', attempts: 1, messageId: 'm' } as const;
    const text = why({ watch: played(false), deliveries: [sent], subscribers: [] });
    expect(section(text, 'Who was told')).toContain('webhook-ops took it (message id m).');
    expect(text).not.toMatch(/no subscriber|by email only/);
  });

  it('names a drill as one in its title', () => {
    const watch = played(false);
    const outage = { ...watch.outage, id: 'moel-drill-1', drill: true } as const;
    const titleIn = (language: 'ko' | 'en') =>
      whyOutage({ outage, notices: [] }, { catalogue, language }).title;
    expect(titleIn('ko')).toContain('[모의훈련] moel-drill-1');
    expect(titleIn('en')).toContain('[DRILL] moel-drill-1');
  });

  it.each([
    ['nobody is subscribed', [], true],
    ['all are subscribed to others', [{ services: ['eps'] }], true],
    ['somebody is', [{ services: ['work24'] }], false],
  ])('says whether a subscriber hears of it: %s', (_, filters, unheard) => {
    const subscribers = filters.map((filter): Subscriber => {
      return { protocol: 'sms', endpoint: '+821012345678', ...filter };
    });
    const text = why({ watch: played(false), subscribers });
    expect(text.includes('no subscriber is to get this notice')).toBe(unheard);
  });
});

describe('why, of a service', () => {
  const reasons: readonly WithheldService[] = [
    {
      schema: 1,
      group: 'moel',
      service: 'eps',
      at: at(60),
      reason: 'forming',
      layer: 'data',
      kind: 'timeout',
    },
    { schema: 1, group: 'moel', service: 'eps', at: at(70), reason: 'blip' },
  ];
  const ask = (withheld: readonly WithheldService[], outages: readonly Watch[] = []) =>
    reportText(
      whyService({
        service: 'eps',
        from: at(0) - HOUR,
        to: at(600),
        withheld,
        outages: outages.map((watch) => ({ outage: watch.outage, notices: [] })),
        catalogue,
        language: 'en',
      }),
    );

  it('that is fine says that nothing failed, and since when that was looked at', () => {
    expect(ask([])).toContain('nothing failed between 2024-07-18 08:15:00 and 2024-07-18 09:25:00');
  });

  it('that is fine says its state now, if the question is about now', () => {
    const asked = {
      service: 'eps',
      from: at(-3_600),
      to: at(0),
      withheld: [],
      outages: [],
    } as const;
    const said = (now?: StateNow) =>
      reportText(whyService({ ...asked, now, catalogue, language: 'en' }));
    expect(said({ state: 'up', lastResultAt: at(0) })).toContain(
      'State now: Working. Last run: 2024-07-18 09:15:00.',
    );
    expect(said({ state: 'unknown' })).toContain('No run yet.');
    expect(said()).toContain('The status shows which.');
  });

  it('that failed without an outage says each reason and what was seen', () => {
    const text = ask(reasons);
    expect(text).toContain('09:16:00 on: waiting for runs that confirm the failure. (data search');
    expect(text).toContain('09:16:10 on: the failures ended before they became an outage.');
    expect(text).not.toContain('nothing failed');
  });

  it('that had a blip says when it began and when it was over', () => {
    const between = (from: number, to: number) => ({ after: at(from), by: at(to) });
    const blip = {
      ...(reasons[0] as WithheldService),
      reason: 'blip',
      startedBetween: between(0, 60),
      endedBetween: between(60, 70),
    } as const;
    const text = ask([blip]);
    expect(text).toContain('the failures ended before they became an outage');
    expect(text).toContain('09:15:00');
    expect(text).toContain('09:16:10');
  });

  it('that was part of an outage tells that outage', () => {
    expect(ask([], [played(true)])).toContain('a person has silenced it');
  });
});

describe('a subscription', () => {
  const notice = {
    type: 'opened',
    services: ['work24'],
    severity: 'critical',
    phone: true,
  } as const;
  it.each([
    [{ protocol: 'sms' }, { phone: false }, false],
    [{ protocol: 'email' }, { phone: false }, true],
    [{ protocol: 'sms', severities: ['critical'] }, {}, true],
    [{ protocol: 'sms', severities: ['warning'] }, {}, false],
    [{ protocol: 'sms', types: ['closed'] }, {}, false],
    [{ protocol: 'sms', services: ['eps', 'work24'] }, {}, true],
    [{ protocol: 'sms', services: ['eps'] }, {}, false],
  ] as const)('%j lets a notice with %j through: %s', (filter, change, heard) => {
    const subscriber = { endpoint: 'x', ...filter } as Subscriber;
    expect(hears(subscriber, { ...notice, ...change })).toBe(heard);
  });
});
