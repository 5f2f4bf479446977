import { describe, expect, it } from 'vitest';
import { parseCheckRequest, parseEvaluationRequest, parseTick } from '#lambda/messages';
import { aRequest, NINE_FIFTEEN } from '../support/builders.ts';
import { aRecordOf } from '../support/records.ts';

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
