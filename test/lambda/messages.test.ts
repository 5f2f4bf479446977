import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { eachRecord } from '#lambda/batch';
import { parseCheckRequest, parseEvaluationRequest, parseTick } from '#lambda/messages';
import { aRequest, NINE_FIFTEEN } from '../support/builders.ts';

function aRecordOf(body: unknown, messageId = 'm'): SQSRecord {
  return {
    messageId,
    receiptHandle: '',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  };
}

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('queue messages', () => {
  it('come back as they were sent', () => {
    expect(parseCheckRequest(aRecordOf(aRequest()))).toEqual(aRequest());
    const evaluation = { v: 1, group: 'moel', at: NINE_FIFTEEN, reason: 'tick' } as const;
    expect(parseEvaluationRequest(aRecordOf(evaluation))).toEqual(evaluation);
  });

  it('are refused by the field that is wrong', () => {
    expect(() => parseCheckRequest(aRecordOf({ ...aRequest(), depth: 'cellar' }))).toThrow('depth');
    expect(() => parseEvaluationRequest(aRecordOf('not json'))).toThrow('evaluation request');
  });

  it('of a tick give its minute', () => {
    expect(parseTick({ scheduledTime: '2024-07-18T00:15:00Z' })).toBe(NINE_FIFTEEN);
    expect(() => parseTick({ scheduledTime: 'soon' })).toThrow('scheduledTime');
  });
});

describe('a batch', () => {
  it('gives back only the records that failed', async () => {
    const records = ['a', 'b', 'c'].map((id) => aRecordOf({}, id));
    const response = await eachRecord({ Records: records }, log, async ({ messageId }) => {
      if (messageId === 'b') throw new Error('no');
    });
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'b' }] });
  });
});
