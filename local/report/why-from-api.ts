import { z } from 'zod';
import { defined } from '#core/defined';
import type { Delivery } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { WithheldService } from '#core/outage/withheld';
import type { StateNow, WhyOutage } from '#core/report/why';
import type { WhyNotice } from '#core/report/why-notices';
import { service as serviceShape } from '#lambda/api/schemas/status';
import { withheldServices } from '#lambda/api/schemas/withheld';
import { type ApiOptions, answerOf } from '#local/report/api-client';
import { betweenOf, type Detail, detailFromApi, outageOf } from '#local/report/from-api';
import { toldAs, type WhySource } from '#local/report/why-source';

/** Maximum number of a service's outages that are shown in full. */
const MOST_OUTAGES = 3;

const listed = z.object({ items: z.array(z.object({ id: z.string() })) });

type Told = Detail['notices'][number];

/**
 * Uses the history API. Its methods throw UnknownNameError, InvalidInputError, MonitorFaultError.
 */
export function whyFromApi(options: ApiOptions): WhySource {
  return {
    outage: async (id) => whyOutageOf(await detailFromApi(id, options)),

    async service(id, { from, to }) {
      const span = `from=${isoQuery(from)}&to=${isoQuery(to)}`;
      const what = `service ${id}`;
      const path = `/v1/services/${encodeURIComponent(id)}`;
      const state = await answerOf({ path, what }, serviceShape, options);
      const reasons = { path: `${path}/withheld?${span}`, what };
      const { items } = await answerOf(reasons, withheldServices, options);
      const query = `service=${encodeURIComponent(id)}&limit=${MOST_OUTAGES}&${span}`;
      const page = await answerOf({ path: `/v1/outages?${query}`, what }, listed, options);
      const details = page.items.map((one) => detailFromApi(one.id, options));
      const outages = (await Promise.all(details)).toReversed().map(whyOutageOf);
      const withheld = items.map((item) => withheldOf(id, item));
      return { withheld, outages, now: stateNow(state) };
    },
  };
}

function stateNow({ state, checks }: z.output<typeof serviceShape>): StateNow {
  const last = Math.max(...checks.map(({ lastResult }) => Date.parse(lastResult?.at ?? '') || 0));
  return { state, ...defined({ lastResultAt: last > 0 ? last : undefined }) };
}

function isoQuery(at: number): string {
  return encodeURIComponent(new Date(at).toISOString());
}

type Answered = z.output<typeof withheldServices>['items'][number];

function withheldOf(service: string, answered: Answered): WithheldService {
  const { at, reason, run, layer, kind, startedBetween, endedBetween } = answered;
  return {
    schema: 1,
    group: '',
    service,
    at: Date.parse(at),
    reason,
    ...(run === null ? {} : { run }),
    ...(layer === null ? {} : { layer }),
    ...(kind === null ? {} : { kind }),
    ...(startedBetween === null ? {} : { startedBetween: betweenOf(startedBetween) }),
    ...(endedBetween === null ? {} : { endedBetween: betweenOf(endedBetween) }),
  };
}

function whyOutageOf(detail: Detail): WhyOutage {
  const outage = outageOf(detail);
  return { outage, notices: detail.notices.map((notice) => noticeOf(notice, outage)) };
}

function noticeOf(notice: Told, outage: Outage): WhyNotice {
  const { seq = 0, type, services, severity, sms, deliveries = [] } = notice;
  return {
    seq,
    type,
    as: toldAs(outage, { seq, type }),
    at: Date.parse(notice.at),
    services,
    severity,
    phone: sms !== null,
    deliveries: deliveries.map(deliveryOf),
  };
}

function deliveryOf(given: NonNullable<Told['deliveries']>[number]): Delivery {
  const { channel, state, attempts, sentAt, messageId, lastError, carrier } = given;
  return {
    channel,
    state,
    attempts,
    ...(sentAt === null ? {} : { sentAt: Date.parse(sentAt) }),
    ...(messageId === null ? {} : { messageId }),
    ...(lastError === null ? {} : { lastError }),
    ...defined({ carrier: carrier ?? undefined }),
  };
}
