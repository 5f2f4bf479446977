import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { classify } from '#core/classify/classify';
import { HEALTHY, HTML, probe, serve, targetOf } from './probing.ts';

const { lookup } = vi.hoisted(() => ({
  lookup: vi.fn(async (host: string, _options: unknown) =>
    (host.startsWith('half') ? ['127.0.0.2', '127.0.0.1'] : ['127.0.0.2', '127.0.0.3']).map(
      (address) => ({ address, family: 4 }),
    ),
  ),
}));
vi.mock('node:dns/promises', () => ({ lookup }));

async function portalPort(): Promise<number> {
  return serve(
    createServer((_, response) => {
      response.writeHead(200, HTML).end(HEALTHY);
    }),
  );
}

describe('a name with several addresses', () => {
  it('is reached while one of them answers', async () => {
    const { observation } = await probe(targetOf(`http://half.example:${await portalPort()}`));
    expect(classify(observation).result).toBe('passed');
    expect(lookup).toHaveBeenCalledWith('half.example', { family: 4, all: true });
  });

  it('is not when none does', async () => {
    const { observation } = await probe(targetOf(`http://none.example:${await portalPort()}`));
    expect(observation.fault).toMatchObject({ phase: 'connect', code: 'ECONNREFUSED' });
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'connect' });
  });
});
