import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const HOME = join(ROOT, '.bonghwa/mutation');
const VERSION = '10.1.1';

/** Changes of text and of layout say nothing about a rule. */
export const EXCLUDED = [
  'StringLiteral',
  'ObjectLiteral',
  'ArrayDeclaration',
  'BlockStatement',
  'Regex',
  'OptionalChaining',
  'ArrowFunction',
] as const;

/** StrykerJS and the vitest runner: where they are and how they are told what to do. */
export const STRYKER = {
  home: HOME,
  command: join(HOME, 'node_modules/.bin/stryker'),
  config: join(HOME, 'stryker.config.json'),
  report: join(HOME, 'report.json'),
  options: (mutate: readonly string[]) => ({
    mutate,
    testRunner: 'vitest',
    plugins: [join(HOME, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: relative(ROOT, join(import.meta.dirname, 'vitest.config.ts')) },
    mutator: { excludedMutations: EXCLUDED },
    coverageAnalysis: 'perTest',
    // What runs while a module loads, such as a constant, takes all tests for each change.
    ignoreStatic: true,
    concurrency: 2,
    tempDirName: '.bonghwa/mutation/sandbox',
    ignorePatterns: ['cdk.out', '.bonghwa'],
    // A busy machine is no break that was noticed. Endless loops are counted, not timed.
    timeoutMS: 60_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: join(HOME, 'report.json') },
    // Stryker rewrites it with the compiler's API, which TypeScript 7 does not have.
    tsconfigFile: 'none.json',
  }),
} as const;

/** Fetches StrykerJS unless it is there. It is no dependency: 150 packages for one command. */
export function withStryker(): void {
  if (existsSync(STRYKER.command)) return;
  mkdirSync(HOME, { recursive: true });
  const packages = ['core', 'vitest-runner', 'instrumenter'].map(
    (name) => `@stryker-mutator/${name}@${VERSION}`,
  );
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
  console.log(`fetching ${packages.join(', ')}`);
  const { status } = spawnSync('npm', ['install', '--prefix', HOME, ...flags, ...packages], {
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error('StrykerJS could not be fetched from npm. Check the connection and try again.');
  process.exit(3);
}
