import { describe, expect, it } from 'vitest';
import { PublishError } from '#core/errors';
import type { Notice } from '#core/notice/notice';
import type { NoticeType } from '#core/outage/telling';
import type { Channel } from '#core/ports/notices';
import { NINE_FIFTEEN } from '../../support/builders.ts';

const TYPES: readonly NoticeType[] = ['opened', 'updated', 'reminder', 'closed', 'attention'];

export function aNotice(type: NoticeType, change: Partial<Notice> = {}): Notice {
  return {
    id: `moel-20240718-0915#${TYPES.indexOf(type) + 1}`,
    outage: 'moel-20240718-0915',
    seq: TYPES.indexOf(type) + 1,
    type,
    group: 'moel',
    services: ['work24', 'eps'],
    severity: 'critical',
    at: NINE_FIFTEEN,
    subject: '[장애] 고용24 외 1곳',
    text: '고용24에 접속할 수 없습니다.',
    ...(type === 'opened' || type === 'closed' ? { sms: '[장애] 고용24 09:15~' } : {}),
    ...change,
  };
}

export interface ChannelUnderTest {
  /** A channel whose provider accepts everything. */
  working(): Channel;
  /** A channel whose provider refuses everything. */
  refusing(): Channel;
}

/** The promises of every channel: the docstrings of the port as tests. */
export function describeChannel(title: string, { working, refusing }: ChannelUnderTest): void {
  describe(`the channel ${title}`, () => {
    const accepted = () => {
      const found = TYPES.map((type) => aNotice(type)).find((one) => working().accepts(one));
      if (!found) throw new Error('It accepts nothing.');
      return found;
    };

    it('has a name that fits into a key of the ledger', () => {
      expect(working().name).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    it('gives the same answer about a notice each time', () => {
      const channel = working();
      for (const notice of TYPES.map((type) => aNotice(type))) {
        const asked = [1, 2, 3].map(() => channel.accepts(notice));
        expect(new Set(asked).size).toBe(1);
      }
    });

    it('gives the id under which the provider took the notice', async () => {
      expect(await working().send(accepted(), 'primary')).toMatch(/./);
    });

    it('says which notice was not taken, and that it is sent again', async () => {
      const notice = accepted();
      const error = await refusing()
        .send(notice, 'primary')
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PublishError);
      expect(String(error)).toContain(notice.id);
    });
  });
}
