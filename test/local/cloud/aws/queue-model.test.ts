import { describe, expect, it } from 'vitest';
import { EventSourceModel } from '#local/cloud/aws/event-source-model';
import { QueueModel } from '#local/cloud/aws/queue-model';

const OPTIONS = { fifo: false, visibilityMs: 70_000, retentionMs: 300_000, maxReceives: 3 };

describe('a queue', () => {
  it('hides a received message until its visibility time-out is over', () => {
    const queue = new QueueModel<string>(OPTIONS);
    queue.send('a', 0);
    expect(queue.receive(0, 10)).toHaveLength(1);
    expect(queue.receive(69_999, 10)).toHaveLength(0);
    expect(queue.receive(70_000, 10)).toMatchObject([{ receiveCount: 2 }]);
  });

  it('holds back the group of a FIFO message in flight, and no other group', () => {
    const queue = new QueueModel<string>({ ...OPTIONS, fifo: true });
    queue.send('a1', 0, { group: 'a' });
    const [first] = queue.receive(0, 1);
    queue.send('a2', 1, { group: 'a' });
    queue.send('b1', 1, { group: 'b' });
    expect(queue.receive(1, 10).map(({ body }) => body)).toEqual(['b1']);
    queue.delete(first?.receipt ?? 0);
    expect(queue.receive(2, 10).map(({ body }) => body)).toEqual(['a2']);
  });

  it('drops a message after its third delivery, which frees its group', () => {
    const queue = new QueueModel<string>({ ...OPTIONS, fifo: true });
    queue.send('poison', 0, { group: 'a' });
    queue.send('next', 0, { group: 'a' });
    for (const at of [0, 70_000, 140_000]) {
      expect(queue.receive(at, 1).map(({ body }) => body)).toEqual(['poison']);
    }
    expect(queue.receive(210_000, 1).map(({ body }) => body)).toEqual(['next']);
    expect(queue.deadLetters).toEqual(['poison']);
  });

  it('shows a message sooner when its visibility is changed, and forgets old receipts', () => {
    const queue = new QueueModel<string>(OPTIONS);
    queue.send('a', 0);
    const [first] = queue.receive(0, 1);
    queue.changeVisibility(first?.receipt ?? 0, 0, 2_000);
    expect(queue.nextAt(0)).toBe(2_000);
    expect(queue.receive(2_000, 1)).toHaveLength(1);
    queue.delete(first?.receipt ?? 0);
    expect(queue.nextAt(3_000)).toBe(72_000);
  });

  it('delays by fifteen minutes at most and forgets after its retention', () => {
    const queue = new QueueModel<string>({ ...OPTIONS, retentionMs: 1_000_000 });
    queue.send('a', 0, { delayMs: 3_600_000 });
    expect(queue.nextAt(0)).toBe(900_000);
    expect(queue.receive(1_000_001, 1)).toEqual([]);
  });
});

describe('an event source', () => {
  const source = (
    durationMs: number,
    failed: (receipts: readonly number[]) => readonly number[],
  ) => {
    const queue = new QueueModel<string>(OPTIONS);
    const started: number[] = [];
    const model = new EventSourceModel<string>({
      queue,
      batchSize: 5,
      maxConcurrency: 2,
      timeoutMs: 60_000,
      random: () => 0,
      duplicates: -1,
      returnMs: 2_000,
      invoke: (batch, at) => {
        started.push(at);
        return { durationMs, finish: async () => failed(batch.map(({ receipt }) => receipt)) };
      },
    });
    return { queue, model, started };
  };

  it('runs no more batches at once than it has slots', async () => {
    const { queue, model, started } = source(1_000, () => []);
    for (let index = 0; index < 15; index += 1) queue.send(String(index), 0);
    await model.step(0);
    expect(started).toHaveLength(2);
    await model.step(1_000);
    expect(started).toHaveLength(3);
  });

  it('returns only failed messages, at the time that the function requested', async () => {
    const { queue, model } = source(1_000, ([first]) => (first === undefined ? [] : [first]));
    queue.send('a', 0);
    queue.send('b', 0);
    await model.step(0);
    await model.step(1_000);
    expect(queue.nextAt(1_000)).toBe(3_000);
    expect(queue.receive(3_000, 10)).toHaveLength(1);
  });

  it('loses nothing of an invocation that is cut off: it comes back when the queue says', async () => {
    const { queue, model } = source(90_000, () => []);
    queue.send('a', 0);
    await model.step(0);
    await model.step(60_000);
    expect(queue.nextAt(60_000)).toBe(70_000);
  });
});
