import { describe, expect, it } from 'vitest';
import { hears, type Subscriber } from '#core/notice/subscriber';
import { selectionOf } from '#core/outage/hearing';

const notice = {
  type: 'opened',
  services: ['work24', 'eps'],
  severity: 'critical',
  phone: true,
} as const;
const mail: Subscriber = { protocol: 'email', endpoint: 'a@example.kr' };

describe('a subscription', () => {
  it('without filters hears everything, a phone only what has a text for it', () => {
    expect(hears(mail, { ...notice, phone: false })).toBe(true);
    expect(hears({ ...mail, protocol: 'sms' }, notice)).toBe(true);
    expect(hears({ ...mail, protocol: 'sms' }, { ...notice, phone: false })).toBe(false);
  });

  it.each([
    [{ severities: ['warning', 'critical'] }, true],
    [{ severities: ['warning'] }, false],
    [{ types: ['closed', 'opened'] }, true],
    [{ types: ['closed'] }, false],
    [{ services: ['hrd-net', 'eps'] }, true],
    [{ services: ['hrd-net'] }, false],
    [{ services: ['eps'], types: ['closed'] }, false],
  ] as const)('with the filter %j hears the opening of two services: %s', (filter, heard) => {
    expect(hears({ ...mail, ...filter }, notice)).toBe(heard);
  });
});

describe('who subscribed to several services', () => {
  const both: Subscriber = { ...mail, services: ['eps', 'work24'] };

  it('hears notices for their selection, in whichever order they wrote it', () => {
    const to = { whole: false, several: [selectionOf(['work24', 'eps'])], alone: [] };
    expect(hears(both, { ...notice, to })).toBe(true);
    expect(hears({ ...both, services: ['work24', 'eps', 'hrd-net'] }, { ...notice, to })).toBe(
      false,
    );
  });

  it('hears no begin of one of them while another is already down', () => {
    const to = { whole: false, several: [], alone: ['eps'] };
    expect(hears(both, { ...notice, to })).toBe(false);
    expect(hears({ ...mail, services: ['eps'] }, { ...notice, to })).toBe(true);
  });
});
