import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mintToken } from '#adapters/secrets/mint-token';
import { formatTokens } from '#adapters/secrets/token-records';
import { localTokens, tokenFileProblem } from '#local/api/api-tokens';

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-tokens-'));
  process.chdir(folder);
  mkdirSync('.bonghwa');
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const names = async () =>
  JSON.parse(await localTokens(0).secret()).tokens.map(({ name }: { name: string }) => name);

describe('the token file of this folder', () => {
  it('adds its tokens to that of the run', async () => {
    const { record } = mintToken({ name: 'minji', scopes: ['read'], createdAt: 0, expiresAt: 9 });
    writeFileSync('.bonghwa/tokens.json', formatTokens([record]), { mode: 0o600 });
    expect(await tokenFileProblem()).toBeUndefined();
    expect(await names()).toEqual(['npm-start', 'minji']);
  });

  it('need not be there', async () => {
    expect(await tokenFileProblem()).toBeUndefined();
    expect(await names()).toEqual(['npm-start']);
  });

  it.each(['garbage', '', '{"tokens":[{}]}'])(
    'with %j in it is one line with the remedy, and the token of the run works',
    async (text) => {
      writeFileSync('.bonghwa/tokens.json', text, { mode: 0o600 });
      expect((await tokenFileProblem())?.en).toMatch(
        /^The file \.bonghwa\/tokens\.json .*token create$/,
      );
      expect(await names()).toEqual(['npm-start']);
    },
  );
});
