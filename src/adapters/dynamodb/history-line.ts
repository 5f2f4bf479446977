import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { historyKind } from './history-items.ts';
import { fromItem, type Item } from './item.ts';

/** First line of a history file. Its version changes with the format of lines or items. */
export const HISTORY_HEADER = JSON.stringify({ format: 'bonghwa-history', version: 1 });

/** The item as JSON, with bytes in base64. */
export function toHistoryLine(item: Item): string {
  const attributes = Object.entries(item).map(([name, value]) => [
    name,
    value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
  ]);
  return JSON.stringify(Object.fromEntries(attributes));
}

/** Throws for a line that is no item of history, or that this version cannot read. */
export function fromHistoryLine(line: string): Item {
  const parsed = JSON.parse(line) as Record<string, { readonly B?: string }>;
  const attributes = Object.entries(parsed).map(([name, value]) => [
    name,
    typeof value.B === 'string' ? { B: Buffer.from(value.B, 'base64') } : value,
  ]);
  const item = Object.fromEntries(attributes) as Record<string, AttributeValue>;
  if (!historyKind(item)) throw new TypeError('It is no result, rollup or outage.');
  const document = fromItem<unknown>(item);
  if (typeof document !== 'object' || document === null) {
    throw new TypeError('It has no document.');
  }
  return item;
}
