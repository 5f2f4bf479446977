import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#core/ports/ambient';
import type { Ledger } from '#core/ports/notices';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type {
  ArrivalStore,
  CommandStore,
  NoteStore,
  ReceiptStore,
  UpdateStore,
} from '#core/ports/people';
import type { ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';
import type { Configuration } from '#core/watch/configuration';
import { createArrivalStore } from './arrival-store.ts';
import { createBoardStore } from './board-store.ts';
import { createCommandStore } from './command-store.ts';
import { createGroupStore } from './group-store.ts';
import { createLedger } from './ledger.ts';
import { createNoteStore } from './note-store.ts';
import { createOutageStore } from './outage-store.ts';
import { createReceiptStore } from './receipt-store.ts';
import { createResultStore } from './result-store.ts';
import { createRollupStore } from './rollup-store.ts';
import { createTableClient } from './table-client.ts';
import { createUpdateStore } from './update-store.ts';
import { createWithheldStore } from './withheld-store.ts';

export interface StoresOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Decides which items have expired. */
  readonly clock: Clock;
  readonly retentionDays: Configuration['retentionDays'];
  readonly onUnreadable?: (where: string, error: unknown) => void;
}

export interface Stores {
  readonly results: ResultStore;
  readonly groups: GroupStore;
  readonly commands: CommandStore;
  readonly notes: NoteStore;
  readonly updates: UpdateStore;
  readonly receipts: ReceiptStore;
  readonly arrivals: ArrivalStore;
  readonly outages: OutageStore;
  readonly ledger: Ledger;
  readonly rollups: RollupStore;
  readonly board: BoardStore;
  readonly withheld: WithheldStore;
}

/** All stores on one table. */
export function createStores(options: StoresOptions): Stores {
  const table = createTableClient(options);
  return {
    results: createResultStore(table, options.retentionDays),
    groups: createGroupStore(table, options.clock),
    commands: createCommandStore(table, options.retentionDays.others),
    notes: createNoteStore(table),
    updates: createUpdateStore(table),
    receipts: createReceiptStore(table),
    arrivals: createArrivalStore(table),
    outages: createOutageStore(table, options.clock),
    ledger: createLedger(table, options.clock),
    rollups: createRollupStore(table),
    board: createBoardStore(table),
    withheld: createWithheldStore(table),
  };
}
