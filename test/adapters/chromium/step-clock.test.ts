import { describe, expect, it } from 'vitest';
import { StepClock } from '#adapters/chromium/step-clock';

function clockOf(runEnd = 100_000) {
  const time = { ms: 0 };
  return { time, clock: new StepClock(() => time.ms, 2_000, runEnd) };
}

describe('the clock of a step', () => {
  it('gives back the time that a look of ours took', async () => {
    const { time, clock } = clockOf();
    await clock.aside(async () => {
      time.ms += 1_500;
    });
    expect(clock.left()).toBe(2_000);
  });

  it('gives it back where the look failed, too', async () => {
    const { time, clock } = clockOf();
    const look = clock.aside(async () => {
      time.ms += 700;
      throw new Error('no page');
    });
    await expect(look).rejects.toThrow('no page');
    expect(clock.left()).toBe(2_000);
  });

  it('goes on for what the step does itself, and ends with the run', async () => {
    const { time, clock } = clockOf(2_500);
    await clock.aside(async () => {
      time.ms += 1_000;
    });
    time.ms += 400;
    expect(clock.left()).toBe(1_100);
    expect(clock.cutShort()).toBe(false);
  });
});
