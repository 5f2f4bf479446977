import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { FUNCTIONS, type FunctionName } from '#contract/functions';

const ROOT = resolve(import.meta.dirname, '../..');

/** The same banner as in lib/node-function.ts. */
const BANNER =
  "import{createRequire as bonghwaCreateRequire}from'node:module';" +
  'const require=bonghwaCreateRequire(import.meta.url);';

export interface BundleFigures {
  readonly bytes: number;
  /** Median of nine, in a process of its own, ms. */
  readonly importMs: number;
}

/** Bundles a handler like lib/node-function.ts does, and times its import. */
export async function benchBundle(name: FunctionName): Promise<BundleFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bonghwa-bundle-'));
  try {
    const outfile = join(folder, `${name}.mjs`);
    const { metafile } = await build({
      entryPoints: [join(ROOT, FUNCTIONS[name].entry)],
      bundle: true,
      minify: true,
      charset: 'utf8',
      platform: 'node',
      target: 'node24',
      format: 'esm',
      outfile,
      metafile: true,
      logLevel: 'error',
      mainFields: ['module', 'main'],
      legalComments: 'none',
      alias: {
        '@aws-sdk/credential-provider-node': join(ROOT, 'lambda/wiring/credential-provider.ts'),
      },
      banner: { js: BANNER },
    });
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
    return { bytes, importMs: medianImport(outfile) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function medianImport(file: string): number {
  const script = `const b=performance.now();await import(${JSON.stringify(file)});console.log(performance.now()-b)`;
  const times = Array.from({ length: 9 }, () => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    return Number(stdout);
  });
  return times.toSorted((a, b) => a - b)[4] ?? Number.NaN;
}
