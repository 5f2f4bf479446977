import { createStores } from '#adapters/dynamodb/stores';
import { ensureTable } from '#adapters/dynamodb/table';
import { type Backend, startDynalite } from './backends.ts';
import { CONTRACT_RETENTION, storesContract } from './contract.ts';

let backend: Backend;
let tables = 0;

storesContract('dynalite', {
  start: async () => {
    backend = await startDynalite();
  },
  stop: () => backend.stop(),
  stores: async () => {
    tables += 1;
    const table = `contract-${tables}`;
    await ensureTable(backend.client, table);
    let now = 0;
    const clock = { now: () => now, secondsUntil: () => 0 };
    return {
      ...createStores({
        client: backend.client,
        table,
        clock,
        retentionDays: CONTRACT_RETENTION,
      }),
      setNow: (at) => {
        now = at;
      },
    };
  },
});
