import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Runs it as `cdk.json` does, with another version of a tool. */
function checkTools(environment: Readonly<Record<string, string>>, pretend = '') {
  const args = pretend ? ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`] : [];
  return spawnSync(process.execPath, [...args, 'bin/check-tools.mjs'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
}

describe('the tools', () => {
  it('pass as pinned', () => {
    const { status, stderr } = checkTools({ CDK_CLI_VERSION: '2.1148.1' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('are refused with one message when aws-cdk is the 3.0.0 published by accident', () => {
    const { status, stderr } = checkTools({ CDK_CLI_VERSION: '3.0.0' });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /aws-cdk 3\.0\.0 was published by accident.*\nRun `npm ci` and use `npx cdk`/,
    );
  });

  it('are refused with one message when Node is too old to run TypeScript', () => {
    const pretend =
      "Object.defineProperty(process.versions, 'node', { value: '20.20.2', configurable: true })";
    const { status, stderr } = checkTools({}, pretend);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Node 20\.20\.2 is too old/);
  });

  it('are checked before the app is run', () => {
    const { app } = JSON.parse(readFileSync('cdk.json', 'utf8'));
    expect(app).toBe('node bin/check-tools.mjs && node bin/stack.ts');
  });
});
