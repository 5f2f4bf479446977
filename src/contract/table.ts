/** Attribute names of the one table; the access patterns are in docs/architecture.md. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB may delete the item; readers filter on it too. */
  timeToLive: 'ttl',
} as const;
