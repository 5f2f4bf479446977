import type { GroupState } from '#core/detection/group-state';
import type { Rollup } from '#core/history/rollup';
import type { LedgerRow } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import { type Instant, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { memoryLedger, rowKey } from '../support/memory/ledger.ts';
import { memoryStores } from '../support/memory/stores.ts';
import type { Observer } from './observer.ts';

export interface ObservedOptions {
  readonly observer: Observer;
  readonly retentionDays: Configuration['retentionDays'];
  readonly now: () => Instant;
  /** True if the next read does not show the latest write. */
  readonly isStale: () => boolean;
}

type StorePorts = Pick<
  EvaluatePorts,
  'groups' | 'results' | 'commands' | 'outages' | 'ledger' | 'rollups' | 'board' | 'withheld'
>;

/** Writes that a late read does not see yet. */
const LAG_MS = 2 * SECOND;

/** The true stores. The observer sees every write. Some reads are late. */
export class ObservedStores {
  readonly ports: StorePorts;
  readonly rows = new Map<string, LedgerRow>();
  readonly outages = new Map<string, Outage>();
  readonly rollups = new Map<string, Rollup>();
  current: GroupState | undefined;
  readonly #options: ObservedOptions;
  readonly #stores: ReturnType<typeof memoryStores>;

  constructor(options: ObservedOptions) {
    this.#options = options;
    const clock = { now: options.now, secondsUntil: () => 0 };
    this.#stores = memoryStores(clock, options.retentionDays);
    this.ports = {
      groups: this.#groups(),
      results: this.#results(),
      commands: this.#commands(),
      outages: this.#outages(),
      ledger: this.#ledger(),
      rollups: this.#rollups(),
      board: this.#stores.board,
      withheld: this.#stores.withheld,
    };
  }

  #groups(): StorePorts['groups'] {
    const { groups } = this.#stores;
    const { isStale, observer } = this.#options;
    let previous: GroupState | undefined;
    return {
      load: async (group) => (isStale() ? previous : groups.load(group)),
      commit: async (state) => {
        await groups.commit(state);
        previous = this.current;
        this.current = state;
        observer.committed(state);
      },
    };
  }

  #results(): StorePorts['results'] {
    const { results } = this.#stores;
    const { isStale, now, observer } = this.#options;
    const storedAt = new Map<string, Instant>();
    return {
      ...results,
      put: async (result) => {
        const stored = await results.put(result);
        if (stored === 'stored') {
          storedAt.set(result.run, now());
          observer.stored(result);
        }
        return stored;
      },
      since: async (service, since) => {
        const all = await results.since(service, since);
        if (!isStale()) return all;
        return all.filter(({ run }) => (storedAt.get(run) ?? 0) < now() - LAG_MS);
      },
    };
  }

  #commands(): StorePorts['commands'] {
    const { commands } = this.#stores;
    return {
      ...commands,
      put: async (command) => {
        await commands.put(command);
        this.#options.observer.asked(command);
      },
    };
  }

  #ledger(): StorePorts['ledger'] {
    const { isStale, observer } = this.#options;
    const ledger = memoryLedger(this.rows);
    const before = new Map<string, LedgerRow | undefined>();
    const remember = (row: LedgerRow) => before.set(rowKey(row), this.rows.get(rowKey(row)));
    return {
      ...ledger,
      get: async (key) => (isStale() ? before.get(rowKey(key)) : ledger.get(key)),
      claim: async (row) => {
        remember(row);
        return ledger.claim(row);
      },
      update: async (row) => {
        remember(row);
        const after = await ledger.update(row);
        if (this.rows.get(rowKey(row))?.state === 'sent') observer.marked(row);
        return after;
      },
    };
  }

  #outages(): StorePorts['outages'] {
    const { outages } = this.#stores;
    return {
      ...outages,
      put: async (outage) => {
        await outages.put(outage);
        const stored = await outages.get(outage.id);
        if (stored) this.outages.set(outage.id, stored);
      },
    };
  }

  #rollups(): StorePorts['rollups'] {
    const { rollups } = this.#stores;
    return {
      ...rollups,
      put: async (rollup) => {
        await rollups.put(rollup);
        this.rollups.set(`${rollup.check} ${rollup.period} ${rollup.start}`, rollup);
      },
    };
  }
}
