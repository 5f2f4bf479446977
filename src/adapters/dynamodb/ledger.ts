import { TABLE } from '#contract/table';
import { FIRST_CHANNEL, inOrder, readRow } from '#core/notice/ledger';
import type { LedgerRow } from '#core/notice/notice';
import type { Clock } from '#core/ports/ambient';
import type { Ledger, LedgerKey, SentMessage } from '#core/ports/notices';
import { DAY } from '#core/time/time';
import { fromItem, type Key } from './item.ts';
import { LAST, type TableClient } from './table-client.ts';

/**
 * Carriers answer within 72 hours. Source: AWS End User Messaging SMS user guide, event
 * destinations.
 */
const REMEMBERED_MS = 7 * DAY;

/**
 * `LEDGER#<outage>` / `NOTICE#<notice id>` for the first channel, `NOTICE#<notice id>#<channel>`
 * for others. Written before a notice is sent and updated after. `MESSAGE#<message id>` /
 * `MESSAGE`: the row of a provider's message.
 */
export function createLedger(table: TableClient, clock: Clock): Ledger {
  async function get(key: LedgerKey): Promise<LedgerRow | undefined> {
    const item = await table.get(addressOf(key), { consistent: true });
    return item && readRow(fromItem<LedgerRow>(item));
  }
  return {
    get,

    async open(row) {
      const opened = await table.put(itemOf(row), { text: 'attribute_not_exists(pk)' });
      return opened ? 'opened' : 'exists';
    },

    claim(row) {
      return table.put(itemOf(row), {
        text: '#state <> :sent AND attempts = :before',
        names: { '#state': 'state' },
        values: { ':sent': { S: 'sent' }, ':before': { N: String(row.attempts - 1) } },
      });
    },

    async update(row) {
      const updated = await table.put(itemOf(row), {
        text: 'attribute_not_exists(#state) OR #state <> :sent',
        names: { '#state': 'state' },
        values: { ':sent': { S: 'sent' } },
      });
      return updated ? row : ((await get(row)) ?? row);
    },

    async amend(row) {
      await table.put(itemOf(row));
    },

    async remember(messageId, { notice, channel, route }) {
      const { outage, id, group } = notice;
      await table.put({
        key: messageKey(messageId),
        document: { notice: { outage, id, group }, channel, route } satisfies SentMessage,
        expiresAt: clock.now() + REMEMBERED_MS,
      });
    },

    async remembered(messageId) {
      const item = await table.get(messageKey(messageId), { consistent: true });
      return item && fromItem<SentMessage>(item);
    },

    async ofOutage(outage) {
      const items = await table.all({
        pk: partition(outage),
        from: 'NOTICE#',
        to: `NOTICE#${LAST}`,
        consistent: true,
      });
      return table.documents<LedgerRow>(items).map(readRow).toSorted(inOrder);
    },
  };
}

function partition(outage: string): string {
  return `LEDGER#${outage}`;
}

function messageKey(messageId: string): Key {
  return { pk: `${TABLE.messagePrefix}${messageId}`, sk: 'MESSAGE' };
}

function addressOf({ notice, channel }: LedgerKey): Key {
  const suffix = channel === FIRST_CHANNEL ? '' : `#${channel}`;
  return { pk: partition(notice.outage), sk: `NOTICE#${notice.id}${suffix}` };
}

function itemOf(row: LedgerRow) {
  return {
    key: addressOf(row),
    document: row,
    attributes: { state: row.state, attempts: row.attempts },
  };
}
