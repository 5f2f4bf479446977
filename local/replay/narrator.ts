import { styleText } from 'node:util';
import type { BoardGroup, BoardService } from '#core/history/board';
import { serviceName } from '#core/notice/email';
import { wordsOf } from '#core/notice/texts/languages';
import type { ShownState } from '#core/outage/shown-state';
import type { ScenarioFault } from '#core/scenario/scenario';
import type { Language } from '#core/time/duration';
import { kstMinute, kstSecond } from '#core/time/kst';
import type { Instant } from '#core/time/time';
import type { Catalogue } from '#core/watch/catalogue';
import { audienceOf, type Delivered } from '#local/replay/inbox';
import type { ReplayWatcher } from '#local/replay/replay';
import { REPLAY_WORDS } from '#local/replay/replay-words';
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

/** Colours by the start of a line. Other lines are plain. */
const COLOURS = [
  ['✉ SMS', 'magenta'],
  [SIGNS.up, 'green'],
  [SIGNS.suspect, 'yellow'],
  [SIGNS.down, 'red'],
  [SIGNS.recovering, 'cyan'],
] as const;

/** Indent of text that does not fit on a line: below the line's text. */
const INDENT = '00:00:00 KST  '.length;

export interface NarratorOptions {
  readonly catalogue: Catalogue;
  readonly stream: NodeJS.WriteStream;
  readonly language: Language;
  /** Real ms. */
  readonly elapsed?: () => number;
}

/** Elsewhere than on a terminal, a busy machine's replay says how far it is after so much silence. */
const SILENCE_MS = 60_000;

/**
 * Tells a person at a terminal what happens, in KST, above a progress bar. Elsewhere prints plain
 * lines.
 */
export class Narrator implements ReplayWatcher {
  readonly #catalogue: Catalogue;
  readonly #language: Language;
  readonly #stream: NodeJS.WriteStream;
  readonly #shown = new Map<string, ShownState>();
  readonly #elapsed: () => number;
  #saidAt: number;
  #bar = '';

  constructor({ catalogue, stream, language, elapsed = () => performance.now() }: NarratorOptions) {
    this.#catalogue = catalogue;
    this.#language = language;
    this.#stream = stream;
    this.#elapsed = elapsed;
    this.#saidAt = elapsed();
  }

  progress(at: Instant, share: number): void {
    const percent = `${Math.round(share * 100)} %`;
    if (!this.#stream.isTTY) {
      if (this.#elapsed() - this.#saidAt > SILENCE_MS) this.say(at, percent);
      return;
    }
    this.#bar = `${bar(share, 30)} ${percent.padStart(5)}  ${kstMinute(at)} KST`;
    this.#draw();
  }

  fault(at: Instant, fault: ScenarioFault, begins: boolean): void {
    const who = fault.services.map((id) => this.#nameOf(id)).join(', ');
    const { faultBegins, faultEnds } = this.#words;
    this.say(at, (begins ? faultBegins : faultEnds)(who, fault.mode));
  }

  board(at: Instant, groups: readonly BoardGroup[]): void {
    for (const group of groups) {
      for (const shown of group.services) this.#service(at, shown, group);
    }
  }

  #service(at: Instant, shown: BoardService, group: BoardGroup): void {
    const { service, state } = shown;
    const before = this.#shown.get(service);
    const why = state === 'unknown' ? this.#whyUnknown(shown, group) : undefined;
    // Every service is unknown before its first result.
    if (before === state || (before === undefined && state === 'unknown' && !why)) return;
    this.#shown.set(service, state);
    const word = wordsOf(this.#language).states[state];
    const told = `${SIGNS[state]} ${word}  ${this.#nameOf(service)}`;
    this.say(at, why === undefined ? told : `${told}  ${why}`);
  }

  /** Undefined if no run ended badly. */
  #whyUnknown({ checks }: BoardService, group: BoardGroup): string | undefined {
    const { kinds, attention } = wordsOf(this.#language);
    const said: Readonly<Record<string, string>> = kinds;
    const kind = checks.find(({ lastKind }) => lastKind !== undefined)?.lastKind;
    if (kind === undefined) return undefined;
    return group.networkInDoubt ? attention['network-in-doubt'].what : said[kind];
  }

  delivered(at: Instant, message: Delivered): void {
    const { sms, mail } = this.#words;
    const text = message.sms ? `${sms}  ${message.sms}` : `${mail}  ${message.subject}`;
    this.say(at, `${text}${audienceOf(message, this.#language)}`);
  }

  /** Its own line, above the bar. */
  say(at: Instant, text: string): void {
    this.#clear();
    this.#saidAt = this.#elapsed();
    this.#stream.write(`${this.#coloured(wrapped(`${kstSecond(at)} KST  ${text}`, INDENT))}\n`);
    this.#draw();
  }

  end(): void {
    this.#clear();
    this.#bar = '';
  }

  /** Only on a terminal without NO_COLOR. */
  #coloured(line: string): string {
    const [, colour] = COLOURS.find(([sign]) => line.slice(INDENT).startsWith(sign)) ?? [];
    return colour === undefined ? line : styleText(colour, line, { stream: this.#stream });
  }

  get #words() {
    return REPLAY_WORDS[this.#language];
  }

  #nameOf(id: string): string {
    return serviceName(this.#catalogue, id, wordsOf(this.#language));
  }

  #clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[2K');
  }

  #draw(): void {
    if (this.#stream.isTTY && this.#bar) this.#stream.write(`\r\u001b[2K${this.#bar}`);
  }
}

/** Prints nothing, for `--json`. */
export const silentWatcher: ReplayWatcher = {
  progress: () => {},
  fault: () => {},
  board: () => {},
  delivered: () => {},
};
