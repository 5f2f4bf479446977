import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { createCheckQueue } from '#adapters/sqs/check-queue';
import { checkRequest } from '#core/detection/schedule';
import { aRequest } from '../../support/builders.ts';

/**
 * Region of the client, URL and bodies of each batch. A double, because one fauxqs is one region.
 */
function recorder(down: readonly string[] = []) {
  const sent: { readonly region: string; readonly url: string; readonly runs: string[] }[] = [];
  const clientAt = (region: string) =>
    ({
      send: async ({ input }: SendMessageBatchCommand) => {
        if (down.some((part) => input.QueueUrl?.includes(part))) throw new Error('unreachable');
        const runs = (input.Entries ?? []).map(
          ({ MessageBody }) => JSON.parse(MessageBody ?? '').run,
        );
        sent.push({ region, url: input.QueueUrl ?? '', runs });
        return {};
      },
    }) as unknown as SQSClient;
  const queue = createCheckQueue({
    client: clientAt('ap-northeast-2'),
    clock: { now: () => 0, secondsUntil: () => 0 },
    journeysUrl: 'https://sqs.ap-northeast-2.amazonaws.com/1/bonghwa-dev-journeys',
    probesUrl: 'https://sqs.ap-northeast-2.amazonaws.com/1/bonghwa-dev-probes',
    typeOf: (check) => (check.endsWith('/login') ? 'journey' : 'probe'),
    elsewhere: { home: 'ap-northeast-2', clientAt },
  });
  return { queue, sent };
}

describe('checks from several vantages', () => {
  it('go to the queue of the same name in the region that should run them', async () => {
    const { queue, sent } = recorder();
    await queue.send([
      { ...aRequest(), check: 'eps/login', run: 'a', vantage: 'ap-northeast-2' },
      { ...aRequest(), check: 'eps/login', run: 'b', vantage: 'ap-northeast-1' },
      { ...aRequest(), check: 'eps/probe', run: 'c', vantage: 'ap-northeast-1' },
    ]);
    expect(sent).toHaveLength(3);
    expect(sent).toEqual(
      expect.arrayContaining([
        {
          region: 'ap-northeast-2',
          url: expect.stringMatching(/ap-northeast-2.*journeys$/),
          runs: ['a'],
        },
        {
          region: 'ap-northeast-1',
          url: expect.stringMatching(/ap-northeast-1.*journeys$/),
          runs: ['b'],
        },
        {
          region: 'ap-northeast-1',
          url: expect.stringMatching(/ap-northeast-1.*probes$/),
          runs: ['c'],
        },
      ]),
    );
  });

  it('that cannot be reached leave their runs to home, and home gets its own in any case', async () => {
    const { queue, sent } = recorder(['ap-northeast-1']);
    await queue.send([
      { ...aRequest(), check: 'eps/probe', run: 'away', vantage: 'ap-northeast-1' },
      { ...aRequest(), check: 'eps/probe', run: 'home', vantage: 'ap-northeast-2' },
    ]);
    expect(sent.map(({ region }) => region)).toEqual(['ap-northeast-2', 'ap-northeast-2']);
    expect(sent.flatMap(({ runs }) => runs).sort()).toEqual(['away', 'home']);
  });

  it('lose no probe because the journeys queue refuses', async () => {
    const { queue, sent } = recorder(['journeys']);
    const requests = [
      { ...aRequest(), check: 'eps/login', run: 'a', vantage: 'ap-northeast-2' },
      { ...aRequest(), check: 'eps/probe', run: 'b', vantage: 'ap-northeast-2' },
    ];
    await expect(queue.send(requests)).rejects.toThrow('unreachable');
    expect(sent.flatMap(({ runs }) => runs)).toEqual(['b']);
  });

  it('are confirmed elsewhere, and run at home otherwise', () => {
    const check = {
      id: 'eps/probe',
      service: 'eps',
      group: 'moel',
      type: 'probe',
      intervalSeconds: 60,
      depth: 'data',
    } as const;
    const at = (trigger: 'scheduled' | 'confirm' | 'sibling', vantages: readonly string[]) =>
      checkRequest({ check, at: 0, trigger, urgent: false }, undefined, {
        permissions: [],
        vantages,
      }).vantage;
    const both = ['ap-northeast-2', 'ap-northeast-1'];
    expect([at('scheduled', both), at('sibling', both), at('confirm', both)]).toEqual([
      'ap-northeast-2',
      'ap-northeast-2',
      'ap-northeast-1',
    ]);
    expect(at('confirm', ['ap-northeast-2'])).toBe('ap-northeast-2');
  });
});
