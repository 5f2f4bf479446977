import { defined } from '#core/defined';
import type { Command, CommandOutcome } from '#core/detection/command';
import type { GroupState } from '#core/detection/group-state';
import { VersionConflictError } from '#core/errors';
import type { BoardGroup } from '#core/history/board';
import type { Rollup, Totals } from '#core/history/rollup';
import type { Outage } from '#core/outage/outage';
import type { OutageUpdate } from '#core/outage/update';
import type { WithheldService } from '#core/outage/withheld';
import type { Clock } from '#core/ports/ambient';
import type { OutageStore, WithheldStore } from '#core/ports/outage-records';
import type { CommandStore, UpdateStore } from '#core/ports/people';
import type { ResultStore } from '#core/ports/results';
import type { BoardStore, GroupStore, RollupStore } from '#core/ports/states';
import type { Result } from '#core/run/result';
import { DAY, type Instant } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { memoryLedger } from './ledger.ts';
import { pageOf } from './page.ts';

/**
 * Every store behind its port, with the conditions that the ports' docstrings promise. Stored
 * objects are returned without a copy, because core never changes its input.
 */
export function memoryStores(clock: Clock, retentionDays: Configuration['retentionDays']) {
  return {
    results: memoryResults(clock, retentionDays),
    groups: memoryGroups(),
    commands: memoryCommands(),
    outages: memoryOutages(),
    ledger: memoryLedger(),
    rollups: memoryRollups(),
    board: memoryBoard(),
    withheld: memoryWithheld(clock),
    updates: memoryUpdates(),
  };
}

function memoryResults(
  clock: Clock,
  { passed, others }: Configuration['retentionDays'],
): ResultStore {
  /** By service, in order of scheduled time and run. */
  const stored = new Map<string, Result[]>();
  const isKept = ({ result, finishedAt }: Result) =>
    clock.now() < finishedAt + (result === 'passed' ? passed : others) * DAY;
  const kept = (service: string) => (stored.get(service) ?? []).filter(isKept);
  return {
    async put(result) {
      const own = stored.get(result.service) ?? [];
      stored.set(result.service, own);
      if (own.some(({ run }) => run === result.run)) return 'duplicate';
      own.splice(own.findLastIndex((other) => isBefore(other, result)) + 1, 0, result);
      return 'stored';
    },
    async since(service, since) {
      const own = stored.get(service) ?? [];
      const first = own.findLastIndex(({ scheduledAt }) => scheduledAt < since) + 1;
      return own.slice(first).filter(isKept);
    },
    async list(query) {
      const { service, from, to, check, result, kind } = query;
      const found = kept(service).filter(
        (one) =>
          one.scheduledAt >= from &&
          one.scheduledAt < to &&
          (check === undefined || one.check === check) &&
          (result === undefined || one.result === result) &&
          (kind === undefined || one.kind === kind),
      );
      const question = JSON.stringify({ service, from, to, check, result, kind });
      return pageOf(found.toReversed(), { ...query, question, idOf: ({ run }) => run });
    },
    async get(service, run) {
      return kept(service).find((result) => result.run === run);
    },
  };
}

function isBefore(a: Result, b: Result): boolean {
  return a.scheduledAt < b.scheduledAt || (a.scheduledAt === b.scheduledAt && a.run < b.run);
}

function memoryGroups(): GroupStore {
  const stored = new Map<string, GroupState>();
  return {
    async load(group) {
      return stored.get(group);
    },
    async commit(state) {
      if ((stored.get(state.group)?.version ?? 0) !== state.version - 1) {
        throw new VersionConflictError(`${state.group} has moved on.`, 'Evaluate again.');
      }
      stored.set(state.group, state);
    },
  };
}

function memoryCommands(): CommandStore {
  const stored = new Map<string, Command>();
  const outcomes = new Map<string, CommandOutcome>();
  return {
    async put(command) {
      stored.set(`${command.group} ${command.id}`, command);
    },
    async after(group, after) {
      return [...stored.values()]
        .filter((command) => command.group === group && command.id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async get(group, id) {
      return stored.get(`${group} ${id}`);
    },
    async outcome(group, id) {
      return outcomes.get(`${group} ${id}`);
    },
    async putOutcome(group, outcome) {
      outcomes.set(`${group} ${outcome.command}`, outcome);
    },
  };
}

function memoryOutages(): OutageStore {
  const stored = new Map<string, Outage>();
  const positionOf = (id: string) => `${/\d{8}-\d{4}/.exec(id)?.[0] ?? ''}#${id}`;
  return {
    async put(outage) {
      if ((stored.get(outage.id)?.revision ?? 0) > (outage.revision ?? 0)) return;
      stored.set(outage.id, outage);
    },
    async get(id) {
      return stored.get(id);
    },
    async list(query) {
      const { from, to, state, service } = query;
      const found = [...stored.values()]
        .filter(
          (one) =>
            (to === undefined || one.startedBetween.by < to) &&
            (from === undefined || (one.endedBetween?.by ?? Number.POSITIVE_INFINITY) >= from) &&
            (state === undefined || one.state === state) &&
            (service === undefined || one.incidents.some((each) => each.service === service)),
        )
        .sort((a, b) => (positionOf(a.id) < positionOf(b.id) ? 1 : -1));
      const question = JSON.stringify({ from, to, state, service });
      return pageOf(found, { ...query, question, idOf: ({ id }) => id });
    },
  };
}

function memoryRollups(): RollupStore {
  const stored = new Map<string, Rollup>();
  const totals = new Map<string, { readonly group: string; readonly own: Totals }>();
  const range: RollupStore['range'] = async (check, period, from: Instant, to: Instant) => {
    return [...stored.values()]
      .filter((one) => one.check === check && one.period === period)
      .filter(({ start }) => start >= from && start < to)
      .sort((a, b) => a.start - b.start);
  };
  return {
    async put(rollup) {
      const key = `${rollup.check} ${rollup.period} ${rollup.start}`;
      if (stored.get(key)?.frozen) return;
      stored.set(key, rollup);
    },
    range,
    withLayers: range,
    exactRange: range,
    async addTotals(group, rollups) {
      for (const { check, period, start, seconds, blips } of rollups) {
        const own = { check, period, start, seconds, ...defined({ blips }) };
        totals.set(`${group} ${check} ${period} ${start}`, { group, own });
      }
    },
    async totals(group, period, from, to) {
      return [...totals.values()]
        .filter((one) => one.group === group && one.own.period === period)
        .map(({ own }) => own)
        .filter(({ start }) => start >= from && start < to)
        .sort((a, b) => a.start - b.start);
    },
  };
}

function memoryWithheld(clock: Clock): WithheldStore {
  const stored = new Map<string, WithheldService>();
  return {
    async put(withheld) {
      stored.set(`${withheld.service} ${withheld.at}`, withheld);
    },
    async range(service, from, to) {
      return [...stored.values()]
        .filter((one) => one.service === service && one.at >= from && one.at < to)
        .filter(({ at }) => clock.now() < at + 90 * DAY)
        .sort((a, b) => a.at - b.at);
    },
  };
}

function memoryUpdates(): UpdateStore {
  const stored: OutageUpdate[] = [];
  return {
    async add(update) {
      stored.push(update);
    },
    async since(from) {
      return stored.filter(({ at }) => at >= from).toSorted((a, b) => a.at - b.at);
    },
  };
}

function memoryBoard(): BoardStore {
  const stored = new Map<string, BoardGroup>();
  return {
    async put(group) {
      stored.set(group.group, group);
    },
    async get() {
      return [...stored.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
    },
  };
}
