import type { EvaluationRequest } from '#contract/messages';
import { METRICS } from '#contract/metrics';
import { noticeContext } from '#core/detection/context';
import { drillRecord } from '#core/detection/drill';
import { composeNotice } from '#core/notice/compose-notice';
import { newRow, withheld } from '#core/notice/ledger';
import { SECOND } from '#core/time/time';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';

export type ProofRequest = Pick<EvaluationRequest, 'group' | 'at'>;

/** Ledger key of the rows of an end-to-end check. */
export function proofId({ group, at }: ProofRequest): string {
  return `${group}-end-to-end-${at}`;
}

/**
 * The last hop of the end-to-end check: writes a notice for every channel, as before sending, and
 * marks it as withheld. Nothing is sent.
 */
export async function proveLedger(request: ProofRequest, ports: EvaluatePorts): Promise<void> {
  const { group, at } = request;
  const { configuration, channels, ledger, clock, metrics } = ports;
  const services = configuration.catalogue.services
    .filter((service) => service.group === group)
    .map(({ id }) => id);
  const facts = { id: proofId(request), group, at, by: 'end-to-end', services };
  const notice = composeNotice(
    { outage: drillRecord(facts), seq: 1, type: 'opened', at },
    noticeContext(ports),
  );
  for (const channel of channels.filter((one) => one.accepts(notice))) {
    const row = newRow(notice, channel.name);
    await ledger.open(row);
    await ledger.update(withheld(row, 'end-to-end'));
  }
  metrics.count(METRICS.timeToLedger, (clock.now() - at) / SECOND, {});
}
