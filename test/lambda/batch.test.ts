import { describe, expect, it } from 'vitest';
import { METRICS } from '#contract/metrics';
import { type BatchPorts, eachRecord } from '#lambda/batch';
import { parseEvaluationRequest } from '#lambda/messages';
import { aRecordOf } from '../support/records.ts';

function bench() {
  const counted: unknown[] = [];
  const returned: unknown[] = [];
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const ports: BatchPorts = {
    name: 'evaluator',
    log: { info: log, warn: log, error: log },
    metrics: { count: (...all) => void counted.push(all) },
    messageReturn: { soon: async (message) => void returned.push(message) },
  };
  return { ports, counted, returned, logged };
}

const steps = {
  parse: ({ messageId }: { messageId: string }) => messageId,
  handle: async (id: string) => {
    if (id === 'b') throw new Error('no');
  },
};

describe('a batch', () => {
  it('gives back only the records that failed', async () => {
    const records = ['a', 'b', 'c'].map((id) => aRecordOf({}, id));
    const { ports } = bench();
    expect(await eachRecord({ Records: records }, ports, steps)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'b' }],
    });
  });

  it('counts a failed record, because Lambda takes the answer for a success', async () => {
    const { ports, counted } = bench();
    await eachRecord({ Records: [aRecordOf({}, 'b')] }, ports, steps);
    expect(counted).toEqual([[METRICS.messageFailed, 1, { function: 'evaluator' }]]);
  });

  it('lets a failed record come back soon, instead of hiding it and its group for a minute', async () => {
    const { ports, returned } = bench();
    await eachRecord({ Records: [aRecordOf({}, 'a'), aRecordOf({}, 'b')] }, ports, steps);
    expect(returned).toEqual([{ receiptHandle: '', receiveCount: 1 }]);
  });

  it('removes an unreadable message from the queue, because it would block the others', async () => {
    const { ports, counted, logged } = bench();
    const event = { Records: [aRecordOf('not json'), aRecordOf({ v: 2, group: 'moel' })] };
    const handle = () => Promise.reject(new Error('not reached'));
    expect(await eachRecord(event, ports, { parse: parseEvaluationRequest, handle })).toEqual({
      batchItemFailures: [],
    });
    expect(counted).toHaveLength(2);
    expect(logged).toEqual(['message dropped: not readable', 'message dropped: not readable']);
  });
});
