import { describe, expect, it } from 'vitest';
import { CONTEXT, noticeOf, SIX } from '../../support/notices.ts';
import { outageOf } from '../../support/outages.ts';
import { PASSES, Watch } from '../../support/watch.ts';

const CODE = 'Zk3_a-9Qx1Lm';
const LINK = `https://api.example.kr/d/${CODE}`;
const outage = { ...outageOf(SIX), drill: true as const, drillCode: CODE };

describe('the record of a drill', () => {
  it('claims no text of a database', () => {
    const { outage: record } = new Watch().ask(60, { type: 'drill' });
    expect(record.cause?.databaseText).toBe(false);
    expect(record.incidents.map(({ databaseText }) => databaseText)).toEqual([false]);
  });
});

describe('the link of a drill', () => {
  it('stands in the SMS and in the email of its first notice, and in no other', () => {
    const { sms, text } = noticeOf('opened', { outage });
    expect(sms?.split('\n').at(-1)).toBe(LINK);
    expect(text).toContain(LINK);
    const closed = noticeOf('closed', { outage });
    expect(`${closed.sms}${closed.text}`).not.toContain(CODE);
  });

  it('does not exist without a code or without an address of the API', () => {
    const { drillCode: _, ...plain } = outage;
    const context = { ...CONTEXT, apiUrl: '' };
    for (const notice of [
      noticeOf('opened', { outage: plain }),
      noticeOf('opened', { outage, context }),
    ])
      expect(`${notice.sms}${notice.text}`).not.toContain('/d/');
  });

  it('has the code of the command', () => {
    const watch = new Watch().at(0, { 'work24/probe': PASSES });
    watch.ask(60, { type: 'drill', code: CODE });
    expect(watch.outage).toMatchObject({ drill: true, drillCode: CODE });
  });
});
