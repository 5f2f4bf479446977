import { mkdtemp, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { startCloud } from '#local/cloud/embedded-cloud';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'bonghwa-test-'));
});

afterEach(() => rm(dataFolder, { recursive: true, force: true }));

async function spoil(folder: string): Promise<void> {
  const path = join(dataFolder, folder);
  for (const file of await readdir(path))
    await writeFile(join(path, file), 'not a database at all');
}

describe('a data folder', () => {
  it('is used again by the next start', async () => {
    await (await startCloud({ stage: 'test', dataFolder })).stop();
    await (await startCloud({ stage: 'test', dataFolder })).stop();
  });

  it('that another one uses is named with the remedy, and the other goes on', async () => {
    const first = await startCloud({ stage: 'test', dataFolder });
    const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '' } = first.environment;
    try {
      const second = await startCloud({ stage: 'test', dataFolder }).catch(
        (thrown: unknown) => thrown,
      );
      expect(second).toBeInstanceOf(InvalidInputError);
      expect(second).toMatchObject({
        message: `Another Bonghwa is running on the data folder ${dataFolder}.`,
        remedy: expect.stringContaining('--data FOLDER'),
      });
      const { TableNames } = await new DynamoDBClient({ endpoint }).send(new ListTablesCommand());
      expect(TableNames).toHaveLength(1);
    } finally {
      await first.stop();
    }
  });

  it.each(['dynamodb', 'messaging'])(
    'with a spoilt %s store is named with the remedy',
    async (part) => {
      await (await startCloud({ stage: 'test', dataFolder })).stop();
      await spoil(part);
      const error = await startCloud({ stage: 'test', dataFolder }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(MonitorFaultError);
      expect(error).toMatchObject({
        message: expect.stringContaining(join(dataFolder, part)),
        remedy: expect.stringContaining(`mv ${join(dataFolder, part)} `),
      });
    },
  );

  it('that was copied without the file CURRENT is refused, and nothing in it is deleted', async () => {
    await (await startCloud({ stage: 'test', dataFolder })).stop();
    const store = join(dataFolder, 'dynamodb');
    await unlink(join(store, 'CURRENT'));
    const before = await readdir(store);
    await expect(startCloud({ stage: 'test', dataFolder })).rejects.toThrow(/CURRENT is missing/);
    expect(await readdir(store)).toEqual(before);
  });

  it('below a file is named with the reason in words', async () => {
    await writeFile(join(dataFolder, 'dynamodb'), '');
    await expect(startCloud({ stage: 'test', dataFolder })).rejects.toThrow(
      /dynamodb cannot be used: .*: a file or a link is in the way\.$/,
    );
  });
});
