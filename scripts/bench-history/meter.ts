import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What the store did since the last reset. */
export interface Reading {
  readUnits: number;
  writeUnits: number;
  items: number;
  calls: number;
  /** Time during which at least one call was under way, ms. */
  busyMs: number;
}

interface Answer {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
  readonly Items?: readonly unknown[];
  readonly Item?: unknown;
}

export interface Meter {
  readonly client: DynamoDBClient;
  take(): Reading;
}

/** The client with a meter on it: asks for consumed capacity and adds it up. */
export function metered(client: DynamoDBClient): Meter {
  let reading = empty();
  let running = 0;
  let since = 0;
  const send = async (command: { input: object; constructor: { name: string } }) => {
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    if (running === 0) since = performance.now();
    running += 1;
    try {
      const answer = (await client.send(command as never)) as Answer;
      count(reading, command.constructor.name, answer);
      return answer;
    } finally {
      running -= 1;
      if (running === 0) reading.busyMs += performance.now() - since;
    }
  };
  return {
    client: { send } as unknown as DynamoDBClient,
    take() {
      const taken = reading;
      reading = empty();
      return taken;
    },
  };
}

function empty(): Reading {
  return { readUnits: 0, writeUnits: 0, items: 0, calls: 0, busyMs: 0 };
}

function count(reading: Reading, command: string, answer: Answer): void {
  const units = answer.ConsumedCapacity?.CapacityUnits ?? 0;
  reading.calls += 1;
  if (command === 'PutItemCommand') reading.writeUnits += units;
  else reading.readUnits += units;
  reading.items += answer.Items?.length ?? (answer.Item ? 1 : 0);
}
