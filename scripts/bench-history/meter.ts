import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The store's work since the last reset. */
export interface Reading {
  readUnits: number;
  writeUnits: number;
  items: number;
  calls: number;
}

interface Answer {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
  readonly Items?: readonly unknown[];
  readonly Item?: unknown;
}

export interface Meter {
  readonly client: DynamoDBClient;
  take(): Reading;
  /** Repeats the answers since the last call, without the store. */
  remember(on: boolean): void;
}

interface Question {
  readonly input: object;
  readonly constructor: { readonly name: string };
}

/** The client with a meter: requests consumed capacity and sums it. */
export function metered(client: DynamoDBClient): Meter {
  let reading = empty();
  let remembering = false;
  const answers = new Map<string, Answer>();
  const ask = async (command: Question, key: string) => {
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = (await client.send(command as never)) as Answer;
    count(reading, command.constructor.name, answer);
    answers.set(key, answer);
    return answer;
  };
  const send = async (command: Question) => {
    const key = `${command.constructor.name} ${JSON.stringify(command.input)}`;
    return (remembering && answers.get(key)) || ask(command, key);
  };
  return {
    client: { send } as unknown as DynamoDBClient,
    take() {
      const taken = reading;
      reading = empty();
      return taken;
    },
    remember(on) {
      remembering = on;
      if (!on) answers.clear();
    },
  };
}

function empty(): Reading {
  return { readUnits: 0, writeUnits: 0, items: 0, calls: 0 };
}

function count(reading: Reading, command: string, answer: Answer): void {
  const units = answer.ConsumedCapacity?.CapacityUnits ?? 0;
  reading.calls += 1;
  if (command === 'PutItemCommand') reading.writeUnits += units;
  else reading.readUnits += units;
  reading.items += answer.Items?.length ?? (answer.Item ? 1 : 0);
}
