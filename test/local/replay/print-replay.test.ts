import { describe, expect, it } from 'vitest';
import type { Delivered } from '#local/replay/inbox';
import { printMessages } from '#local/replay/print-replay';

const message: Delivered = {
  notice: 'moel-20240718-0915#5',
  type: 'closed',
  messageId: 'm-1',
  subject: '[복구] 고용24 외 3곳',
  sms: '[복구] 고용24 외 3곳 11:57 정상화',
  email: '복구되었습니다.',
};
const printed = (one: Delivered) =>
  printMessages({ messages: [one], posts: [], displayName: 'Bonghwa', language: 'ko' });

describe('a message of a replay', () => {
  it('for subscribers of some services says so, lest it look like a second one to everybody', () => {
    expect(printed({ ...message, own: true })).toContain('closed (일부 서비스만 구독한 사람에게)');
  });

  it('for everybody names no audience', () => {
    expect(printed(message)).toContain('closed\n');
  });
});
