import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Builds `dist/` for the npm package, because Node runs no TypeScript below `node_modules`. Each
 * file stays a file at the same place, so that relative paths still work. A checkout does not need
 * it. `prepack` calls it.
 */
const OUT = 'dist';

const FOLDERS = ['bin', 'lambda', 'lib', 'local', 'package', 'portals', 'src'] as const;

/** Files that the code reads from its own folder. */
const DATA = ['bin/check-tools.mjs', 'cdk.json', ...globSync('src/**/*.json')];

/** `#core/x` and `./x.ts`, as they stand in the built tree. */
function built(specifier: string, importer: string): string {
  const [, room, rest] = /^#(\w+)\/(.+)$/.exec(specifier) ?? [];
  if (room === undefined) return specifier.replace(/\.ts$/, '.js');
  const up = '../'.repeat(importer.split('/').length - 1) || './';
  const folder = ['contract', 'core', 'pipeline', 'adapters', 'render'].includes(room)
    ? `src/${room}`
    : room;
  return `${up}${folder}/${rest}.js`;
}

/** Nothing is bundled. Each import only gets its name in the built tree. */
const renamed: Plugin = {
  name: 'renamed-imports',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined;
      const from = importer.slice(process.cwd().length + 1);
      return { path: built(path, from), external: true };
    });
  },
};

async function buildCode(): Promise<void> {
  const sources = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`));
  await build({
    entryPoints: sources.filter((path) => !path.endsWith('.d.ts') && !isTemplate(path)),
    outdir: OUT,
    outbase: '.',
    bundle: true,
    plugins: [renamed],
    format: 'esm',
    platform: 'node',
    target: 'node24',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** Files for `init`, published unchanged. */
function isTemplate(path: string): boolean {
  return path.startsWith('package/template/');
}

function buildTypes(): void {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.package.json'], { stdio: 'inherit' });
  for (const path of globSync(`${OUT}/**/*.d.ts`)) {
    const importer = path.slice(OUT.length + 1);
    const text = readFileSync(path, 'utf8');
    const named = text.replace(
      /(from |import\()(['"])([#.][^'"]+)\2/g,
      (_, before: string, quote: string, specifier: string) =>
        `${before}${quote}${built(specifier, importer)}${quote}`,
    );
    writeFileSync(path, named);
  }
}

rmSync(OUT, { recursive: true, force: true });
await buildCode();
buildTypes();
for (const path of DATA) {
  mkdirSync(dirname(join(OUT, path)), { recursive: true });
  copyFileSync(path, join(OUT, path));
}
for (const folder of ['scenarios', 'package/host', 'package/template']) {
  cpSync(folder, join(OUT, folder), { recursive: true });
}
