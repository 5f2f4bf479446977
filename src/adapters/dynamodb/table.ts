import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { TABLE } from '#contract/table';
import { MonitorFaultError } from '#core/errors';

const { name: indexName, partitionKey: indexPartitionKey, sortKey } = TABLE.notPassedIndex;

function definition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: TABLE.partitionKey, AttributeType: 'S' },
      { AttributeName: TABLE.sortKey, AttributeType: 'S' },
      { AttributeName: indexPartitionKey, AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
      { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: indexName,
        KeySchema: [
          { AttributeName: indexPartitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  };
}

/** Creates the table of the embedded cloud if it does not exist. lib/ makes the deployed one. */
export async function ensureTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(definition(name)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await untilActive(client, name);
}

async function untilActive(client: DynamoDBClient, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isActive(client, name)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new MonitorFaultError(
    {
      en: `The table ${name} does not become active.`,
      ko: `${name} 테이블이 준비되지 않습니다.`,
    },
    { en: 'Start again.', ko: '다시 시작하십시오.' },
  );
}

async function isActive(client: DynamoDBClient, name: string): Promise<boolean> {
  try {
    const answer = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = answer.Table?.GlobalSecondaryIndexes ?? [];
    return (
      answer.Table?.TableStatus === 'ACTIVE' &&
      indexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')
    );
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
