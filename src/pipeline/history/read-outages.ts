import { UnknownNameError } from '#core/errors';
import type { LedgerRow } from '#core/notice/notice';
import type { NumberedNote, Outage } from '#core/outage/outage';
import type { ListPage } from '#core/ports/list-page';
import type { OutageQuery } from '#core/ports/outage-records';
import type { HistoryPorts } from './history-ports.ts';
import { knownService } from './read-status.ts';

/** One page of outages. Throws UnknownNameError, InvalidCursorError. */
export async function readOutages(
  query: OutageQuery,
  ports: HistoryPorts,
): Promise<ListPage<Outage>> {
  if (query.service !== undefined) knownService(query.service, ports.configuration);
  return (await goingOn(query, ports)) ?? ports.outages.list(query);
}

/** Open outages are on the board, so older ones need no read. Undefined for any other query. */
async function goingOn(
  query: OutageQuery,
  ports: HistoryPorts,
): Promise<ListPage<Outage> | undefined> {
  const { state, service, from, to, cursor, limit } = query;
  const windowed = from !== undefined || to !== undefined || cursor !== undefined;
  if (state !== 'open' || windowed) return undefined;
  const ids = (await ports.board.get()).flatMap(({ openOutages }) =>
    openOutages.map(({ id }) => id),
  );
  if (ids.length > limit) return undefined;
  const outages = await Promise.all(ids.map((id) => ports.outages.get(id)));
  return {
    items: outages
      .filter((outage) => outage !== undefined)
      .filter((outage) => outage.state === 'open')
      .filter(({ incidents }) => !service || incidents.some((each) => each.service === service))
      .toSorted((a, b) => b.startedBetween.by - a.startedBetween.by),
  };
}

export interface OutageDetail {
  readonly outage: Outage;
  /** The newest. */
  readonly notes: ListPage<NumberedNote>;
  readonly notices: readonly LedgerRow[];
  /** Keys of the evidence, each once. */
  readonly evidence: readonly string[];
}

/** Number of notes returned with an outage. */
const NOTES_SHOWN = 50;

/** One outage with its notices and evidence. Throws UnknownNameError. */
export async function readOutage(id: string, ports: HistoryPorts): Promise<OutageDetail> {
  const [outage, notices, notes] = await Promise.all([
    knownOutage(id, ports),
    ports.ledger.ofOutage(id),
    ports.notes.list({ outage: id, limit: NOTES_SHOWN }),
  ]);
  const evidence = [...new Set(outage.incidents.flatMap((incident) => incident.evidence))];
  return { outage, notes, notices, evidence };
}

/** Throws UnknownNameError. */
export async function knownOutage(
  id: string,
  { outages }: Pick<HistoryPorts, 'outages'>,
): Promise<Outage> {
  const outage = await outages.get(id);
  if (outage) return outage;
  throw new UnknownNameError('There is no such outage.', 'GET /v1/outages lists them.');
}
