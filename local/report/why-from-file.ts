import { defined } from '#core/defined';
import type { Delivery } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { WithheldService } from '#core/outage/withheld';
import type { WhyOutage } from '#core/report/why';
import type { WhyNotice } from '#core/report/why-notices';
import {
  betweenOf,
  noSuchOutage,
  outageOf,
  readSummary,
  type SummaryFile,
} from '#local/report/from-file';
import { toldAs, type WhySource } from '#local/report/why-source';

type Told = SummaryFile['notices'][number];

/** Reads the output of `replay --json` or `simulate --json`. Throws InvalidInputError. */
export async function whyFromFile(file: string): Promise<WhySource> {
  const summary = await readSummary(file);
  return {
    async outage(id) {
      const found = summary.outages.find((one) => one.id === id);
      if (found) return whyOutageOf(found, summary);
      throw noSuchOutage(id, file, summary);
    },

    async service(id, { from, to }) {
      const isWithin = (at: string) => Date.parse(at) >= from && Date.parse(at) <= to;
      const withheld = summary.withheld
        .filter(({ service, at }) => service === id && isWithin(at))
        .map(withheldOf);
      const outages = summary.outages
        .filter(({ services }) => services.includes(id))
        .filter(({ startedBetween, endedBetween }) => {
          const ended = endedBetween ? Date.parse(endedBetween[1]) : Number.POSITIVE_INFINITY;
          return Date.parse(startedBetween[1]) <= to && ended >= from;
        });
      return { withheld, outages: outages.map((one) => whyOutageOf(one, summary)) };
    },
  };
}

function withheldOf(one: SummaryFile['withheld'][number]): WithheldService {
  const { at, startedBetween, endedBetween, ...rest } = one;
  return {
    ...rest,
    schema: 1,
    group: '',
    at: Date.parse(at),
    ...defined({
      startedBetween: startedBetween && betweenOf(startedBetween),
      endedBetween: endedBetween && betweenOf(endedBetween),
    }),
  };
}

function whyOutageOf(found: SummaryFile['outages'][number], summary: SummaryFile): WhyOutage {
  const outage = outageOf(found, summary);
  const own = summary.notices.filter((notice) => notice.outage === found.id);
  return { outage, notices: own.map((notice) => noticeOf(notice, outage)) };
}

function noticeOf(notice: Told, outage: Outage): WhyNotice {
  const { seq, type, services, severity, sms, deliveries } = notice;
  return {
    seq,
    type,
    as: toldAs(outage, notice),
    at: Date.parse(notice.at),
    services,
    severity,
    phone: sms !== undefined,
    ...(deliveries ? { deliveries: deliveries.map(deliveryOf) } : {}),
  };
}

function deliveryOf({ sentAt, ...rest }: NonNullable<Told['deliveries']>[number]): Delivery {
  return sentAt === undefined ? rest : { ...rest, sentAt: Date.parse(sentAt) };
}
