import { describe, expect, it } from 'vitest';
import { UnknownNameError } from '#core/errors';
import { readWithheld } from '#pipeline/history/read-withheld';
import { aConfiguration } from '../../support/builders.ts';

describe('reasons why nobody was told', () => {
  const ports = {
    configuration: aConfiguration(),
    withheld: { range: async (...asked: unknown[]) => asked },
  } as never;

  it('are those of the service in the window', async () => {
    expect(await readWithheld('eps', { from: 1, to: 2 }, ports)).toEqual(['eps', 1, 2]);
  });

  it('are refused for an unknown service', async () => {
    await expect(readWithheld('nobody', { from: 1, to: 2 }, ports)).rejects.toThrow(
      UnknownNameError,
    );
  });
});
