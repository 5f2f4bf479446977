import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import type { Outage } from '#core/outage/outage';
import type { Instant } from '#core/time/time';
import { fromItem, type Item, isExpired, toItem } from './item.ts';
import { daysInto, OUTAGES, positionOf, reachedDay } from './outage-keys.ts';

export const HISTORY_KINDS = ['results', 'rollups', 'outages'] as const;

export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface HistoryTable {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** Undefined for items that are not history: state, notices and people's items. */
export function historyKind(item: Item): HistoryKind | undefined {
  const pk = item.pk?.S ?? '';
  const sk = item.sk?.S ?? '';
  if (pk.startsWith('SERVICE#') && sk.startsWith('RESULT#')) return 'results';
  if (pk.startsWith('CHECK#') && /^(ROLLUP|LAYERS)#/.test(sk)) return 'rollups';
  return pk === OUTAGES ? 'outages' : undefined;
}

/** Stored items. Open outages are left out, because nobody would close them in the other table. */
export async function* historyItems(
  { client, table }: HistoryTable,
  now: Instant,
): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: table, ExclusiveStartKey: from, ConsistentRead: true }),
    );
    for (const item of page.Items ?? []) {
      if (historyKind(item) && item.state?.S !== 'open' && !isExpired(item, now)) yield item;
    }
    from = page.LastEvaluatedKey;
  } while (from);
}

/** False if the table already has the item, or a later one under its key. */
export async function addHistoryItem(place: HistoryTable, item: Item): Promise<boolean> {
  const { client, table } = place;
  try {
    if (historyKind(item) === 'outages') await markDays(place, item);
    await client.send(new PutItemCommand({ TableName: table, Item: item, ...conditionOf(item) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * The days that an outage lasted into follow from the outage. They are written first, as in the
 * outage store.
 */
async function markDays({ client, table }: HistoryTable, item: Item): Promise<void> {
  const outage = fromItem<Outage>(item);
  if (!outage.endedBetween) return;
  const marks = daysInto(outage, outage.endedBetween.by).map((day) =>
    toItem({ key: { pk: reachedDay(day), sk: positionOf(outage.id) }, document: outage.id }),
  );
  await Promise.all(
    marks.map((Item) => client.send(new PutItemCommand({ TableName: table, Item }))),
  );
}

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

/** A later revision of an outage replaces an older one. A final rollup replaces one that is not. */
function conditionOf({ frozen, revision }: Item): Condition {
  const isNew = 'attribute_not_exists(pk)';
  if (revision) {
    return {
      ConditionExpression: `${isNew} OR revision < :revision`,
      ExpressionAttributeValues: { ':revision': revision },
    };
  }
  return { ConditionExpression: frozen ? `${isNew} OR attribute_not_exists(frozen)` : isNew };
}
