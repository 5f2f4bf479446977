import { describe, expect, it } from 'vitest';
import { VirtualClock } from '#local/replay/virtual-clock';
import { NINE_FIFTEEN } from '../../support/builders.ts';

function aClock(pace = 30) {
  let real = 0;
  const clock = new VirtualClock(NINE_FIFTEEN, pace, () => real);
  clock.holdAt(Number.POSITIVE_INFINITY);
  const pass = (ms: number) => {
    real += ms;
  };
  return { clock, pass };
}

describe('the virtual clock', () => {
  it('runs faster than real time by its pace', () => {
    const { clock, pass } = aClock();
    pass(100);
    expect(clock.now()).toBe(NINE_FIFTEEN + 3_000);
    expect(clock.realMsUntil(NINE_FIFTEEN + 6_000)).toBe(100);
  });

  it('stands still until the replay begins', () => {
    let real = 0;
    const clock = new VirtualClock(NINE_FIFTEEN, 30, () => real);
    real = 5_000;
    expect(clock.now()).toBe(NINE_FIFTEEN);
    clock.holdAt(NINE_FIFTEEN + 60_000);
    real = 5_100;
    expect(clock.now()).toBe(NINE_FIFTEEN + 3_000);
  });

  it('changes its pace without a jump', () => {
    const { clock, pass } = aClock();
    clock.setPace(15);
    pass(100);
    expect(clock.now()).toBe(NINE_FIFTEEN + 1_500);
  });

  it('jumps ahead and goes on from there', () => {
    const { clock, pass } = aClock();
    clock.jumpTo(NINE_FIFTEEN + 60_000);
    pass(10);
    expect(clock.now()).toBe(NINE_FIFTEEN + 60_300);
  });

  it('never goes backwards', () => {
    const { clock, pass } = aClock();
    pass(1_000);
    clock.jumpTo(NINE_FIFTEEN);
    expect(clock.now()).toBe(NINE_FIFTEEN + 30_000);
  });

  it('stands still at the next event, however slow the machine is', () => {
    const { clock, pass } = aClock();
    clock.holdAt(NINE_FIFTEEN + 10_000);
    pass(5_000);
    expect(clock.now()).toBe(NINE_FIFTEEN + 10_000);
    clock.holdAt(NINE_FIFTEEN + 20_000);
    pass(100);
    expect(clock.now()).toBe(NINE_FIFTEEN + 13_000);
  });

  it('lets queues deliver at once', () => {
    expect(aClock().clock.secondsUntil()).toBe(0);
  });
});
