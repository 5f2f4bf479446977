import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-stack-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the CDK app', () => {
  it('refuses a stack that is too large in two sentences, without a stack of calls', () => {
    const webhooks = Array.from({ length: 100 }, (_, index) => ({
      id: `hook-${index}`,
      format: 'json',
    }));
    const configuration = join(folder, 'many.ts');
    writeFileSync(configuration, `export default ${JSON.stringify({ webhooks })};\n`);
    const context = { 'aws:cdk:bundling-stacks': [], configuration, stage: 'dev' };
    const env = {
      ...process.env,
      CDK_OUTDIR: join(folder, 'out'),
      CDK_CONTEXT_JSON: JSON.stringify(context),
    };
    const { status, stderr } = spawnSync(process.execPath, ['bin/stack.ts'], {
      env,
      encoding: 'utf8',
    });
    const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('warning:'));
    expect(said).toEqual([
      expect.stringMatching(/^The stack bonghwa-dev-monitoring would have \d+ resources; /),
      expect.stringMatching(/^Split it over two stages\. /),
    ]);
    expect(status).toBe(2);
  }, 60_000);
});
