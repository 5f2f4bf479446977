import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import { hears, type Subscriber } from '#core/notice/subscriber';
import { HANGS } from '../../support/results.ts';
import { PASSES, quick, Watch } from '../../support/watch.ts';

const EPS = 'eps/probe';

function down(remindAfterSeconds: readonly number[]): Watch {
  const subscriptions = remindAfterSeconds.map((seconds) => ({
    services: [],
    remindAfterSeconds: seconds,
  }));
  const watch = new Watch({ ...quick(), subscriptions }).at(0, { [EPS]: PASSES });
  return watch.every(60, [60, 240], { [EPS]: HANGS });
}

function ringsOf(watch: Watch, remindAfterSeconds?: number) {
  const phone: Subscriber = {
    protocol: 'sms',
    endpoint: '+82',
    ...defined({ remindAfterSeconds }),
  };
  return watch
    .notices()
    .filter((notice) => hears(phone, { ...notice, phone: notice.sms !== undefined }))
    .map(({ type }) => type);
}

describe('a phone that asked to be reminded', () => {
  it('rings again after each such delay without an acknowledgement, until the end', () => {
    const watch = down([600]).every(60, [300, 1_500], { [EPS]: HANGS });
    watch.every(60, [1_560, 1_920], { [EPS]: PASSES });
    expect(ringsOf(watch, 600)).toEqual(['opened', 'reminder', 'reminder', 'closed']);
    const [reminder] = watch.notices('reminder');
    expect(reminder?.sms).toMatch(/^\[계속\] EPS 응답없음 09:16~/);
    expect(reminder?.severity).toBe('critical');
  });

  it('does not ring once somebody has acknowledged', () => {
    const watch = down([600]);
    watch.ask(300, { type: 'acknowledge', outage: watch.outage.id });
    expect(ringsOf(watch.every(60, [360, 1_500], { [EPS]: HANGS }), 600)).toEqual(['opened']);
  });

  it('does not ring while its services are silenced or in maintenance', () => {
    const watch = down([600]);
    const from = watch.state.evaluatedAt;
    const times = { from, to: from + 3_600_000, services: ['eps'], reason: '' };
    watch.ask(250, { type: 'silence', silence: 's', ...times });
    expect(ringsOf(watch.every(60, [300, 1_500], { [EPS]: HANGS }), 600)).toEqual(['opened']);
  });

  it('has its silenced reminders in the timeline once, while those by email are not due', () => {
    const watch = down([600]);
    const from = watch.state.evaluatedAt;
    const times = { from, to: from + 3_600_000, services: ['eps'], reason: '' };
    watch.ask(250, { type: 'silence', silence: 's', ...times });
    watch.every(10, [300, 1_500], { [EPS]: HANGS });
    const withheld = watch.outage.timeline.filter(({ type }) => type === 'withheld');
    expect(withheld.filter((entry) => 'as' in entry && entry.as === 'reminder')).toHaveLength(1);
  });

  it('rings at its own interval if others chose another', () => {
    const watch = down([600, 1_200]).every(60, [300, 1_500], { [EPS]: HANGS });
    expect(ringsOf(watch, 600)).toEqual(['opened', 'reminder', 'reminder']);
    expect(ringsOf(watch, 1_200)).toEqual(['opened', 'reminder']);
  });
});

describe('an outage whose end is held back by a silence', () => {
  it('rings no phone again, even if another of its services is not silenced', () => {
    const both = { [EPS]: PASSES, 'hrd-net/probe': PASSES };
    const watch = down([600])
      .at(250, { 'hrd-net/probe': HANGS })
      .at(255, { 'hrd-net/probe': HANGS });
    const from = watch.state.evaluatedAt;
    const times = { from, to: from + 7_200_000, services: ['eps'], reason: '' };
    watch.ask(260, { type: 'silence', silence: 's', ...times });
    watch.every(60, [300, 600], both).every(60, [660, 1_500], both);
    expect(watch.outage.state).toBe('closed');
    expect(ringsOf(watch, 600)).not.toContain('reminder');
  });
});

describe('a phone that did not ask', () => {
  it('hears begin and end alone, and emails keep their own reminders', () => {
    const watch = down([600]).every(60, [300, 2_100], { [EPS]: HANGS });
    expect(ringsOf(watch)).toEqual(['opened']);
    const mails = watch
      .notices('reminder')
      .filter((notice) =>
        hears({ protocol: 'email', endpoint: 'a@b.kr' }, { ...notice, phone: false }),
      );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.sms).toBeUndefined();
  });
});

describe('an update', () => {
  it('does not put off the next ring of a phone', () => {
    const watch = down([600])
      .at(300, { 'hrd-net/probe': HANGS })
      .at(310, { 'hrd-net/probe': HANGS });
    const both = { [EPS]: HANGS, 'hrd-net/probe': HANGS };
    watch.every(60, [360, 690], both);
    expect(ringsOf(watch, 600)).toEqual(['opened']);
    expect(ringsOf(watch.at(720, both), 600)).toEqual(['opened', 'reminder']);
  });
});
