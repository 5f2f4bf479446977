import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '#adapters/dynamodb/table';
import { startDatabase } from '#local/cloud/database';

/** Writes items for ever and prints each one that the store acknowledged. The test kills it. */
const { url } = await startDatabase({ dataFolder: process.argv[2], synced: true });
const client = new DynamoDBClient({
  endpoint: url,
  region: 'ap-northeast-2',
  credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
});
await ensureTable(client, 'kept');
for (let number = 0; ; number += 1) {
  const Item = { pk: { S: 'SERVICE#shop' }, sk: { S: String(number) } };
  await client.send(new PutItemCommand({ TableName: 'kept', Item }));
  process.stdout.write(`${number}\n`);
}
