import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LIMITS } from '#core/detection/command';
import { loopCommands, startTarget, type Target, writeNotes } from '../../scripts/attacks/play.ts';

describe('a script with a write token', () => {
  let target: Target;
  beforeAll(async () => {
    target = await startTarget();
  });
  afterAll(() => target.stop());

  it('writes 150 long notes, all kept, and the outage is recorded as it was', async () => {
    const record = await target.recordDigest();
    expect(target.outage).toMatch(/^moel-2024/);
    const answers = await writeNotes(target, 150);
    expect(answers).toEqual({ taken: 150, refused: {} });
    expect(await target.notesKept()).toBe(150);
    expect(await target.recordDigest()).toBe(record);
  });

  it('loops, and gets 429 with a time to wait, while the state stays small', async () => {
    const before = await target.stateBytes();
    const asked = target.asked;
    const { taken, refused } = await loopCommands(target, 300);
    expect(taken).toBeLessThanOrEqual(2 * COMMAND_LIMITS.taken);
    expect(refused[429]).toBeGreaterThan(200);
    expect(target.asked - asked).toBeLessThan(10);
    expect((await target.stateBytes()) - before).toBeLessThan(40_000);
  });
});
