/** Attribute names of the one table; the access patterns are in docs/architecture.md. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Epoch seconds after which DynamoDB may delete the item. Readers filter on it too. */
  timeToLive: 'ttl',
  /**
   * Prefix of the partitions for people's commands. The API's role may put items only there, so it
   * can never change state, outages or rollups.
   */
  peoplePrefix: 'PEOPLE#',
  /**
   * Prefix of the partitions that map a provider's message to its notice. Only for the log reader.
   */
  messagePrefix: 'MESSAGE#',
  /**
   * Sparse global index over results that did not pass. One query finds a service's newest one,
   * however many passes lie between. All attributes are projected.
   */
  notPassedIndex: {
    name: 'not-passed',
    /** Contains the service id. Set only on such results. */
    partitionKey: 'notPassed',
    sortKey: 'sk',
  },
} as const;
