/**
 * Condition that holds for requests within these partitions only. `ForAllValues` alone also holds
 * for a request without the key, such as one that IAM cannot see into.
 */
export function onlyPartitions(...patterns: readonly string[]) {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}
