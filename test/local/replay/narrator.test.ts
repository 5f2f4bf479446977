import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { defined } from '#core/defined';
import type { BoardGroup } from '#core/history/board';
import type { ShownState } from '#core/outage/shown-state';
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

describe('the state of a service', () => {
  const group = { group: 'moel', updatedAt: NINE_FIFTEEN, openOutages: [], networkInDoubt: false };
  const check = { check: 'work24/probe', since: NINE_FIFTEEN };

  /** What it prints of these states of work24, one after the other. */
  function told(
    shown: readonly (readonly [state: ShownState, lastKind?: string])[],
    more: Partial<BoardGroup> = {},
  ): string {
    const stream = new PassThrough();
    const narrator = new Narrator({
      catalogue,
      stream: stream as unknown as NodeJS.WriteStream,
      language: 'ko',
    });
    for (const [state, lastKind] of shown) {
      const checks = [{ ...check, state, ...defined({ lastKind }) }];
      const service = { service: 'work24', state, since: NINE_FIFTEEN, checks };
      narrator.board(NINE_FIFTEEN, [{ ...group, services: [service], ...more }]);
    }
    return String(stream.read() ?? '');
  }

  it('is told when it changes, and not before the first result', () => {
    expect(told([['unknown'], ['up'], ['up'], ['down', 'timeout']])).toBe(
      '09:15:00 KST  ● 정상  고용24\n09:15:00 KST  ▼ 장애  고용24\n',
    );
  });

  it('that no run can tell is told with the reason', () => {
    expect(told([['unknown'], ['unknown', 'monitor-fault'], ['unknown', 'monitor-fault']])).toBe(
      '09:15:00 KST  - 알 수 없음  고용24  모니터링 시스템에 문제가 있었습니다.\n',
    );
  });

  it('is told as a matter of our own network where controls fail too', () => {
    expect(told([['unknown', 'monitor-fault']], { networkInDoubt: true })).toContain(
      '고용24  모니터링 측 네트워크 이상 의심',
    );
  });
});
