import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#contract/functions';

const HANDLERS: readonly string[] = Object.values(FUNCTIONS).map(({ entry }) => entry);

const ROOT = resolve(import.meta.dirname, '../..');

/** Who may import whom. `packages`: true = any npm package, or a list. `node` = Node's own modules. */
interface Room {
  readonly room: string;
  readonly at: RegExp;
  readonly mayImport: readonly string[];
  readonly packages: true | readonly string[];
}

/** First match wins. */
const ROOMS: readonly Room[] = [
  { room: 'contract', at: /^src\/contract\//, mayImport: ['contract'], packages: [] },
  { room: 'core', at: /^src\/core\//, mayImport: ['core', 'contract'], packages: [] },
  {
    room: 'pipeline',
    at: /^src\/pipeline\//,
    mayImport: ['pipeline', 'core', 'contract'],
    packages: [],
  },
  {
    room: 'adapters',
    at: /^src\/adapters\//,
    mayImport: ['adapters', 'core', 'contract', 'catalogue'],
    packages: true,
  },
  { room: 'catalogue', at: /^portals\/moel\/catalogue\.ts$/, mayImport: ['core'], packages: [] },
  {
    room: 'portals',
    at: /^portals\//,
    mayImport: ['portals', 'core', 'catalogue'],
    packages: ['playwright-core'],
  },
  {
    room: 'wiring',
    at: /^lambda\/wiring\//,
    mayImport: ['wiring', 'adapters', 'pipeline', 'core', 'contract', 'portals', 'catalogue'],
    packages: [
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-secrets-manager',
      '@aws-sdk/client-sns',
      '@aws-sdk/client-sqs',
    ],
  },
  {
    room: 'lambda',
    at: /^lambda\//,
    mayImport: ['lambda', 'wiring', 'pipeline', 'core', 'contract'],
    packages: ['hono', '@hono/zod-openapi', 'zod', 'aws-lambda'],
  },
  {
    room: 'lib',
    at: /^lib\//,
    mayImport: ['lib', 'contract', 'catalogue', 'core'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'node'],
  },
  {
    room: 'local',
    at: /^local\//,
    mayImport: [
      'local',
      'lambda',
      'wiring',
      'pipeline',
      'adapters',
      'core',
      'contract',
      'portals',
      'catalogue',
    ],
    packages: true,
  },
  {
    room: 'bin',
    at: /^bin\//,
    mayImport: [
      'bin',
      'lib',
      'local',
      'lambda',
      'wiring',
      'pipeline',
      'adapters',
      'core',
      'contract',
      'portals',
      'catalogue',
    ],
    packages: true,
  },
  {
    room: 'scripts',
    at: /^scripts\//,
    mayImport: [
      'scripts',
      'bin',
      'lib',
      'local',
      'lambda',
      'wiring',
      'pipeline',
      'adapters',
      'core',
      'contract',
      'portals',
      'catalogue',
      'test',
    ],
    packages: true,
  },
  {
    room: 'test',
    at: /^test\//,
    mayImport: [
      'test',
      'bin',
      'lib',
      'local',
      'lambda',
      'wiring',
      'pipeline',
      'adapters',
      'core',
      'contract',
      'portals',
      'catalogue',
      'scripts',
      'root',
    ],
    packages: true,
  },
  { room: 'root', at: /^[^/]+\.ts$/, mayImport: ['adapters', 'bin'], packages: true },
];

const ALIASES: Readonly<Record<string, string>> = {
  '#contract': 'src/contract',
  '#core': 'src/core',
  '#pipeline': 'src/pipeline',
  '#adapters': 'src/adapters',
  '#portals': 'portals',
  '#lambda': 'lambda',
  '#lib': 'lib',
  '#local': 'local',
};

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return /^(node_modules|cdk\.out|\.)/.test(entry.name) ? [] : sources(path);
    }
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function roomOf(path: string): Room | undefined {
  return ROOMS.find(({ at }) => at.test(path));
}

function importsOf(path: string): string[] {
  const code = readFileSync(join(ROOT, path), 'utf8');
  const found = code.matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*'([^'\n]+)'/g);
  return [...found].map((match) => match[1] ?? '');
}

function resolveImport(path: string, wanted: string): { file: string } | { pkg: string } {
  const [alias = '', ...rest] = wanted.split('/');
  const folder = ALIASES[alias];
  if (folder) return { file: `${folder}/${rest.join('/')}.ts` };
  if (wanted.startsWith('.')) return { file: relative(ROOT, resolve(ROOT, dirname(path), wanted)) };
  if (wanted.startsWith('node:')) return { pkg: 'node' };
  return { pkg: alias.startsWith('@') ? `${alias}/${rest[0]}` : alias };
}

function violation(path: string, wanted: string): string | undefined {
  const room = roomOf(path);
  if (!room) return `${path} is in no room`;
  const target = resolveImport(path, wanted);
  if ('pkg' in target) {
    const allowed = room.packages === true || room.packages.includes(target.pkg);
    return allowed ? undefined : `${path} (${room.room}) imports the package ${wanted}`;
  }
  const other = roomOf(target.file)?.room ?? 'nowhere';
  return room.mayImport.includes(other)
    ? undefined
    : `${path} (${room.room}) imports ${target.file} (${other})`;
}

describe('the layers', () => {
  const files = sources('.');

  it('import only what DESIGN section 3 allows', () => {
    const found = files.flatMap((path) => importsOf(path).map((wanted) => violation(path, wanted)));
    expect(found.filter((line) => line !== undefined)).toEqual([]);
  });

  it('keep clock and randomness out of core and pipeline', () => {
    const impure = files
      .filter((path) => /^src\/(core|pipeline|contract)\//.test(path))
      .filter((path) =>
        /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\./.test(
          readFileSync(join(ROOT, path), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });

  it('keep files at 300 lines or fewer', () => {
    const long = files
      .filter((path) => !path.startsWith('test/'))
      .filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('keep handlers at 60 lines or fewer', () => {
    const long = files
      .filter((path) => HANDLERS.includes(path))
      .filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 61);
    expect(long).toEqual([]);
  });
});
