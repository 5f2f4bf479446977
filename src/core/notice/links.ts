import { defined } from '#core/defined';
import type { NoticeContext } from '#core/notice/compose-notice';
import type { Notice } from '#core/notice/notice';

/** Permanent addresses. Absent if the address of the API or the page is unknown. */
export interface NoticeLinks {
  /** The public status. */
  readonly status?: string;
  /** The complete record. Needs a token. */
  readonly record?: string;
  readonly runbook?: string;
}

export function linksOf(
  { facts, outage, services }: Notice,
  { texts, apiUrl }: Pick<NoticeContext, 'texts' | 'apiUrl'>,
): NoticeLinks {
  const status = texts.statusUrl || (apiUrl && `${apiUrl}/v1/status`) || undefined;
  const record =
    facts?.about === 'blip'
      ? `${apiUrl}/on-call/runs/${services[0]}/${facts.blip.run}`
      : `${apiUrl}/on-call/outages/${outage}`;
  const hasRecord = apiUrl !== '' && facts !== undefined && facts.about !== 'attention';
  return defined({
    status,
    record: hasRecord ? record : undefined,
    runbook: texts.runbookUrl || undefined,
  });
}
