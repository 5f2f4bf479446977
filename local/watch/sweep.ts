import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { TABLE } from '#contract/table';
import { DAY, type Instant, SECOND } from '#core/time/time';

export interface SweepOptions {
  readonly table: string;
  readonly bucket: string;
  readonly now: Instant;
}

export interface Swept {
  readonly items: number;
  readonly objects: number;
}

/** As the bucket's rules have it where the system is deployed (`lib/storage-stack.ts`). */
const EVIDENCE_DAYS = { 'passed/': 3, 'failed/': 400 } as const;

/** DynamoDB takes no more in one batch. */
const BATCH = 25;

/** Removes what is past its time: on AWS the services do it by themselves, here nobody else does. */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const items = await sweepTable(options);
  return { items, objects: await sweepEvidence(options) };
}

async function sweepTable({ table, now }: SweepOptions): Promise<number> {
  const client = new DynamoDBClient({});
  const keys = [TABLE.partitionKey, TABLE.sortKey] as const;
  let removed = 0;
  let from: Record<string, AttributeValue> | undefined;
  const scan = (): Promise<ScanCommandOutput> =>
    client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: '#ttl < :now',
        ProjectionExpression: '#pk, #sk',
        ExpressionAttributeNames: { '#ttl': TABLE.timeToLive, '#pk': keys[0], '#sk': keys[1] },
        ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / SECOND)) } },
        ExclusiveStartKey: from,
      }),
    );
  do {
    const { Items = [], LastEvaluatedKey } = await scan();
    for (let start = 0; start < Items.length; start += BATCH) {
      const requests = Items.slice(start, start + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
    }
    removed += Items.length;
    from = LastEvaluatedKey;
  } while (from);
  return removed;
}

async function sweepEvidence({ bucket, now }: SweepOptions): Promise<number> {
  const client = new S3Client({ forcePathStyle: true });
  let removed = 0;
  for (const [prefix, days] of Object.entries(EVIDENCE_DAYS)) {
    let from: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(client, { bucket, prefix, from });
      const old = (page.Contents ?? []).filter(
        ({ LastModified }) => LastModified && LastModified.getTime() < now - days * DAY,
      );
      for (const { Key } of old) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
      removed += old.length;
      from = page.NextContinuationToken;
    } while (from);
  }
  return removed;
}

interface Listing {
  readonly bucket: string;
  readonly prefix: string;
  readonly from: string | undefined;
}

function list(client: S3Client, { bucket, prefix, from }: Listing) {
  return client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: from }),
  );
}
