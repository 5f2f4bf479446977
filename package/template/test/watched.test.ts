import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { playScenario, runJourney } from 'bonghwa/testing';

test('an outage is told once, and so is its end', async () => {
  const { notices, unmet } = await playScenario('scenarios/down.json');
  assert.deepEqual(unmet, []);
  assert.deepEqual(
    notices.map(({ type }) => type),
    ['opened', 'closed'],
  );
});

test('the journey gets through a page like the real one', async () => {
  const page = '<h1>Example Domain</h1><p>A page for examples.</p><a href="/more">More</a>';
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { result, steps } = await runJourney('example/front', `http://127.0.0.1:${port}`);
    assert.equal(result, 'passed', JSON.stringify(steps));
  } finally {
    server.close();
  }
});
