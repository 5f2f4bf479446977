import { describe, expect, it } from 'vitest';
import { importsOf, read, resolveImport, sources } from './tree.ts';

/**
 * Allowed imports of each layer. `packages`: true = any npm package, or a list. `node` = Node's own
 * modules.
 */
interface Layer {
  readonly layer: string;
  readonly at: RegExp;
  readonly mayImport: readonly string[];
  readonly packages: true | readonly string[];
}

/** Code that runs, locally or deployed. */
const RUNTIME = [
  'lambda',
  'wiring',
  'pipeline',
  'adapters',
  'render',
  'core',
  'contract',
  'portals',
  'catalogue',
];

/** First match wins. */
const LAYERS: readonly Layer[] = [
  { layer: 'contract', at: /^src\/contract\//, mayImport: ['contract'], packages: [] },
  { layer: 'core', at: /^src\/core\//, mayImport: ['core', 'contract'], packages: [] },
  {
    layer: 'pipeline',
    at: /^src\/pipeline\//,
    mayImport: ['pipeline', 'core', 'contract'],
    packages: [],
  },
  {
    layer: 'render',
    at: /^src\/render\//,
    mayImport: ['render', 'core'],
    packages: ['hono', 'node'],
  },
  {
    layer: 'adapters',
    at: /^src\/adapters\//,
    mayImport: ['adapters', 'core', 'contract'],
    packages: true,
  },
  {
    layer: 'catalogue',
    at: /^portals\/(?:[\w-]+\/catalogue|catalogues)\.ts$/,
    mayImport: ['core', 'catalogue'],
    packages: [],
  },
  {
    layer: 'portals',
    at: /^portals\//,
    mayImport: ['portals', 'core', 'catalogue'],
    packages: ['playwright-core'],
  },
  {
    layer: 'wiring',
    at: /^lambda\/wiring\//,
    mayImport: [
      'wiring',
      'adapters',
      'render',
      'pipeline',
      'core',
      'contract',
      'portals',
      'catalogue',
    ],
    packages: [
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-eventbridge',
      '@aws-sdk/client-lambda',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-secrets-manager',
      '@aws-sdk/client-sns',
      '@aws-sdk/client-sqs',
    ],
  },
  {
    layer: 'lambda',
    at: /^lambda\//,
    mayImport: ['lambda', 'wiring', 'render', 'pipeline', 'core', 'contract'],
    packages: ['hono', '@hono/zod-openapi', 'zod', 'aws-lambda'],
  },
  {
    layer: 'lib',
    at: /^lib\//,
    mayImport: ['lib', 'contract', 'catalogue', 'core'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'node'],
  },
  {
    layer: 'local',
    at: /^local\//,
    mayImport: ['local', ...RUNTIME],
    packages: true,
  },
  {
    layer: 'bin',
    at: /^bin\//,
    mayImport: ['bin', 'lib', 'local', ...RUNTIME],
    packages: true,
  },
  {
    layer: 'package',
    at: /^package\/[\w-]+\.ts$/,
    mayImport: ['local', 'adapters', 'core', 'portals'],
    packages: [],
  },
  { layer: 'template', at: /^package\/template\//, mayImport: [], packages: ['bonghwa', 'node'] },
  {
    layer: 'scripts',
    at: /^scripts\//,
    mayImport: ['scripts', 'bin', 'lib', 'local', ...RUNTIME, 'test'],
    packages: true,
  },
  {
    layer: 'test',
    at: /^test\//,
    mayImport: ['test', 'bin', 'lib', 'local', ...RUNTIME, 'scripts', 'root'],
    packages: true,
  },
  { layer: 'root', at: /^[^/]+\.ts$/, mayImport: ['adapters', 'bin'], packages: true },
];

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ at }) => at.test(path));
}

function violation(path: string, wanted: string): string | undefined {
  const layer = layerOf(path);
  if (!layer) return `${path} is in no layer`;
  const target = resolveImport(path, wanted);
  if ('pkg' in target) {
    const allowed = layer.packages === true || layer.packages.includes(target.pkg);
    return allowed ? undefined : `${path} (${layer.layer}) imports the package ${wanted}`;
  }
  const other = layerOf(target.file)?.layer ?? 'nowhere';
  return layer.mayImport.includes(other)
    ? undefined
    : `${path} (${layer.layer}) imports ${target.file} (${other})`;
}

describe('the layers', () => {
  const files = sources();

  it('import only what the table of layers in docs/architecture.md allows', () => {
    const found = files.flatMap((path) => importsOf(path).map((wanted) => violation(path, wanted)));
    expect(found.filter((line) => line !== undefined)).toEqual([]);
  });

  it('keep clock and randomness out of core and pipeline', () => {
    const impure = files
      .filter((path) => /^src\/(core|pipeline|contract)\//.test(path))
      .filter((path) =>
        /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\./.test(read(path)),
      );
    expect(impure).toEqual([]);
  });
});
