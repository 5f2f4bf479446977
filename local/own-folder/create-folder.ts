import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#adapters/files/make-folder';
import { InvalidInputError } from '#core/errors';

/** The files that `init` copies unchanged. */
const TEMPLATE = resolve(import.meta.dirname, '../../package/template');

/** The checkout's file, with the feature flags that the templates were tested with. */
const CDK = resolve(import.meta.dirname, '../../cdk.json');

const BUILT = 'node_modules/bonghwa/dist/bin';

/** npm removes a `.gitignore` from packages. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

const NO_TEST = /no test specified/;

/**
 * Writes an own folder and returns the written and changed paths. If one of the files exists,
 * throws InvalidInputError and writes nothing.
 */
export async function createFolder(folder: string): Promise<readonly string[]> {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new InvalidInputError(
      { en: `${folder} is a file.`, ko: `${folder} 파일이 이미 있습니다.` },
      { en: 'Name a folder.', ko: '폴더를 지정하십시오.' },
    );
  }
  const copies = templateFiles().map((from) => ({ from, to: RENAMED[from] ?? from }));
  const taken = [...copies.map(({ to }) => to), 'cdk.json'].filter((path) =>
    existsSync(join(folder, path)),
  );
  if (taken.length > 0) {
    throw new InvalidInputError(
      {
        en: `${taken.join(', ')} in ${resolve(folder)} would be overwritten; nothing was written.`,
        ko: `${resolve(folder)}의 ${taken.join(', ')} 파일을 덮어쓰게 되어 아무것도 쓰지 않았습니다.`,
      },
      {
        en: 'Use an empty folder, or move these files away.',
        ko: '빈 폴더를 쓰거나 이 파일들을 옮기십시오.',
      },
    );
  }
  const manifest = await packageFile(folder);
  for (const { from, to } of copies) {
    await makeFolder(dirname(join(folder, to)));
    await cp(join(TEMPLATE, from), join(folder, to));
  }
  await writeFile(join(folder, 'cdk.json'), cdkFile());
  await writeFile(join(folder, 'package.json'), json(manifest));
  return [...copies.map(({ to }) => to), 'cdk.json', 'package.json (type, scripts.test)'];
}

function templateFiles(): readonly string[] {
  return globSync('**/*', { cwd: TEMPLATE, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(TEMPLATE.length + 1))
    .sort();
}

const described = z.looseObject({ scripts: z.record(z.string(), z.string()).exactOptional() });

/**
 * The folder's package.json with the required fields: its files are modules, and `npm test` runs
 * its tests.
 */
async function packageFile(folder: string): Promise<unknown> {
  const path = join(folder, 'package.json');
  const text = await readFile(path, 'utf8').catch(() => '{ "private": true }');
  const parsed = described.safeParse(parse(text));
  if (!parsed.success) {
    throw new InvalidInputError(
      { en: `${path} is not a package.json.`, ko: `${path} 파일은 package.json이 아닙니다.` },
      { en: 'Mend it, or remove it.', ko: '고치거나 지우십시오.' },
    );
  }
  const { scripts = {} } = parsed.data;
  const own = scripts.test !== undefined && !NO_TEST.test(scripts.test);
  return {
    ...parsed.data,
    type: 'module',
    scripts: { ...scripts, ...(own ? {} : { test: 'node --test' }) },
  };
}

function cdkFile(): string {
  const { context } = z.object({ context: z.unknown() }).parse(parse(readFileSync(CDK, 'utf8')));
  return json({ app: `node ${BUILT}/check-tools.mjs && node ${BUILT}/stack.js`, context });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
