import { startDynalite } from '../../../scripts/dynamodb-backends.ts';
import { dynamodbContract } from './stores-under-test.ts';

dynamodbContract('dynalite', startDynalite);
