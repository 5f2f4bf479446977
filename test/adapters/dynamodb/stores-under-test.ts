import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import type { Backend } from '../../../scripts/dynamodb-backends.ts';
import { storesContract } from './contract.ts';
import { CONTRACT_RETENTION } from './stores.ts';

/**
 * Tests the contract with the real adapters on one kind of DynamoDB, with a table for each test.
 */
export function dynamodbContract(name: string, start: () => Promise<Backend>): void {
  let backend: Backend;
  let tables = 0;
  storesContract(name, {
    start: async () => {
      backend = await start();
    },
    stop: () => backend.stop(),
    stores: async () => {
      tables += 1;
      const table = `contract-${tables}`;
      await ensureTable(backend.client, table);
      let now = 0;
      const clock = { now: () => now, secondsUntil: () => 0 };
      const stores = createStores({
        client: backend.client,
        table,
        clock,
        retentionDays: CONTRACT_RETENTION,
      });
      return {
        ...stores,
        setNow: (at) => {
          now = at;
        },
      };
    },
  });
}
