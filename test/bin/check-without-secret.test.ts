import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../bin/command.ts';
import { checkCommand } from '../../bin/commands/check.ts';
import { withoutAws } from '../support/no-aws.ts';

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-test-'));
const printed: string[] = [];

beforeAll(() => {
  const permission = {
    service: 'eps',
    grantedBy: '한국산업인력공단',
    reference: '2026-1',
    validUntil: '2099-12-31T23:59:59+09:00',
  };
  const configuration = `export default ${JSON.stringify({ permissions: [permission] })};\n`;
  writeFileSync(join(folder, 'bonghwa.config.ts'), configuration);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  withoutAws();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('bonghwa check with a permission and no secret', () => {
  it('is our fault, in one JSON document with the remedy', async () => {
    expect(await checkCommand.run(['eps', '--json'], 'en')).toBe(EXIT.fault);
    expect(printed).toHaveLength(1);
    const answer = JSON.parse(printed[0] ?? '');
    expect(answer).toMatchObject({
      check: 'eps/login',
      result: 'inconclusive',
      kind: 'monitor-fault',
      rule: 'SECRET_MISSING',
      requests: {},
      evidence: [],
    });
    expect(answer.fault.message).toMatch(
      /eps is unset .* bonghwa secret set eps`, or in the secrets file/,
    );
  });

  it('tells a person the same', async () => {
    expect(await checkCommand.run(['eps'], 'en')).toBe(EXIT.fault);
    expect(printed.join('\n')).toContain('bonghwa secret set eps');
  });
});
