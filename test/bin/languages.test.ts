import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { widthOf } from '#local/terminal';
import { tellVerdict } from '../../bin/checking/tell.ts';
import { cli } from '../../bin/cli.ts';
import { commands } from '../../bin/commands/commands.ts';
import { complain } from '../../bin/complain.ts';
import { askedLanguage, terminalLanguage } from '../../bin/language.ts';
import { aRecord } from '../support/builders.ts';
import { englishSentences, hangul } from '../support/languages.ts';

afterEach(() => vi.restoreAllMocks());

/** What a command writes on stdout. */
async function written(...args: string[]): Promise<string> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  out.mockClear();
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
  ['--help'],
  ...Object.keys(commands).map((name) => [name, '--help']),
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

describe('the account of a simulated outage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bonghwa-languages-'));
  const from = join(folder, 'summary.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['why', 'work24'],
    ['why', 'moel-20240718-0915'],
    ['report', 'moel-20240718-0915'],
  ])('by "%s %s" is in one language', async (command, about) => {
    writeFileSync(from, await written('simulate', '2024-07-18', '--json'));
    const account = async (lang: string) => {
      const out = join(folder, lang);
      const to = command === 'report' ? ['--out', out] : [];
      const text = await written(command, about, '--from', from, ...to, '--lang', lang);
      return text + (command === 'report' ? readFileSync(out, 'utf8') : '');
    };
    const korean = await account('ko');
    expect(korean).toMatch(/고용24/);
    expect(englishSentences(korean)).toEqual([]);
    expect(hangul(await account('en'))).toEqual([]);
  });
});

describe('a verdict', () => {
  const verdict = {
    result: 'failed',
    kind: 'timeout',
    layer: 'data',
    rule: 'test',
    reason: 'No answer.',
  } as const;
  const said = (language: 'ko' | 'en') => {
    const out = vi.spyOn(console, 'log').mockImplementation(() => {});
    tellVerdict('work24/login', { verdict, record: aRecord(), files: [] }, language);
    return out.mock.calls.flat().join('\n');
  };

  it('is Korean, with the name of the rule, with --lang ko', () => {
    expect(said('ko')).toMatch(
      /^work24\/login: 실패, 데이터 조회 단계, .*응답이 없었습니다\. \(timeout\) 판단 규칙: test, HTTP 200\.$/,
    );
  });

  it('is English with --lang en', () => {
    expect(said('en')).toMatch(
      /^work24\/login: failed \(timeout\) at layer data after .* s\. No answer\.$/,
    );
  });
});

describe('what is wrong', () => {
  const WRONG: readonly (readonly string[])[] = [
    ['check', 'work25'],
    ['why'],
    ['inspect', 'nowhere'],
    ['simulate', 'no-such-morning'],
    ['token', 'lend'],
    ['plan', '--configuration', 'no-such-file.ts'],
    ['plan', '--nonsense'],
    ['history', 'export', '--data', 'no-such-folder'],
    ['init', 'package.json'],
    ['init', 'package.json/own'],
    ['journey', 'try', 'nowhere'],
    ['tune', '--from', '2024-07-18', '--rules', 'lastsSeconds.alone=soon'],
    ['watch', '--port', 'x'],
    ['report'],
    ['page'],
    ['secret', 'set', 'nowhere'],
  ];

  async function complaint(args: readonly string[], language: 'ko' | 'en'): Promise<string> {
    const err = vi.spyOn(console, 'error').mockImplementation(() => {});
    err.mockClear();
    const error: unknown = await cli(args).catch((thrown: unknown) => thrown);
    expect(complain(error, language)).toBe(2);
    return err.mock.calls.flat().join('\n');
  }

  it.each(WRONG.map((args) => [args.join(' '), args] as const))(
    'of "%s" is said in either language',
    async (_, args) => {
      const korean = await complaint(args, 'ko');
      expect(korean).toMatch(/^bonghwa: .*\p{Script=Hangul}/u);
      expect(englishSentences(korean)).toEqual([]);
      expect(hangul(await complaint(args, 'en'))).toEqual([]);
    },
  );
});

describe('the help of a command', () => {
  it.each(Object.keys(commands))('of %s names the same options in both languages', async (name) => {
    const { help } = (await commands[name]?.()) ?? {};
    const optionsIn = (language: 'ko' | 'en') => help?.[language].options.map(([option]) => option);
    expect(optionsIn('ko')).toEqual(optionsIn('en'));
  });

  it.each(Object.keys(commands))('of %s fits 80 columns', async (name) => {
    for (const language of ['ko', 'en']) {
      const wide = (await written(name, '--help', '--lang', language))
        .split('\n')
        .filter((line) => widthOf(line) > 80);
      expect(wide).toEqual([]);
    }
  });
});
