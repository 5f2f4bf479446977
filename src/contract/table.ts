/** Attribute names of the one table; the access patterns are in docs/architecture.md. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB may delete the item; readers filter on it too. */
  timeToLive: 'ttl',
  /**
   * Prefix of the partitions for commands by people. The API's role may put items only there, so it
   * can never change state, outages or rollups.
   */
  peoplePrefix: 'PEOPLE#',
  /** Prefix of the partitions that say which notice a provider's message is; the log reader's alone. */
  messagePrefix: 'MESSAGE#',
  /**
   * Sparse global index over the results that did not simply pass, newest of a service within one
   * query however many passes lie between. All attributes are projected.
   */
  notPassedIndex: {
    name: 'not-passed',
    /** Holds the service id; set on such results only. */
    partitionKey: 'notPassed',
    sortKey: 'sk',
  },
} as const;
