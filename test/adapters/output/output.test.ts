import { describe, expect, it } from 'vitest';
import { createMetrics } from '#adapters/output/embedded-metrics';
import { createLog } from '#adapters/output/json-log';
import { Secret } from '#core/run/secret';
import { NINE_FIFTEEN } from '../../support/builders.ts';

const clock = { now: () => NINE_FIFTEEN, secondsUntil: () => 0 };

describe('a log line', () => {
  it('is one JSON object with its time, and never a secret', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), clock);
    log.warn('logged in', { service: 'work24', password: new Secret('hunter2') });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'warn',
        event: 'logged in',
        at: '2024-07-18T00:15:00.000Z',
        service: 'work24',
        password: '[secret]',
      },
    ]);
  });
});

describe('a metric', () => {
  it('is a log line in the embedded metric format', () => {
    const lines: string[] = [];
    const metrics = createMetrics((line) => lines.push(line), clock, 'test');
    metrics.count('ResultStored', 1, { service: 'eps' });
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      _aws: {
        Timestamp: NINE_FIFTEEN,
        CloudWatchMetrics: [
          {
            Namespace: 'Bonghwa',
            Dimensions: [['service', 'stage']],
            Metrics: [{ Name: 'ResultStored', Unit: 'Count' }],
          },
        ],
      },
      service: 'eps',
      stage: 'test',
      ResultStored: 1,
    });
  });
});
