import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localTokens, tokenFileProblem } from '#local/api/api-tokens';
import { close, listen } from '#local/cloud/loopback';
import { runningWatch, sayEnded, sayRunning } from '#local/system/running';

const FILE = '.bonghwa/running.json';
const NOBODY = 65_534;
const home = process.cwd();
let folder: string;
let server: Server;
let first: { url: string; stage: string; channels: string[]; environment: object };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bonghwa-running-'));
  process.chdir(folder);
  server = createServer((_, response) => response.end());
  const url = `http://127.0.0.1:${await listen(server)}`;
  first = { url, stage: 'prod', channels: ['ops'], environment: {} };
});

afterEach(async () => {
  process.chdir(home);
  await close(server);
  rmSync(folder, { recursive: true });
});

const second = { url: 'http://127.0.0.1:9' };

describe('the record of the system that runs in this folder', () => {
  it('stays with the first process while that answers, and tells the second so', async () => {
    expect(await sayRunning(first)).toBeUndefined();
    const told = (await sayRunning(second))?.en;
    expect(told).toMatch(`at ${first.url}. Both go on.`);
    expect(told).toMatch(`--api ${second.url}`);
    await sayEnded(second);
    expect(await runningWatch()).toEqual(first);
    await sayEnded(first);
    expect(existsSync(FILE)).toBe(false);
  });

  it('passes to the next one when the first was killed', async () => {
    await sayRunning(first);
    await close(server);
    expect(await sayRunning(second)).toBeUndefined();
    await sayEnded(first);
    expect(existsSync(FILE)).toBe(true);
    await sayEnded(second);
    expect(existsSync(FILE)).toBe(false);
  });

  it.each(['', '{"url":', '[]'])('is replaced where it was %j', async (text) => {
    mkdirSync('.bonghwa');
    writeFileSync(FILE, text);
    expect(await runningWatch()).toBeUndefined();
    expect(await sayRunning(first)).toBeUndefined();
    expect(await runningWatch()).toEqual(first);
  });

  it('that cannot be written is one line, and the system goes on', async () => {
    writeFileSync('.bonghwa', 'a file where the folder should be');
    const told = (await sayRunning(second))?.en;
    expect(told).toMatch(/\.bonghwa.*Other commands find this system with --api/);
    expect(told).not.toContain('\n');
    await sayEnded(second);
  });
});

describe.runIf(process.getuid?.() === 0)('a .bonghwa folder of another user', () => {
  beforeEach(() => {
    chmodSync(folder, 0o755);
    mkdirSync('.bonghwa', { mode: 0o700 });
    writeFileSync('.bonghwa/tokens.json', '{"tokens":[]}');
    process.seteuid?.(NOBODY);
  });
  afterEach(() => process.seteuid?.(0));

  it('is one line about the record, and ends nothing', async () => {
    const told = (await sayRunning(second))?.en;
    expect(told).toMatch(/EACCES.*Other commands find this system with --api/);
    expect(await runningWatch()).toBeUndefined();
    await sayEnded(second);
  });

  it('is one line about the tokens, and the token of this run works', async () => {
    expect((await tokenFileProblem())?.en).toMatch(/tokens\.json cannot be read \(EACCES\)/);
    expect(JSON.parse(await localTokens(0).secret()).tokens).toHaveLength(1);
  });
});
