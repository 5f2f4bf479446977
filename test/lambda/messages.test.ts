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

  it('of a carrier that answered come back too', () => {
    const carrier = {
      outage: 'moel-20240718-0916',
      notice: 'moel-20240718-0916#1',
      channel: 'sns',
      route: 'primary' as const,
      id: 'e-1',
      phone: '…5678',
      delivered: false,
      says: 'Blocked as spam by phone carrier',
    };
    const request = { v: 1, group: 'moel', at: 0, reason: 'carrier', carrier } as const;
    expect(parseEvaluationRequest(aRecordOf(request))).toEqual(request);
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
