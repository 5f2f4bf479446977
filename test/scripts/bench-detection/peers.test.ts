import { describe, expect, it } from 'vitest';
import { joinedMessages } from '../../../scripts/bench-detection/joined.ts';
import { checkly } from '../../../scripts/bench-detection/peers/checkly.ts';
import { cloudwatchSynthetics } from '../../../scripts/bench-detection/peers/cloudwatch-synthetics.ts';
import { gatus } from '../../../scripts/bench-detection/peers/gatus.ts';
import {
  messagesOf,
  type PeerCheck,
  type PeerModel,
} from '../../../scripts/bench-detection/peers/peer.ts';
import { prometheus } from '../../../scripts/bench-detection/peers/prometheus.ts';
import { upptime } from '../../../scripts/bench-detection/peers/upptime.ts';
import { uptimeKuma } from '../../../scripts/bench-detection/peers/uptime-kuma.ts';

/** `.` passed, `x` failed. One check each interval, 100 ms long. */
function checksOf({ intervalMs }: PeerModel, outcomes: string): readonly PeerCheck[] {
  return [...outcomes].map((outcome, index) => ({
    startedAt: index * intervalMs,
    endedAt: index * intervalMs + 100,
    passed: outcome === '.',
  }));
}

function said(model: PeerModel, outcomes: string): readonly string[] {
  return messagesOf(model, checksOf(model, outcomes)).map(({ says, at }) => `${says} ${at}`);
}

describe('the models of other monitors', () => {
  it('let Gatus tell the third failure in a row and the second pass in a row', () => {
    expect(said(gatus, '.xxx.x..')).toEqual(['down 180100', 'up 420100']);
    expect(said(gatus, 'xx.xx.xx.')).toEqual([]);
  });

  it('let Uptime Kuma tell the first failure and the first pass', () => {
    expect(said(uptimeKuma, '.x..xx.')).toEqual([
      'down 60100',
      'up 120100',
      'down 240100',
      'up 360100',
    ]);
  });

  it('let CloudWatch tell two failed periods at the end of the second', () => {
    expect(said(cloudwatchSynthetics, '.x.xx.')).toEqual(['down 1500000', 'up 1800000']);
  });

  it('let Checkly and Upptime tell a check whose last attempt failed', () => {
    expect(said(checkly, '.x.')).toEqual(['down 600100', 'up 1200100']);
    expect(said(upptime, '.x.')).toEqual(['down 300100', 'up 600100']);
  });

  it('measure the end from the last failed check to the first passed one', () => {
    const ends = messagesOf(gatus, checksOf(gatus, 'xxx..')).filter(({ says }) => says === 'up');
    expect(ends).toEqual([{ at: 240_100, says: 'up', widthMs: 60_100 }]);
  });

  it('let Prometheus tell what fails for five minutes, all services in one message', () => {
    const { joins } = prometheus;
    if (!joins) throw new Error('it joins nothing');
    const long = `.${'x'.repeat(12)}${'.'.repeat(9)}`;
    const checks = new Map([
      ['a', checksOf(prometheus, long)],
      ['b', checksOf(prometheus, long)],
      ['c', checksOf(prometheus, `.....${'x'.repeat(8)}${'.'.repeat(9)}`)],
      ['d', checksOf(prometheus, `.xxxx${'.'.repeat(17)}`)],
    ]);
    const told = joinedMessages(joins, checks, 30_000);
    expect(told.map(({ says, at, services }) => [says, at / 1_000, services.join(' ')])).toEqual([
      ['down', 420, 'a b'],
      ['down', 720, 'c'],
      ['up', 1_020, 'a b c'],
    ]);
  });

  it('say nothing while every check passes', () => {
    for (const model of [gatus, uptimeKuma, cloudwatchSynthetics, checkly, upptime]) {
      expect(said(model, '......')).toEqual([]);
    }
  });
});
