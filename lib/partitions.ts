/**
 * Condition that allows requests only within these partitions. `ForAllValues` alone is also true
 * for a request without the key, such as one that IAM cannot inspect.
 */
export function onlyPartitions(...patterns: readonly string[]) {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}
