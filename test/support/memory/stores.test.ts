import { storesContract } from '../../adapters/dynamodb/contract.ts';
import { CONTRACT_RETENTION } from '../../adapters/dynamodb/stores.ts';
import { memoryStores } from './stores.ts';

let now = 0;
const clock = { now: () => now, secondsUntil: () => 0 };

storesContract('memory', {
  start: async () => {},
  stop: async () => {},
  stores: async () => ({
    ...memoryStores(clock, CONTRACT_RETENTION),
    setNow: (at) => {
      now = at;
    },
  }),
});
