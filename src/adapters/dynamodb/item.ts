import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { TABLE } from '#contract/table';
import { type Instant, SECOND } from '#core/time/time';
import { LAYOUT, packDocument, unpackDocument } from './document.ts';

/** Address of one item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Record<string, AttributeValue>;

/** Attributes beside the document, for conditions and filters. */
export type Attributes = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface NewItem {
  readonly key: Key;
  /** Stored as packed JSON. Bytes are stored unchanged. */
  readonly document: unknown;
  readonly attributes?: Attributes;
  /** When it may be deleted. Absent: kept forever. */
  readonly expiresAt?: Instant;
}

export function keyOf({ pk, sk }: Key): Item {
  return { [TABLE.partitionKey]: { S: pk }, [TABLE.sortKey]: { S: sk } };
}

export function toItem({ key, document, attributes = {}, expiresAt }: NewItem): Item {
  const item: Item = {
    ...keyOf(key),
    v: { N: String(LAYOUT) },
    doc: document instanceof Uint8Array ? { B: document } : packDocument(document),
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

export function fromItem<T>(item: Item): T {
  return unpackDocument<T>(item.doc, Number(item.v?.N), `${item.pk?.S} ${item.sk?.S}`);
}

/** DynamoDB deletes expired items days late. Readers ignore them at once. */
export function isExpired(item: Item, now: Instant): boolean {
  const expires = item[TABLE.timeToLive]?.N;
  return expires !== undefined && Number(expires) * SECOND <= now;
}
