import { afterEach, describe, expect, it, vi } from 'vitest';
import { cli } from '../../bin/cli.ts';
import { askedLanguage, terminalLanguage } from '../../bin/language.ts';
import { englishSentences, hangul } from './languages.ts';

afterEach(() => vi.restoreAllMocks());

/** What a command writes on stdout. */
async function written(...args: string[]): Promise<string> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await cli(args);
  return out.mock.calls.flat().join('\n');
}

describe('the language of a command', () => {
  it.each([
    [['why', '--lang', 'ko', 'x'], 'ko', ['why', 'x']],
    [['--lang=en', 'why', 'x'], 'en', ['why', 'x']],
    [['why', 'x'], undefined, ['why', 'x']],
  ] as const)('is asked for with --lang anywhere: %j', (args, language, rest) => {
    expect(askedLanguage(args)).toEqual({ language, rest });
  });

  it.each([[['--lang', 'fr']], [['--lang']], [['--lang=']]])('is ko or en, not %j', (args) => {
    expect(() => askedLanguage(['plan', ...args])).toThrow(/^--lang (fr)? ?is not known/);
  });

  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR.utf8' }, 'ko'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
  ] as const)('of the terminal with %j is %s', (environment, language) => {
    expect(terminalLanguage(environment)).toBe(language);
  });
});

const SCREENS: readonly (readonly string[])[] = [
  ['simulate', '2024-07-18'],
  ['plan'],
  ['doctor'],
  ['tune', '--from', '2024-07-18', '--rules', 'lastsSeconds.alone=300'],
];

describe.each(SCREENS.map((args) => [args.join(' '), args] as const))('%s', (_, args) => {
  it('holds no English sentence with --lang ko', async () => {
    const text = await written(...args, '--lang', 'ko');
    expect(text).toMatch(/\p{Script=Hangul}/u);
    expect(englishSentences(text)).toEqual([]);
  });

  it('holds no Hangul beside quoted messages with --lang en', async () => {
    expect(hangul(await written(...args, '--lang', 'en'))).toEqual([]);
  });
});
