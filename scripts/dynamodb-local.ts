import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DYNAMODB_LOCAL, withoutDynamodbLocal } from './dynamodb-backends.ts';

/**
 * Fetches DynamoDB Local from the npm package that contains it, because its licence forbids
 * redistribution. With it, the contract of the stores and `npm run bench:history` run against it
 * too.
 */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const SHA256 = '3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9';

function run(command: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} failed: ${stderr.split('\n')[0]}`);
}

async function fetchEmulator(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bonghwa-dynamodb-local-'));
  try {
    const archive = run('npm', ['pack', '--silent', PACKAGE], folder).trim();
    const digest = createHash('sha256')
      .update(await readFile(join(folder, archive)))
      .digest('hex');
    if (digest !== SHA256) throw new Error(`${PACKAGE} is not what it was: SHA-256 ${digest}`);
    run('tar', ['-xzf', archive], folder);
    await rm(DYNAMODB_LOCAL, { recursive: true, force: true });
    await cp(join(folder, 'package/emulator'), DYNAMODB_LOCAL, { recursive: true });
  } finally {
    await rm(folder, { recursive: true });
  }
}

await fetchEmulator();
console.log(withoutDynamodbLocal() ?? `DynamoDB Local is in ${DYNAMODB_LOCAL}`);
