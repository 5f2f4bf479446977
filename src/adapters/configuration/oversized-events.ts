import { problem } from '#adapters/configuration/explain';
import {
  MOST_EVENT_BYTES,
  MOST_WEBHOOK_BYTES,
  webhookBody,
} from '#core/formats/webhooks/webhook-body';
import { composeNotice } from '#core/notice/compose-notice';
import type { Outage } from '#core/outage/outage';
import type { Localised } from '#core/time/duration';
import type { Configuration } from '#core/watch/configuration';

/** Webhooks, and the bus, whose message about an outage of a whole group would be too large. */
export function oversizedEvents(configuration: Configuration, stage: string): readonly Localised[] {
  const { catalogue, texts, api, webhooks } = configuration;
  const context = { catalogue, texts, apiUrl: api.url, stage };
  const everything = { id: 'bus', format: 'json' } as const;
  return catalogue.groups.flatMap(({ id }) => {
    const order = { outage: wholeGroup(configuration, id), seq: 1, type: 'opened', at: 0 } as const;
    const notice = composeNotice(order, context);
    return [everything, ...webhooks].flatMap((webhook) => {
      const body = JSON.stringify(webhookBody(webhook, notice, context));
      const bytes = new TextEncoder().encode(body).length;
      const most = webhook === everything ? MOST_EVENT_BYTES : MOST_WEBHOOK_BYTES;
      if (bytes <= most) return [];
      const en = `an outage of ${id} would be ${bytes} bytes; ${most} are allowed at most`;
      const ko = `${id} 장애 메시지가 ${bytes}바이트가 되어 한도 ${most}바이트를 넘습니다`;
      return webhook === everything
        ? [problem('groups', id, { en: `${en}: split the group`, ko: `${ko}. 그룹을 나누십시오` })]
        : [problem('webhooks', webhook.id, { en, ko })];
    });
  });
}

function wholeGroup({ catalogue }: Configuration, group: string): Outage {
  const startedBetween = { after: 0, by: 0 };
  const met = { layer: 'data', kind: 'timeout', databaseText: false } as const;
  return {
    schema: 1,
    id: `${group}-19700101-0900`,
    group,
    state: 'open',
    cause: { ...met, confidence: 'likely', shared: true },
    incidents: catalogue.services
      .filter((service) => service.group === group)
      .map(({ id }) => ({
        ...met,
        service: id,
        startedBetween,
        passedLayers: [],
        runs: [],
        evidence: [],
      })),
    unaffected: [],
    startedBetween,
    openedAt: 0,
    downSeconds: 0,
    recurrences: 0,
    notes: [],
    timeline: [],
  };
}
