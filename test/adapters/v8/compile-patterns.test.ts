import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** V8's own answer. Its natives are for a process of their own. */
const SCRIPT = `
import { compilePatternsAtFirstUse } from '#adapters/v8/compile-patterns';
const interpreted = () => {
  const pattern = new RegExp('점검|장애' + Math.random());
  pattern.test('정기 점검 안내');
  return %RegexpHasBytecode(pattern, false);
};
const before = interpreted();
compilePatternsAtFirstUse();
console.log(before, interpreted());
`;

describe('a pattern', () => {
  it('is compiled at its first use, and without the switch it is interpreted', () => {
    const options = ['--allow-natives-syntax', '--input-type=module', '-e', SCRIPT];
    const answer = execFileSync(process.execPath, options, { encoding: 'utf8' });
    expect(answer.trim()).toBe('true false');
  });
});
