import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { TABLE } from '#contract/table';
import { DAY, type Instant, SECOND } from '#core/time/time';

export interface SweepOptions {
  readonly database: DynamoDBClient;
  readonly objects: S3Client;
  readonly table: string;
  readonly bucket: string;
  readonly now: Instant;
  /** Ends it after the current page. The next sweep finds the rest. */
  readonly signal?: AbortSignal;
}

export interface Swept {
  readonly items: number;
  readonly objects: number;
}

/** The same as the bucket's rules in a deployment (`lib/storage-stack.ts`). */
const EVIDENCE_DAYS = { 'passed/': 3, 'failed/': 400 } as const;

/** DynamoDB's limit for one batch. */
const BATCH = 25;

/** Items per request, because the store answers checks on the same thread in between. */
const PAGE = 500;

/** Removes expired items. On AWS the services do this themselves. */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const items = await sweepTable(options);
  return { items, objects: await sweepEvidence(options) };
}

async function sweepTable({ database, table, now, signal }: SweepOptions): Promise<number> {
  let removed = 0;
  let from: Item | undefined;
  do {
    const page = await database.send(expired({ table, now, from }));
    const keys = page.Items ?? [];
    for (let start = 0; start < keys.length; start += BATCH) {
      removed += await removeItems(database, table, keys.slice(start, start + BATCH));
    }
    from = page.LastEvaluatedKey;
  } while (from && !signal?.aborted);
  return removed;
}

type Item = Record<string, AttributeValue>;

interface Expired extends Pick<SweepOptions, 'table' | 'now'> {
  readonly from: Item | undefined;
}

function expired({ table, now, from }: Expired): ScanCommand {
  return new ScanCommand({
    TableName: table,
    Limit: PAGE,
    FilterExpression: '#ttl <= :now',
    ProjectionExpression: '#pk, #sk',
    ExpressionAttributeNames: {
      '#ttl': TABLE.timeToLive,
      '#pk': TABLE.partitionKey,
      '#sk': TABLE.sortKey,
    },
    ExpressionAttributeValues: { ':now': { N: String(Math.floor(now / SECOND)) } },
    ExclusiveStartKey: from,
  });
}

/** Number of removed items. Items that the store postpones are left for the next sweep. */
async function removeItems(
  database: DynamoDBClient,
  table: string,
  keys: readonly Item[],
): Promise<number> {
  const requests = keys.map((Key) => ({ DeleteRequest: { Key } }));
  const { UnprocessedItems } = await database.send(
    new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
  );
  return keys.length - (UnprocessedItems?.[table]?.length ?? 0);
}

async function sweepEvidence({ objects, bucket, now, signal }: SweepOptions): Promise<number> {
  let removed = 0;
  for (const [prefix, days] of Object.entries(EVIDENCE_DAYS)) {
    let from: string | undefined;
    do {
      if (signal?.aborted) return removed;
      const page: ListObjectsV2CommandOutput = await objects.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: from }),
      );
      const old = (page.Contents ?? []).filter(
        ({ LastModified }) => LastModified && LastModified.getTime() < now - days * DAY,
      );
      for (const { Key } of old) {
        await objects.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
      removed += old.length;
      from = page.NextContinuationToken;
    } while (from);
  }
  return removed;
}
