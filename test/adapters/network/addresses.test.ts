import { createServer } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { createOwnNetwork } from '#adapters/network/own-network';
import { classify } from '#core/classify/classify';
import { HEALTHY, HTML, limitsOf, probe, serve, targetOf } from './probing.ts';

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
    const { observation } = await probe(targetOf(`http://half.internal:${await portalPort()}`));
    expect(classify(observation).result).toBe('passed');
    expect(lookup).toHaveBeenCalledWith('half.internal', { family: 4, all: true });
  });

  it('is not reached when none answers', async () => {
    const { observation } = await probe(targetOf(`http://none.internal:${await portalPort()}`));
    expect(observation.fault).toMatchObject({ phase: 'connect', code: 'ECONNREFUSED' });
    expect(classify(observation)).toMatchObject({ result: 'failed', kind: 'connect' });
  });
});

describe('a public name that leads inside', () => {
  it('says nothing by itself, and is down when something unrelated is reached', async () => {
    const record = await probe(targetOf('https://all.example'));
    expect(classify(record.observation)).toMatchObject({
      result: 'inconclusive',
      kind: 'monitor-fault',
      rule: 'code-private-address',
    });
    const other = createServer((_, response) => response.writeHead(200, HTML).end(HEALTHY));
    const controls = [targetOf(`http://127.0.0.1:${await serve(other)}`)];
    const judged = await createOwnNetwork({ controls })(record);
    expect(classify(judged.observation)).toMatchObject({
      result: 'failed',
      kind: 'dns',
      layer: 'host',
      rule: 'code-published-private-address',
    });
    const silent = await createOwnNetwork({ controls: [targetOf('http://127.0.0.1:1')] })(record);
    expect(silent.observation.fault).toMatchObject({ phase: 'monitor', code: 'OWN_NETWORK' });
  });

  it('by one of its addresses is asked by the others', async () => {
    // The second address is reserved for documentation, so no server has it.
    const addresses = ['10.0.0.1', '192.0.2.1'];
    lookup.mockResolvedValueOnce(addresses.map((address) => ({ address, family: 4 })));
    const limits = limitsOf({ connectMs: 200 });
    const { observation } = await probe(targetOf('http://mixed.example'), { limits });
    expect(observation.fault).toMatchObject({ phase: 'connect' });
    vi.stubEnv('AWS_LAMBDA_RUNTIME_API', '127.0.0.2:80');
    expect((await probe(targetOf('http://none.internal'), { limits })).observation.fault).toEqual(
      expect.objectContaining({ phase: 'connect', code: 'ECONNREFUSED' }),
    );
    vi.unstubAllEnvs();
  });

  it('is refused: neither the machine nor its metadata service is a portal', async () => {
    const { observation } = await probe(targetOf(`http://half.example:${await portalPort()}`));
    expect(observation.fault).toMatchObject({ phase: 'dns', code: 'ERR_PRIVATE_ADDRESS' });
  });

  it('is refused by redirect too, and the named address that redirects is not', async () => {
    const port = await serve(
      createServer((_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
      }),
    );
    const { observation } = await probe(targetOf(`http://127.0.0.1:${port}`));
    expect(observation.fault).toMatchObject({ phase: 'dns', code: 'ERR_PRIVATE_ADDRESS' });
    expect(observation.finalUrl).toContain('169.254.169.254');
  });

  it('and the Lambda runtime API is refused even where it is named', async () => {
    const port = await portalPort();
    vi.stubEnv('AWS_LAMBDA_RUNTIME_API', `127.0.0.1:${port}`);
    const { observation } = await probe(targetOf(`http://127.0.0.1:${port}`));
    vi.unstubAllEnvs();
    expect(observation.fault).toMatchObject({ code: 'ERR_PRIVATE_ADDRESS' });
  });
});
