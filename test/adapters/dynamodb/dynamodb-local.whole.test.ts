import { describe, expect, it } from 'vitest';
import { startDynamodbLocal, withoutDynamodbLocal } from '../../../scripts/dynamodb-backends.ts';
import { dynamodbContract } from './stores-under-test.ts';

const reason = withoutDynamodbLocal();

if (reason === undefined) dynamodbContract('DynamoDB Local', startDynamodbLocal);

describe('DynamoDB Local', () => {
  it.skipIf(reason !== undefined)(`holds the contract too (${reason ?? 'above'})`, () => {
    expect(reason).toBeUndefined();
  });
});
