import type { CheckRequest } from '#contract/messages';
import type { Command, CommandAction } from '#core/detection/command';
import { emptyGroupState } from '#core/detection/empty-state';
import { LATE_AFTER_MS } from '#core/detection/schedule';
import type { Channel } from '#core/ports/notices';
import type { EvaluationQueue } from '#core/ports/queues';
import { type Instant, MINUTE, SECOND } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { seededRandom } from '#local/simulate/random';
import { dispatchTick } from '#pipeline/dispatch/dispatch-tick';
import { evaluateGroup } from '#pipeline/evaluate/evaluate-group';
import type { EvaluatePorts } from '#pipeline/evaluate/ports';
import { channelOf } from '../support/channels.ts';
import { isAtRest } from './at-rest.ts';
import {
  type FaultRates,
  type Invocation,
  NO_FAULTS,
  ratesOf,
  Trouble,
  unreliable,
} from './faults.ts';
import {
  GROUP,
  type History,
  historyOf,
  SERVICES,
  seenBy,
  simulatedConfiguration,
  without,
} from './history.ts';
import { ObservedStores } from './observed-stores.ts';
import { Observer, type Tally } from './observer.ts';

/** An ordinary morning, and a night in which an hour, a day and a month end together. */
const BEGINS = ['2024-07-18T09:10:00+09:00', '2024-07-31T23:50:00+09:00'].map(Date.parse);
const TROUBLE_MS = 14 * MINUTE;
/** An outage that came back twice closes after its services worked for two hours. */
const QUIET_MS = 140 * MINUTE;
/** The other seeds end as soon as nothing more can happen. */
const WHOLE_EVERY = 12;
const SETTLES_MS = 6 * MINUTE;
const REDELIVERED_AFTER_MS = 30 * SECOND;
const MOST_RECEIVES = 3;
/** The adapter gives up a publish that takes longer. */
const SLOWEST_PUBLISH_MS = 20 * SECOND;

/** Two independent channels: SMS and email, and one for outages only. */
const CHANNELS: readonly Channel[] = [
  channelOf(),
  channelOf({
    name: 'events',
    hasFallback: false,
    accepts: ({ type }) => type !== 'attention',
  }),
];

type Wrap = <Port extends object>(name: string, port: Port) => Port;

/** The ports of a broken design, which the simulation must detect. */
export type Breakage = (ports: EvaluatePorts) => EvaluatePorts;

export interface SimulationOptions {
  readonly seed: number;
  readonly breakage?: Breakage;
  readonly onTrace?: (line: string) => void;
}

type Message =
  | { readonly type: 'tick'; readonly minute: Instant }
  | { readonly type: 'run'; readonly request: CheckRequest }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'evaluation' };

/** True for neither a command nor a requested run. */
function isRoutine(message: Message): boolean {
  return message.type !== 'command' && !(message.type === 'run' && message.request.urgent);
}

interface Event {
  readonly at: Instant;
  readonly order: number;
  readonly message: Message;
  readonly receives: number;
}

const whole = simulatedConfiguration();
const SWITCHED_OFF = SERVICES[1] ?? '';
const reduced = without(whole, SWITCHED_OFF);

export interface Played {
  /** The promises that were broken. */
  readonly violations: readonly string[];
  readonly tally: Readonly<Tally>;
}

/** Plays one seed to its end, or to the first promise that is broken. */
export async function simulateFaults(options: SimulationOptions): Promise<Played> {
  const simulation = new FaultSimulation(options);
  await simulation.play();
  return simulation.observer;
}

/** The real pipeline on stores in memory, with the faults of the seed. */
class FaultSimulation {
  readonly observer = new Observer(CHANNELS);
  readonly #options: SimulationOptions;
  readonly #random: () => number;
  readonly #from: Instant;
  readonly #history: History;
  readonly #rates: FaultRates;
  /** A channel that refuses everything while faults last. */
  readonly #dead: string | undefined;
  /** When a service is switched off, down or not. */
  readonly #offAt: Instant;
  readonly #stores: ObservedStores;
  #events: Event[] = [];
  #order = 0;
  #now: Instant;

  constructor(options: SimulationOptions) {
    this.#options = options;
    const random = seededRandom(options.seed);
    this.#random = random;
    this.#from = BEGINS[random() < 0.7 ? 0 : 1] ?? 0;
    this.#now = this.#from;
    this.#history = historyOf(random, this.#from, this.#from + TROUBLE_MS);
    this.#rates = ratesOf(random);
    this.#dead = random() < 0.3 ? CHANNELS[random() < 0.5 ? 0 : 1]?.name : undefined;
    const off = random() < 0.15 ? random() * TROUBLE_MS : Number.POSITIVE_INFINITY;
    this.#offAt = this.#from + off;
    this.#stores = new ObservedStores({
      observer: this.observer,
      retentionDays: whole.retentionDays,
      now: () => this.#now,
      isStale: () => random() < this.#ratesNow().stale,
    });
  }

  async play(): Promise<void> {
    const end = this.#from + TROUBLE_MS + QUIET_MS;
    this.#add(this.#from, { type: 'tick', minute: this.#from });
    this.#addCommands();
    for (let next = this.#events.shift(); next && next.at <= end; next = this.#events.shift()) {
      this.#now = Math.max(this.#now, next.at);
      await this.#handle(next);
      if (this.observer.violations.length > 0) return;
      if (next.message.type === 'tick' && this.#isOver()) break;
    }
    // Passes since the last tick wait for the next one.
    this.#now = this.#isOver() ? this.#now : end;
    await this.#evaluate({ name: 'last', dead: false, faults: 0 }, 0);
    const { current, rows, outages, rollups } = this.#stores;
    const state = current ?? emptyGroupState(GROUP, this.#from);
    this.observer.settled(state, [...rows.values()], [...outages.values()]);
    this.observer.rolledUp([...rollups.values()]);
  }

  /**
   * Faults stop when the faults of the services stop. They begin with the group's first state,
   * because before it nobody knows which results were read.
   */
  #ratesNow(): FaultRates {
    return this.#hasTrouble() && this.#stores.current ? this.#rates : NO_FAULTS;
  }

  #hasTrouble(): boolean {
    return this.#now < this.#from + TROUBLE_MS;
  }

  #isOver(): boolean {
    const { current } = this.#stores;
    const isBrief = this.#options.seed % WHOLE_EVERY !== 0;
    if (!isBrief || !current || this.#now < this.#from + TROUBLE_MS + SETTLES_MS) return false;
    return this.#events.every(({ message }) => isRoutine(message)) && isAtRest(current, this.#now);
  }

  get #configuration(): Configuration {
    return this.#now < this.#offAt ? whole : reduced;
  }

  async #handle(event: Event): Promise<void> {
    const { message, receives } = event;
    const invocation: Invocation = { name: message.type, dead: false, faults: 0 };
    this.#trace(message.type === 'run' ? message.request.run : message.type);
    try {
      if (message.type === 'tick') await this.#tick(message.minute, invocation, receives);
      else if (message.type === 'run') await this.#run(message.request, invocation);
      else if (message.type === 'command') await this.#command(message.command, invocation);
      else await this.#evaluate(invocation, 0);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#trace(`${message.type} failed: ${error.name} ${error.message}`);
      if (error instanceof TypeError || error instanceof RangeError) throw error;
      if (receives < MOST_RECEIVES) {
        this.#add(this.#now + REDELIVERED_AFTER_MS, message, receives + 1);
      }
    }
  }

  async #tick(minute: Instant, invocation: Invocation, receives: number): Promise<void> {
    if (receives === 1) this.#add(minute + MINUTE, { type: 'tick', minute: minute + MINUTE });
    const ports = this.#evaluatePorts(invocation, 1);
    const { clock, groups, metrics, log, checkQueue } = ports;
    const evaluations = this.#unreliable('evaluations', this.#evaluations(), invocation, 1);
    await dispatchTick(minute, {
      clock,
      groups,
      board: { get: async () => [] },
      metrics,
      log,
      checkQueue,
      evaluations,
      configuration: this.#configuration,
    });
  }

  async #run(request: CheckRequest, invocation: Invocation): Promise<void> {
    if (this.#now - request.scheduledAt > LATE_AFTER_MS) return;
    const result = seenBy(request, this.#now, { history: this.#history, random: this.#random });
    this.#now += this.#random() < 0.2 ? 0 : Math.min(result.durationMs, SECOND);
    const finishedAt = Math.max(this.#now, result.finishedAt);
    await this.#unreliable('results', this.#stores.ports.results, invocation, 1).put({
      ...result,
      finishedAt,
    });
    if (!request.urgent && result.result === 'passed') return;
    const evaluations = this.#unreliable('evaluations', this.#evaluations(), invocation, 1);
    await evaluations.send({ v: 1, group: GROUP, at: finishedAt, reason: 'result' });
  }

  /** People ask for drills and silences during faults. Some commands arrive late. */
  #addCommands(): void {
    for (let left = Math.floor(this.#random() * 3); left > 0; left -= 1) {
      const at = this.#from + MINUTE + Math.floor(this.#random() * (TROUBLE_MS - MINUTE));
      const id = `${String(at).padStart(13, '0')}-${left}`;
      const action = this.#random() < 0.5 ? ({ type: 'drill' } as const) : this.#silence(id, at);
      const command: Command = { schema: 1, id, group: GROUP, by: 'minji', at, action };
      this.#add(at + Math.floor(this.#random() * 20 * SECOND), { type: 'command', command });
    }
  }

  /** Ends before the play, so that every held notice can still be sent. */
  #silence(silence: string, from: Instant): CommandAction {
    const to = from + Math.floor((1 + this.#random() * 20) * MINUTE);
    const services = this.#random() < 0.5 ? [] : [SERVICES[0] ?? ''];
    return { type: 'silence', silence, services, from, to, reason: 'quiet' };
  }

  async #command(command: Command, invocation: Invocation): Promise<void> {
    await this.#unreliable('commands', this.#stores.ports.commands, invocation, 1).put(command);
  }

  async #evaluate(invocation: Invocation, depth: number): Promise<void> {
    const ports = this.#evaluatePorts(invocation, depth);
    const broken = this.#options.breakage?.(ports) ?? ports;
    await evaluateGroup({ v: 1, group: GROUP, at: this.#now, reason: 'tick' }, broken);
    if (invocation.dead) throw new Trouble('died');
  }

  #evaluatePorts(invocation: Invocation, depth: number): EvaluatePorts {
    const { ports } = this.#stores;
    const wrap = <Port extends object>(name: string, port: Port) =>
      this.#unreliable(name, port, invocation, depth);
    const nothing = () => {};
    return {
      clock: { now: () => this.#now, secondsUntil: () => 0 },
      groups: wrap('groups', ports.groups),
      results: wrap('results', ports.results),
      commands: wrap('commands', ports.commands),
      outages: wrap('outages', ports.outages),
      ledger: wrap('ledger', ports.ledger),
      rollups: wrap('rollups', ports.rollups),
      board: wrap('board', ports.board),
      withheld: wrap('withheld', ports.withheld),
      channels: CHANNELS.map((channel) => this.#channel(channel, invocation, wrap)),
      checkQueue: wrap('checks', { send: async (requests) => this.#queue(requests) }),
      metrics: { count: nothing },
      log: {
        info: nothing,
        warn: nothing,
        error: (event, fields) => this.#trace(`${event} ${JSON.stringify(fields)}`),
      },
      configuration: this.#configuration,
      stage: 'prod',
    };
  }

  #unreliable<Port extends object>(
    name: string,
    port: Port,
    invocation: Invocation,
    depth: number,
  ): Port {
    return unreliable(name, port, {
      random: this.#random,
      rates: () => this.#ratesNow(),
      invocation,
      onFault: (line) => {
        this.observer.tally.faults += 1;
        this.#trace(line);
      },
      overtake: async () => {
        if (depth > 0) return;
        try {
          await this.#evaluate({ name: 'other', dead: false, faults: 0 }, depth + 1);
        } catch (error) {
          this.#trace(`the other failed: ${String(error)}`);
        }
      },
    });
  }

  #channel(channel: Channel, invocation: Invocation, wrap: Wrap): Channel {
    const { name } = channel;
    const send: Channel['send'] = async (notice) => {
      if (name === this.#dead && this.#hasTrouble()) throw new Trouble(`${name} takes nothing`);
      if (this.#random() < this.#ratesNow().refused) {
        this.#now += Math.floor(this.#random() * SLOWEST_PUBLISH_MS);
      }
      this.#trace(`delivered ${name} ${notice.id} ${notice.type}`);
      this.observer.delivered(notice, name, invocation);
      return `message-${notice.id}`;
    };
    return { ...channel, send: wrap(name, { send }).send };
  }

  #queue(requests: readonly CheckRequest[]): void {
    for (const request of requests) {
      const at = Math.max(this.#now, request.scheduledAt) + this.#delay();
      this.#add(at, { type: 'run', request });
      if (this.#random() < this.#ratesNow().unanswered)
        this.#add(at + SECOND, { type: 'run', request });
    }
  }

  #evaluations(): EvaluationQueue {
    return {
      send: async () => {
        const twice = this.#random() < this.#ratesNow().unanswered;
        for (let left = twice ? 2 : 1; left > 0; left -= 1) {
          this.#add(this.#now + this.#delay(), { type: 'evaluation' });
        }
      },
    };
  }

  /** Mostly short, sometimes so long that later messages arrive first. */
  #delay(): number {
    return Math.floor(this.#random() * (this.#random() < 0.1 ? 20 : 1) * SECOND);
  }

  #add(at: Instant, message: Message, receives = 1): void {
    this.#order += 1;
    const event = { at, order: this.#order, message, receives };
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.at ?? 0) > at) index -= 1;
    this.#events.splice(index, 0, event);
  }

  #trace(line: string): void {
    this.#options.onTrace?.(`${new Date(this.#now).toISOString().slice(11, 23)} ${line}`);
  }
}
