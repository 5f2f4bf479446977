import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly FunctionName?: string };
  readonly Metadata?: { readonly 'aws:asset:path'?: string };
}

/** Runs `cdk synth` as a person would, into `outdir`. Rejects with what it printed. */
export function synth(outdir: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('node_modules/.bin/cdk', ['synth', '-q', '-o', outdir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`cdk synth: ${code}\n${printed}`)),
    );
  });
}

/** Asset folder of every function in a cloud assembly, by the end of its name, e.g. `runner`. */
export function functionAssets(outdir: string, prefix: string): ReadonlyMap<string, string> {
  const templates = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
  const resources = templates.flatMap((file): Resource[] =>
    Object.values(JSON.parse(readFileSync(join(outdir, file), 'utf8')).Resources),
  );
  return new Map(
    resources.flatMap(({ Type, Properties: { FunctionName: name }, Metadata }) => {
      const path = Metadata?.['aws:asset:path'];
      if (Type !== 'AWS::Lambda::Function' || !name?.startsWith(prefix) || !path) return [];
      return [[name.slice(prefix.length), join(outdir, path)]];
    }),
  );
}
