import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { codeOf } from '#adapters/channels/refusal';
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
      {
        en: `${data} is no data folder of watch.`,
        ko: `${data} 폴더는 watch의 데이터 폴더가 아닙니다.`,
      },
      {
        en: 'Name the one that watch was given with --data FOLDER.',
        ko: 'watch에 --data FOLDER로 준 폴더를 지정하십시오.',
      },
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
    const kind = codeOf(error);
    throw new MonitorFaultError(
      {
        en: `The table ${table} is not reachable: ${kind}.`,
        ko: `${table} 테이블에 접근할 수 없습니다: ${kind}.`,
      },
      {
        en: 'Deploy the stage first, and use AWS credentials of its account.',
        ko: '먼저 배포하고, 그 계정의 AWS 자격 증명으로 실행하십시오.',
      },
    );
  }
  return { client, table, stop: async () => client.destroy() };
}
