import type { Language } from '#core/time/duration';
import { padTo, widthOf, wrapped } from '#local/terminal';
import type { Help } from './help.ts';

const OPTIONS: Readonly<Record<Language, string>> = {
  ko: '--lang ko|en: 화면의 언어 (기본값: 터미널의 언어). JSON은 언어와 무관합니다.',
  en: '--lang ko|en: language of the screen (default: of the terminal). JSON never depends on it.',
};

const EXIT: Readonly<Record<Language, string>> = { ko: '종료 코드', en: 'Exit' };

/** `bonghwa <command> --help`, for 80 columns. */
export function helpText(help: Help, language: Language): string {
  const { usage, about, options, more = [], exit } = help;
  // A command with its own default mentions it among its options.
  const isSaid = options.some(([option]) => option === '--lang');
  const ofAll = isSaid ? [] : [wrapped(OPTIONS[language], 0)];
  const blocks = [
    usage.map((line) => wrapped(line, 9)),
    ...about.map((text) => [wrapped(text, 0)]),
    optionLines(options),
    ...more.map((text) => [wrapped(text, 0)]),
    [...ofAll, wrapped(`${EXIT[language]}: ${exit}`, 0)],
  ];
  return blocks
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function optionLines(options: Help['options']): readonly string[] {
  const width = 2 + Math.max(0, ...options.map(([option]) => widthOf(option)));
  return options.map(([option, text]) => wrapped(`  ${padTo(option, width)}${text}`, width));
}
