import { describe, expect, it } from 'vitest';
import { permittedDepth } from '#core/detection/schedule';
import type { Result } from '#core/run/result';
import { SECRET_MISSING } from '#core/run/secret';
import { DAY, HOUR, SECOND } from '#core/time/time';
import { aConfiguration, NINE_FIFTEEN } from '../../support/builders.ts';
import { CRASHES, PASSES, Watch } from '../../support/watch.ts';

const BLOCKED: Partial<Result> = {
  result: 'inconclusive',
  kind: 'blocked',
  layer: 'static',
  reason: '차단 화면',
};
const REJECTED: Partial<Result> = {
  result: 'inconclusive',
  kind: 'login-rejected',
  layer: 'session',
  reason: '로그인 거절',
};
const hours = (count: number) => (count * HOUR) / SECOND;
const days = (count: number) => (count * DAY) / SECOND;
const attention = (watch: Watch) => watch.notices('attention');

describe('a matter for engineers', () => {
  it('is told once, by email only, and is no outage', () => {
    const watch = new Watch().every(60, [0, 600], { 'work24/probe': BLOCKED });
    expect(attention(watch)).toHaveLength(1);
    expect(attention(watch)[0]?.sms).toBeUndefined();
    expect(watch.outages).toEqual([]);
  });

  it('is one message for the services it came up in together, and one for those soon after', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED, 'worknet/probe': BLOCKED });
    watch.at(10, { 'hrd-net/probe': BLOCKED }).at(20, { 'eps/probe': BLOCKED }).at(299).at(300);
    expect(attention(watch).map(({ services }) => services)).toEqual([
      ['work24', 'worknet'],
      ['hrd-net', 'eps'],
    ]);
  });

  it('is not told again by another check of the same service', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
    watch.at(400, { 'work24/login': BLOCKED }).at(800);
    expect(attention(watch)).toHaveLength(1);
  });

  it('is told again by another check of the service when the first has been quiet for a day', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
    watch.at(days(1) - 1, { 'work24/login': BLOCKED });
    expect(attention(watch)).toHaveLength(1);
    const later = new Watch().at(0, { 'work24/probe': BLOCKED });
    later.at(days(1), { 'work24/login': BLOCKED });
    expect(attention(later)).toHaveLength(2);
  });

  it('is told again after a day while it lasts', () => {
    const watch = new Watch().every(hours(1), [0, hours(25)], { 'work24/probe': BLOCKED });
    expect(attention(watch)).toHaveLength(2);
  });

  it('that flaps is told once an hour at most', () => {
    const watch = new Watch();
    for (let minute = 0; minute < 180; minute += 2) {
      watch
        .at(minute * 60, { 'work24/probe': BLOCKED })
        .at(minute * 60 + 60, { 'work24/probe': PASSES });
    }
    expect(attention(watch).length).toBeLessThanOrEqual(3);
    expect(attention(watch).length).toBeGreaterThan(1);
  });

  it('is forgotten some time after it is over, and told at once when it comes back', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED }).at(60, { 'work24/probe': PASSES });
    watch.at(hours(2), { 'work24/probe': PASSES });
    expect(watch.state.attentions).toEqual({});
    watch.at(hours(3), { 'work24/probe': BLOCKED });
    expect(attention(watch)).toHaveLength(2);
  });

  it('is not made of the faults of the monitor itself', () => {
    const watch = new Watch().every(60, [0, 600], { 'work24/probe': CRASHES });
    expect(watch.notices()).toEqual([]);
  });
});

describe('a missing secret', () => {
  it('is a matter too: without it the monitor cannot see whether people can log in', () => {
    const unset = { ...CRASHES, layer: 'session', rule: SECRET_MISSING } as const;
    const watch = new Watch().every(300, [0, 3_000], { 'eps/login': unset });
    const [first, ...more] = attention(watch);
    expect(first).toMatchObject({ id: 'moel-attention-monitor-fault#1', services: ['eps'] });
    expect(first?.text).toContain('인증 정보가 모두 있는지');
    expect(first?.text).not.toContain('npx');
    expect(more).toEqual([]);
  });
});

describe('a certificate', () => {
  const left = (certificateDays: number) => ({ 'work24/probe': { certificateDays } });

  it('is told 21 and 7 days before it expires, once each', () => {
    const watch = new Watch().at(0, left(22)).at(60, left(21)).at(120, left(20)).at(180, left(8));
    expect(attention(watch)).toHaveLength(1);
    watch.at(days(14), left(7)).at(days(15), left(6)).at(days(20), left(1));
    expect(attention(watch)).toHaveLength(2);
    const texts = attention(watch).map(({ text }) => text);
    expect(texts[0]).toContain('인증서가 21일 뒤에 만료됩니다.');
    expect(texts[1]).toContain('인증서가 7일 뒤에 만료됩니다.');
  });

  it('of each host on the way is told once, whichever service or check leads there', () => {
    const certificates = { 'www.work24.go.kr': 90, 'sso.work24.go.kr': 6 };
    const watch = new Watch().every(60, [0, 3_600], {
      'work24/probe': { certificates },
      'work24/login': { certificates },
      'worknet/probe': { certificates: { 'sso.work24.go.kr': 6 } },
    });
    expect(attention(watch).map(({ text }) => /자세히: (.*)/.exec(text)?.[1])).toEqual([
      'sso.work24.go.kr 인증서가 6일 뒤에 만료됩니다.',
    ]);
    watch.every(60, [3_660, 7_200], {
      'work24/probe': { certificates: { 'www.work24.go.kr': 5 } },
    });
    expect(attention(watch)).toHaveLength(2);
  });

  it('of a host is told at most once in a day, whatever limit it falls below', () => {
    const falls = (second: number) => {
      return attention(new Watch().at(0, left(20)).at(second, left(7))).length;
    };
    expect(falls(24 * 3_600 - 1)).toBe(1);
    expect(falls(24 * 3_600)).toBe(2);
  });

  it('of one host with two counts as the one that expires first', () => {
    const seen = (days: number) => ({ certificates: { 'a.example': days } });
    const watch = new Watch().at(0, { 'work24/probe': seen(20), 'work24/login': seen(6) });
    expect(attention(watch)).toHaveLength(1);
    expect(attention(watch)[0]?.text).toContain('a.example 인증서가 6일 뒤에');
  });

  it('of two hosts at once is one message', () => {
    const certificates = { 'a.example': 3, 'b.example': 20 };
    const watch = new Watch().every(60, [0, 1_200], { 'work24/probe': { certificates } });
    expect(attention(watch)).toHaveLength(1);
    expect(attention(watch)[0]?.text).toContain('b.example 인증서가 20일 뒤에');
  });

  it('that an older version wrote down is of the first host', () => {
    const watch = new Watch().at(0, left(6));
    expect(Object.keys(watch.state.attentions)).toEqual([
      expect.stringMatching(/^[a-z0-9.]+\.go\.kr certificate7$/),
    ]);
    watch.at(60, { 'work24/probe': { certificates: { 'www.work24.go.kr': 6 } } });
    expect(attention(watch)).toHaveLength(1);
  });

  it('is told again when its successor ages', () => {
    const watch = new Watch().at(0, left(7)).at(60, left(40)).at(days(20), left(20));
    expect(attention(watch)).toHaveLength(2);
  });
});

describe('a rejected login', () => {
  const permissions = [
    {
      service: 'work24',
      grantedBy: '한국고용정보원',
      reference: '1',
      validUntil: NINE_FIFTEEN + DAY,
    },
  ];
  const depth = (watch: Watch) =>
    permittedDepth(watch.checkOf('work24/login'), watch.state, { permissions, at: NINE_FIFTEEN });

  it('stops logins of that service until a person resets it', () => {
    const watch = new Watch(aConfiguration({ permissions }));
    expect(depth(watch)).toBe('session');
    watch.at(0, { 'work24/login': REJECTED });
    expect(depth(watch)).toBe('login-page');
    expect(watch.state.services.work24?.loginStoppedSince).toBe(NINE_FIFTEEN);
    watch.at(300, { 'work24/login': PASSES });
    expect(depth(watch)).toBe('login-page');
    watch.ask(400, { type: 'login-reset', service: 'work24' });
    expect(depth(watch)).toBe('session');
  });

  it('after a reset is told at once', () => {
    const watch = new Watch().at(0, { 'work24/login': REJECTED });
    watch.ask(400, { type: 'login-reset', service: 'work24' });
    watch.at(700, { 'work24/login': REJECTED });
    expect(attention(watch)).toHaveLength(2);
    expect(watch.state.services.work24?.loginStoppedSince).toBe(NINE_FIFTEEN + 700 * SECOND);
  });

  it('leaves the other services alone', () => {
    const watch = new Watch().at(0, { 'work24/login': REJECTED });
    const others = Object.values(watch.state.services).filter((one) => one.loginStoppedSince);
    expect(others).toHaveLength(1);
  });
});

describe('a matter that waits for the next message', () => {
  const cert = (host: string, days: number) => ({
    'work24/probe': { certificates: { [host]: days } },
  });

  it('tells of the certificate that expires first, as it was seen last', () => {
    const watch = new Watch().at(0, cert('a.example', 20)).at(10, cert('b.example', 20));
    watch.at(20, cert('b.example', 6)).at(30, cert('b.example', 15)).at(299);
    expect(attention(watch)).toHaveLength(1);
    expect(attention(watch.at(300))[1]?.text).toContain('b.example 인증서가 6일 뒤에');
  });

  it('is dropped where nothing came up in the meantime', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
    expect(Object.keys(watch.at(299).state.matters)).toEqual(['blocked']);
    expect(watch.at(300).state.matters).toEqual({});
  });

  it('counts for one kind only: another kind is told at once', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED }).at(10, { 'eps/login': REJECTED });
    expect(attention(watch).map(({ id }) => id)).toEqual([
      'moel-attention-blocked#1',
      'moel-attention-login-rejected#2',
    ]);
  });

  it('is not made by a service that is in the message already', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED, 'work24/login': BLOCKED });
    watch.at(100, { 'work24/login': BLOCKED }).at(400);
    expect(attention(watch)).toHaveLength(1);
  });
});

describe('a matter that flaps', () => {
  const at = (watch: Watch, seconds: number, seen: Partial<Result>) =>
    attention(watch.at(seconds, { 'work24/probe': seen })).length;

  it('is told again an hour after it ended, not earlier', () => {
    const flap = (seconds: number) => {
      const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
      watch.at(600, { 'work24/probe': PASSES });
      return at(watch, seconds, BLOCKED);
    };
    expect(flap(600 + 3_599)).toBe(1);
    expect(flap(600 + 3_600)).toBe(2);
  });

  it('counts its hour from its end, however often it is seen to be over', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
    watch.every(600, [600, 3_600], { 'work24/probe': PASSES });
    expect(at(watch, 600 + 3_600, BLOCKED)).toBe(2);
  });

  it('is told a day after its first notice, if it still lasts', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED });
    watch.at(600, { 'work24/probe': PASSES }).at(660, { 'work24/probe': BLOCKED });
    expect(at(watch, 600 + 3_600, BLOCKED)).toBe(2);
  });

  it('leaves matters of other checks as they are', () => {
    const watch = new Watch().at(0, { 'work24/probe': BLOCKED, 'eps/probe': BLOCKED });
    watch.at(600, { 'eps/probe': PASSES });
    const { attentions } = watch.state;
    expect(attentions['work24/probe blocked']?.cleared).toBeUndefined();
    expect(attentions['eps/probe blocked']?.cleared).toBe(true);
  });
});

describe('a certificate that an older version wrote down', () => {
  it('is of the host of the very service', () => {
    const watch = new Watch().at(0, { 'eps/probe': { certificateDays: 6 } });
    expect(Object.keys(watch.state.attentions)).toEqual(['www.eps.go.kr certificate7']);
  });
});

describe('logins of a service', () => {
  it('are stopped since the first one that was rejected', () => {
    const watch = new Watch().at(0, { 'work24/login': REJECTED });
    watch.at(300, { 'work24/login': REJECTED });
    expect(watch.state.services.work24?.loginStoppedSince).toBe(NINE_FIFTEEN);
  });
});
