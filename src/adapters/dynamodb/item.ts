import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { TABLE } from '#contract/table';
import { MonitorFaultError } from '#core/errors';
import { type Instant, SECOND } from '#core/time';

/** Address of one item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Record<string, AttributeValue>;

/** What stands beside the document, for conditions and filters. */
export type Attributes = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface NewItem {
  readonly key: Key;
  readonly document: unknown;
  readonly attributes?: Attributes;
  /** When it may be deleted; absent: kept for good. */
  readonly expiresAt?: Instant;
}

/** Layout of an item, raised when it changes. Independent of the `schema` of the document in it. */
const LAYOUT = 1;

export function keyOf({ pk, sk }: Key): Item {
  return { [TABLE.partitionKey]: { S: pk }, [TABLE.sortKey]: { S: sk } };
}

export function toItem({ key, document, attributes = {}, expiresAt }: NewItem): Item {
  const item: Item = {
    ...keyOf(key),
    v: { N: String(LAYOUT) },
    doc: { S: JSON.stringify(document) },
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) item[name] = toAttribute(value);
  }
  if (expiresAt !== undefined) {
    item[TABLE.timeToLive] = { N: String(Math.floor(expiresAt / SECOND)) };
  }
  return item;
}

function toAttribute(value: string | number | readonly string[]): AttributeValue {
  if (typeof value === 'string') return { S: value };
  return typeof value === 'number' ? { N: String(value) } : { SS: [...value] };
}

/** The document of an item as its type; what was written is trusted, its layout is not. */
export function fromItem<T>(item: Item): T {
  const layout = Number(item.v?.N);
  if (layout === LAYOUT && item.doc?.S !== undefined) return JSON.parse(item.doc.S) as T;
  throw new MonitorFaultError(
    `The item ${item.pk?.S} ${item.sk?.S} has the layout ${layout}, unknown to this version.`,
    'Deploy the version that wrote it, or a newer one.',
  );
}

/** DynamoDB deletes expired items days late; for readers they are gone at once. */
export function isExpired(item: Item, now: Instant): boolean {
  const expires = item[TABLE.timeToLive]?.N;
  return expires !== undefined && Number(expires) * SECOND <= now;
}
