import { composeBlip } from '#core/notice/compose-blip';
import {
  composeAttention,
  composeNotice,
  type NoticeContext,
  type NoticeOrder,
} from '#core/notice/compose-notice';
import type { Notice } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { NoticeType } from '#core/outage/telling';
import { NOTICE_TYPES } from '#core/watch/webhooks';
import { catalogue } from '#portals/catalogues';
import { closedOf, ENDED, outageOf, STARTED, TEXTS } from './outages.ts';

export const CONTEXT: NoticeContext = {
  catalogue,
  texts: TEXTS,
  apiUrl: 'https://api.example.kr',
  stage: 'prod',
};
export const ENGLISH: NoticeContext = { ...CONTEXT, texts: { ...TEXTS, language: 'en' } };

export const SIX = catalogue.services.map(({ id }) => id);

/** A notice of each type about the outage of 18 July 2024, as the rules request it. */
export function noticeOf(
  type: NoticeType,
  change: Partial<NoticeOrder> & { readonly context?: NoticeContext } = {},
): Notice {
  const { context = CONTEXT, outage = outageOf(SIX), ...more } = change;
  if (type === 'blip') return blip(context);
  if (type === 'attention') return attention(context);
  const record: Outage = type === 'closed' ? closedOf(outage) : outage;
  const at = type === 'closed' ? ENDED.by + 180_000 : STARTED.by + 30_000;
  const seq = NOTICE_TYPES.indexOf(type) + 1;
  return composeNotice({ outage: record, seq, type, at, ...more }, context);
}

function attention(context: NoticeContext): Notice {
  const at = STARTED.by;
  const detail = 'The portal refused the account.';
  const kind = 'login-rejected';
  return composeAttention({ group: 'moel', seq: 1, at, kind, services: ['eps'], detail }, context);
}

function blip(context: NoticeContext): Notice {
  const failed = {
    service: 'work24',
    check: 'work24/probe',
    startedBetween: STARTED,
    endedBetween: { after: STARTED.by, by: STARTED.by + 60_000 },
    layer: 'data',
    kind: 'timeout',
    run: '1721261700000-work24-probe',
  } as const;
  return composeBlip(failed, 'moel', context);
}
