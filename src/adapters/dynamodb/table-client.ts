import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE } from '#contract/table';
import { defined } from '#core/defined';
import type { Clock } from '#core/ports/ambient';
import { SECOND } from '#core/time/time';
import { fromItem, type Item, isExpired, type Key, keyOf, type NewItem, toItem } from './item.ts';

/** A condition or filter in DynamoDB's expression language. */
export interface Expression {
  readonly text: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
}

export interface RangeQuery {
  readonly pk: string;
  /** Both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
  /** Reads the sparse index, where `pk` is a service id. */
  readonly index?: 'not-passed';
  readonly filter?: Expression;
}

export interface PageQuery extends RangeQuery {
  /** Number of items to read, before the filter. */
  readonly limit: number;
  /** Continues after this key. */
  readonly after?: Key;
}

export interface ItemPage {
  readonly items: readonly Item[];
  /** Number of items read. */
  readonly scanned: number;
  /** Where to continue. Absent at the end. */
  readonly last?: Key;
}

/** The table operations that the stores need. Expired items are invisible through it. */
export interface TableClient {
  get(key: Key, options?: { readonly consistent: boolean }): Promise<Item | undefined>;
  /** False if the condition was not met. */
  put(item: NewItem, condition?: Expression): Promise<boolean>;
  page(query: PageQuery): Promise<ItemPage>;
  all(query: RangeQuery): Promise<readonly Item[]>;
  /** Documents of the items. An unreadable one is reported and skipped. */
  documents<T>(items: readonly Item[], isWhole?: (document: T) => boolean): readonly T[];
}

export interface TableClientOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: Clock;
  /** Called for each unreadable item, each time it is read. */
  readonly onUnreadable?: (where: string, error: unknown) => void;
}

/** The condition that nobody wrote the item since its attribute `version` was read. 0: no item. */
export function isVersion(previous: number): Expression {
  if (previous === 0) return { text: 'attribute_not_exists(pk)' };
  return {
    text: '#version = :previous',
    names: { '#version': 'version' },
    values: { ':previous': { N: String(previous) } },
  };
}

/** Sorts after every key of this project. */
export const LAST = '\uffff';

export function createTableClient(options: TableClientOptions): TableClient {
  const { client, table, clock } = options;
  async function page(query: PageQuery): Promise<ItemPage> {
    // DynamoDB treats such a range as an error.
    if (query.from > query.to) return { items: [], scanned: 0 };
    const answer = await client.send(
      new QueryCommand({ TableName: table, ...queryInput(query, clock.now()) }),
    );
    const last = answer.LastEvaluatedKey;
    return {
      items: answer.Items ?? [],
      scanned: answer.ScannedCount ?? 0,
      ...(last ? { last: { pk: last.pk?.S ?? '', sk: last.sk?.S ?? '' } } : {}),
    };
  }
  return {
    page,
    async get(key, options) {
      const answer = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: keyOf(key),
          ConsistentRead: options?.consistent ?? false,
        }),
      );
      const item = answer.Item;
      return item && !isExpired(item, clock.now()) ? item : undefined;
    },
    async put(item, condition) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem(item),
            ...(condition ? { ConditionExpression: condition.text } : {}),
            ...expressionInput(condition),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    documents: (items, isWhole) => readDocuments(items, isWhole, options),
    async all(query) {
      const items: Item[] = [];
      let after: Key | undefined;
      do {
        const next = await page({ ...query, limit: 1_000, ...defined({ after }) });
        items.push(...next.items);
        after = next.last;
      } while (after);
      return items;
    },
  };
}

function readDocuments<T>(
  items: readonly Item[],
  isWhole: ((document: T) => boolean) | undefined,
  { onUnreadable }: TableClientOptions,
): readonly T[] {
  return items.flatMap((item) => {
    try {
      const document = fromItem<T>(item);
      if (isWhole?.(document) === false)
        throw new TypeError('A field is missing or has another type.');
      return [document];
    } catch (error) {
      onUnreadable?.(`${item.pk?.S} ${item.sk?.S}`, error);
      return [];
    }
  });
}

function expressionInput(expression: Expression | undefined) {
  return {
    ...defined({
      ExpressionAttributeNames: expression?.names,
      ExpressionAttributeValues: expression?.values,
    }),
  };
}

function queryInput(query: PageQuery, now: number) {
  const { index, filter, after } = query;
  const partitionKey = index ? TABLE.notPassedIndex.partitionKey : TABLE.partitionKey;
  const alive = '(attribute_not_exists(#ttl) OR #ttl > :now)';
  return {
    ...(index ? { IndexName: TABLE.notPassedIndex.name } : {}),
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
    FilterExpression: filter ? `${alive} AND ${filter.text}` : alive,
    ExpressionAttributeNames: {
      '#pk': partitionKey,
      '#sk': TABLE.sortKey,
      '#ttl': TABLE.timeToLive,
      ...filter?.names,
    },
    ExpressionAttributeValues: {
      ':pk': { S: query.pk },
      ':from': { S: query.from },
      ':to': { S: query.to },
      ':now': { N: String(Math.floor(now / SECOND)) },
      ...filter?.values,
    },
    ScanIndexForward: !query.newestFirst,
    ConsistentRead: query.consistent ?? false,
    Limit: query.limit,
    ...(after
      ? {
          ExclusiveStartKey: {
            ...keyOf(after),
            ...(index ? { [partitionKey]: { S: query.pk } } : {}),
          },
        }
      : {}),
  };
}
