import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Narrator } from '#local/replay/narrator';
import { catalogue } from '#portals/catalogues';
import { NINE_FIFTEEN } from '../../support/builders.ts';

/** What it prints where no terminal is, with the real ms at each tick of the scenario. */
function printed(ticks: readonly number[], isTTY = false): string {
  const stream = Object.assign(new PassThrough(), { isTTY });
  let now = 0;
  const narrator = new Narrator({
    catalogue,
    stream: stream as unknown as NodeJS.WriteStream,
    language: 'ko',
    elapsed: () => now,
  });
  for (const [index, at] of ticks.entries()) {
    now = at;
    narrator.progress(NINE_FIFTEEN, (index + 1) / 10);
  }
  return String(stream.read() ?? '');
}

describe('the progress of a replay', () => {
  it('is a bar on a terminal', () => {
    expect(printed([0], true)).toMatch(/███░+ {2}10 % {2}09:15 KST$/);
  });

  it('is told elsewhere after a minute of silence, so that a busy machine does not look dead', () => {
    expect(printed([10_000, 61_000, 70_000, 122_000])).toBe(
      '09:15:00 KST  20 %\n09:15:00 KST  40 %\n',
    );
  });

  it('says nothing of itself on a machine that keeps up', () => {
    expect(printed([10_000, 20_000, 30_000])).toBe('');
  });
});
