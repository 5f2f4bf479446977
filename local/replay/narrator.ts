import { styleText } from 'node:util';
import type { BoardGroup } from '#core/history/board';
import { wordsOf } from '#core/notice/texts/languages';
import type { ShownState } from '#core/outage/shown-state';
import type { FaultMode, ScenarioFault } from '#core/scenario/scenario';
import { kstMinute, kstSecond } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { audienceOf, type Delivered } from '#local/replay/inbox';
import type { ReplayWatcher } from '#local/replay/replay';
import { bar, wrapped } from '#local/terminal';

const SIGNS: Readonly<Record<ShownState, string>> = {
  up: '●',
  suspect: '?',
  down: '▼',
  recovering: '△',
  degraded: '~',
  maintenance: '#',
  unknown: '-',
};

/** By what a line begins with; the rest is plain. */
const COLOURS = [
  ['✉ SMS', 'magenta'],
  [SIGNS.up, 'green'],
  [SIGNS.suspect, 'yellow'],
  [SIGNS.down, 'red'],
  [SIGNS.recovering, 'cyan'],
] as const;

/** Of what does not fit on a line: below its text. */
const INDENT = '00:00:00 KST  '.length;

export interface NarratorOptions {
  readonly catalogue: Catalogue;
  readonly stream: NodeJS.WriteStream;
}

/** Tells a person at a terminal what happens, in KST, above a progress bar. Plain lines elsewhere. */
export class Narrator implements ReplayWatcher {
  readonly #names: ReadonlyMap<string, string>;
  readonly #stream: NodeJS.WriteStream;
  readonly #shown = new Map<string, ShownState>();
  #bar = '';

  constructor({ catalogue, stream }: NarratorOptions) {
    this.#names = new Map(catalogue.services.map(({ id, name }) => [id, name]));
    this.#stream = stream;
  }

  progress(at: Instant, share: number): void {
    if (!this.#stream.isTTY) return;
    this.#bar = `${bar(share, 30)} ${String(Math.round(share * 100)).padStart(3)} %  ${kstMinute(at)} KST`;
    this.#draw();
  }

  fault(at: Instant, fault: ScenarioFault, begins: boolean): void {
    const who = fault.services.map((id) => this.#nameOf(id)).join(', ');
    const mode: FaultMode = fault.mode;
    this.say(at, begins ? `[모의] ${who}: ${mode} 시작` : `[모의] ${who}: ${mode} 끝`);
  }

  board(at: Instant, groups: readonly BoardGroup[]): void {
    for (const { service, state } of groups.flatMap(({ services }) => services)) {
      const before = this.#shown.get(service);
      this.#shown.set(service, state);
      if (before === state || (before === undefined && state === 'unknown')) continue;
      this.say(at, `${SIGNS[state]} ${wordsOf('ko').states[state]}  ${this.#nameOf(service)}`);
    }
  }

  delivered(at: Instant, message: Delivered): void {
    const text = message.sms ? `✉ SMS  ${message.sms}` : `✉ 메일 ${message.subject}`;
    this.say(at, `${text}${audienceOf(message)}`);
  }

  /** A line of its own, above the bar. */
  say(at: Instant, text: string): void {
    this.#clear();
    this.#stream.write(`${this.#coloured(wrapped(`${kstSecond(at)} KST  ${text}`, INDENT))}\n`);
    this.#draw();
  }

  end(): void {
    this.#clear();
    this.#bar = '';
  }

  /** Only on a terminal, and not where NO_COLOR is set. */
  #coloured(line: string): string {
    const [, colour] = COLOURS.find(([sign]) => line.slice(INDENT).startsWith(sign)) ?? [];
    return colour === undefined ? line : styleText(colour, line, { stream: this.#stream });
  }

  #nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[2K');
  }

  #draw(): void {
    if (this.#stream.isTTY && this.#bar) this.#stream.write(`\r\u001b[2K${this.#bar}`);
  }
}

/** Says nothing: for `--json`. */
export const silentWatcher: ReplayWatcher = {
  progress: () => {},
  fault: () => {},
  board: () => {},
  delivered: () => {},
};
