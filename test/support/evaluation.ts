import type { CheckRequest } from '#contract/messages';
import type { GroupState } from '#core/detection/group-state';
import type { LedgerRow, Notice, Route } from '#core/notice/notice';
import type { Channel } from '#core/ports/notices';
import type { Result } from '#core/run/result';
import { SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { type EvaluationOutcome, evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { NINE_FIFTEEN } from './builders.ts';
import { channelOf } from './channels.ts';
import { memoryLedger } from './memory/ledger.ts';
import { memoryStores } from './memory/stores.ts';
import { HANGS } from './results.ts';
import { PASSES, quick, Watch } from './watch.ts';

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
}

/** The evaluator on stores in memory, its clock set by the test. */
export class EvaluationBench {
  readonly rows = new Map<string, LedgerRow>();
  readonly published: { readonly notice: Notice; readonly route: Route }[] = [];
  readonly asked: CheckRequest[] = [];
  readonly logged: Logged[] = [];
  readonly counted: Record<string, number> = {};
  ports: EvaluatePorts;
  now = NINE_FIFTEEN;

  constructor(configuration: Configuration = quick()) {
    const clock = { now: () => this.now, secondsUntil: () => 0 };
    const log = (level: Logged['level']) => (event: string) => this.logged.push({ level, event });
    this.ports = {
      ...memoryStores(clock, configuration.retentionDays),
      ledger: memoryLedger(this.rows),
      clock,
      channels: [
        channelOf({
          send: async (notice, route) => {
            this.published.push({ notice, route });
            return `message-${this.published.length}`;
          },
        }),
      ],
      checkQueue: { send: async (requests) => void this.asked.push(...requests) },
      metrics: {
        count: (name, value) => {
          this.counted[name] = (this.counted[name] ?? 0) + value;
        },
      },
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      configuration,
      stage: 'prod',
    };
  }

  /** Runs of a second that end `seconds` after 09:15, then an evaluation. */
  async at(seconds: number, runs: Readonly<Record<string, Partial<Result>>> = {}) {
    this.now = NINE_FIFTEEN + seconds * SECOND;
    const watch = new Watch(this.ports.configuration);
    for (const [check, seen] of Object.entries(runs)) {
      await this.ports.results.put(watch.result(check, this.now, seen));
    }
    return this.evaluate();
  }

  evaluate(group = 'moel'): Promise<EvaluationOutcome> {
    return evaluateGroup({ v: 1, group, at: this.now, reason: 'tick' }, this.ports);
  }

  /** Replaces a method of a port until the returned function is called. */
  replace<Name extends keyof EvaluatePorts>(name: Name, change: Partial<EvaluatePorts[Name]>) {
    const before = this.ports;
    this.ports = { ...before, [name]: Object.assign({}, before[name], change) };
    return () => {
      this.ports = before;
    };
  }

  /** Replaces the only channel's `send` until the returned function is called. */
  sendBy(send: Channel['send']) {
    const before = this.ports;
    this.ports = { ...before, channels: [channelOf({ send })] };
    return () => {
      this.ports = before;
    };
  }

  get types(): readonly string[] {
    return this.published.map(({ notice }) => notice.type);
  }

  row(index = 0): LedgerRow | undefined {
    return [...this.rows.values()][index];
  }
}

/** The outage of the helpers below. */
export const OUTAGE_ID = 'moel-20240718-0916';

export const work24 = (seen: Partial<Result>) => ({ 'work24/probe': seen });

/** Confirmed. The evaluation at 95 s announces it. */
export async function aboutToAnnounce(): Promise<EvaluationBench> {
  const bench = new EvaluationBench();
  await bench.at(0, work24(PASSES));
  await bench.at(60, work24(HANGS));
  await bench.at(65, work24(HANGS));
  return bench;
}

export async function stateOf(bench: EvaluationBench): Promise<GroupState> {
  const found = await bench.ports.groups.load('moel');
  if (!found) throw new Error('no state');
  return found;
}
