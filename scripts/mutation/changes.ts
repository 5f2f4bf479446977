import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FOLDERS, switchedCopy } from './home.ts';

const INSTRUMENTER = '@stryker-mutator/instrumenter';
const VERSION = '10.1.1';

/** Rooms with the rules that decide about calls. */
const ROOMS = [
  'src/core/detection',
  'src/core/notice',
  'src/core/run',
  'src/core/history',
  'src/pipeline',
];

/** Changes of text and of layout say nothing about a rule. */
const EXCLUDED = [
  'StringLiteral',
  'ObjectLiteral',
  'ArrayDeclaration',
  'BlockStatement',
  'Regex',
  'OptionalChaining',
  'ArrowFunction',
] as const;

/** Lines from 0, columns from 0. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** One way to break the code. */
export interface Change {
  readonly id: string;
  readonly fileName: string;
  readonly replacement: string;
  readonly status?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Instrumenter {
  instrument(
    files: readonly object[],
    options: object,
  ): Promise<{
    readonly files: readonly { readonly name: string; readonly content: string }[];
    readonly mutants: readonly Change[];
  }>;
}

/** Every change of the rooms. */
export async function everyChange(rooms: readonly string[] = ROOMS): Promise<readonly Change[]> {
  const { mutants } = await instrument(
    rooms.flatMap(sources).map((name): Wanted => ({ name, at: true })),
  );
  return mutants;
}

/**
 * Writes a copy of each file that holds the wanted changes behind switches, and no others, which
 * would slow the tests down. Returns the changes with the ids of their switches.
 */
export async function withSwitches(wanted: readonly Change[]): Promise<readonly Change[]> {
  const byFile = Map.groupBy(wanted, ({ fileName }) => fileName);
  const files = [...byFile].map(([name, own]) => ({ name, at: own.map((one) => one.location) }));
  const { files: switched, mutants } = await instrument(files);
  rmSync(FOLDERS.code, { recursive: true, force: true });
  for (const { name, content } of switched) {
    mkdirSync(dirname(switchedCopy(name)), { recursive: true });
    writeFileSync(switchedCopy(name), content);
  }
  const keys = new Set(wanted.map(keyOf));
  return mutants.filter((change) => keys.has(keyOf(change)));
}

/** A requested place includes every change inside it. */
function keyOf({ fileName, replacement, location: { start, end } }: Change): string {
  const place = [start.line, start.column, end.line, end.column];
  return JSON.stringify([fileName, replacement, ...place]);
}

/** `at`: where in the file, or everywhere. */
interface Wanted {
  readonly name: string;
  readonly at: true | readonly Change['location'][];
}

async function instrument(wanted: readonly Wanted[]) {
  const files = wanted.map(({ name, at }) => ({
    name,
    mutate: at,
    content: readFileSync(name, 'utf8'),
  }));
  const options = { plugins: null, ignorers: [], excludedMutations: EXCLUDED };
  const result = await (await instrumenter()).instrument(files, options);
  return { ...result, mutants: result.mutants.filter(({ status }) => status !== 'Ignored') };
}

function sources(room: string): string[] {
  if (room.endsWith('.ts')) return [room];
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name))
    .toSorted();
}

/** Of StrykerJS, fetched unless it is there. It is no dependency: many packages for one command. */
async function instrumenter(): Promise<Instrumenter> {
  const path = join(FOLDERS.home, 'node_modules', INSTRUMENTER, 'dist/src/index.js');
  if (!existsSync(path)) fetchInstrumenter();
  const module: { Instrumenter: new (log: object) => Instrumenter } = await import(
    pathToFileURL(path).href
  );
  return new module.Instrumenter({ debug: () => {}, info: () => {}, isDebugEnabled: () => false });
}

function fetchInstrumenter(): void {
  mkdirSync(FOLDERS.home, { recursive: true });
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  const wanted = `${INSTRUMENTER}@${VERSION}`;
  console.log(`fetching ${wanted}`);
  const { status } = spawnSync('npm', ['install', '--prefix', FOLDERS.home, ...flags, wanted], {
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error('StrykerJS could not be fetched from npm. Check the connection and try again.');
  process.exit(3);
}
