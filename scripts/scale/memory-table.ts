import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '#adapters/dynamodb/item';

/** Work of one tick on the table. */
export interface TableLoad {
  reads: number;
  readUnits: number;
  writes: number;
  writeUnits: number;
  /** Write units by partition. */
  readonly partitions: Map<string, number>;
}

/**
 * Answers the calls of our stores from memory and computes their capacity. No emulator can hold ten
 * thousand services.
 */
export class MemoryTable {
  readonly #partitions = new Map<string, Map<string, Item>>();
  #load = emptyLoad();

  readonly client = { send: (command: object) => this.#send(command) } as unknown as DynamoDBClient;

  take(): TableLoad {
    const load = this.#load;
    this.#load = emptyLoad();
    return load;
  }

  async #send(command: object): Promise<object> {
    const { input } = command as { input: never };
    switch (command.constructor.name) {
      case 'PutItemCommand':
        return this.#put(input);
      case 'GetItemCommand':
        return this.#get(input);
      default:
        return this.#query(input);
    }
  }

  #put({ Item = {}, ConditionExpression, ExpressionAttributeValues }: PutItemCommandInput): object {
    const pk = Item.pk?.S ?? '';
    const partition = this.#partitions.get(pk) ?? new Map<string, Item>();
    const before = partition.get(Item.sk?.S ?? '');
    const previous = ExpressionAttributeValues?.[':previous']?.N;
    const taken = ConditionExpression === 'attribute_not_exists(pk)' && before !== undefined;
    if (taken || (previous !== undefined && before?.version?.N !== previous)) {
      throw new ConditionalCheckFailedException({ message: 'condition', $metadata: {} });
    }
    partition.set(Item.sk?.S ?? '', Item);
    this.#partitions.set(pk, partition);
    const units = Math.ceil(bytesOf(Item) / 1024);
    this.#load.writes += 1;
    this.#load.writeUnits += units;
    this.#load.partitions.set(pk, (this.#load.partitions.get(pk) ?? 0) + units);
    return {};
  }

  #get({ Key = {}, ConsistentRead }: GetItemCommandInput): object {
    const found = this.#partitions.get(Key.pk?.S ?? '')?.get(Key.sk?.S ?? '');
    this.#read(found ? [found] : [], ConsistentRead ?? false);
    return found ? { Item: found } : {};
  }

  #query({ ExpressionAttributeValues, ConsistentRead }: QueryCommandInput): object {
    const value = (name: string) => ExpressionAttributeValues?.[name]?.S ?? '';
    const [from, to] = [value(':from'), value(':to')];
    const partition = this.#partitions.get(value(':pk')) ?? new Map<string, Item>();
    const items = [...partition]
      .filter(([sk]) => sk >= from && sk <= to)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, item]) => item);
    this.#read(items, ConsistentRead ?? false);
    return { Items: items, ScannedCount: items.length };
  }

  #read(items: readonly Item[], consistent: boolean): void {
    const bytes = items.reduce((sum, item) => sum + bytesOf(item), 0);
    const units = Math.max(1, Math.ceil(bytes / 4096));
    this.#load.reads += 1;
    this.#load.readUnits += consistent ? units : units / 2;
  }
}

function emptyLoad(): TableLoad {
  return { reads: 0, readUnits: 0, writes: 0, writeUnits: 0, partitions: new Map() };
}

/** As DynamoDB counts it: names and values. */
function bytesOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => {
    const size = value.B?.length ?? Buffer.byteLength(value.S ?? value.N ?? '');
    return sum + name.length + size;
  }, 0);
}
