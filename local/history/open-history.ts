import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HistoryTable } from '#adapters/dynamodb/history-items';
import { ensureTable } from '#adapters/dynamodb/table';
import { resourceNames } from '#contract/names';
import { InvalidInputError, MonitorFaultError } from '#core/errors';
import { startDatabase } from '#local/cloud/database';
import { ownedFolder } from '#local/watch/owned-folder';

export interface OpenHistory extends HistoryTable {
  readonly stop: () => Promise<void>;
}

/** The table in a data folder of `watch`, which must not be running. Throws InvalidInputError. */
export async function openFolder(
  data: string,
  stage: string,
  use: 'export' | 'import',
): Promise<OpenHistory> {
  if (use === 'export' && !existsSync(join(data, 'dynamodb'))) {
    throw new InvalidInputError(
      `${data} is no data folder of watch.`,
      'Name the one that watch was given with --data FOLDER.',
    );
  }
  const database = await startDatabase({ dataFolder: await ownedFolder(data), synced: true });
  const client = new DynamoDBClient({
    endpoint: database.url,
    region: 'local',
    credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
  });
  const { table } = resourceNames(stage);
  await ensureTable(client, table);
  return {
    client,
    table,
    async stop() {
      client.destroy();
      await database.stop();
    },
  };
}

/** The table of a deployed stage, with the credentials of the AWS SDK. Throws MonitorFaultError. */
export async function openStage(stage: string, region: string): Promise<OpenHistory> {
  const client = new DynamoDBClient({ region });
  const { table } = resourceNames(stage);
  try {
    await client.send(new DescribeTableCommand({ TableName: table }));
  } catch (error) {
    client.destroy();
    throw new MonitorFaultError(
      `The table ${table} is not reachable: ${error instanceof Error ? error.name : 'error'}.`,
      'Deploy the stage first, and use AWS credentials of its account.',
    );
  }
  return { client, table, stop: async () => client.destroy() };
}
