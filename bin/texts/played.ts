import type { Language } from '#core/time/duration';

/** Texts of a scenario that is played on this machine. */
const en = {
  windingUp: 'winding up; Ctrl-C again ends at once.',
  busy: (withheld: number, dropped: number) =>
    `this machine was busy. Runs that ran out of time and do not count: ${withheld}. ` +
    `Runs dropped because they began too late: ${dropped}.`,
  invalid: 'this machine was too busy; the result is not valid. End other programs and try again.',
  stopped: 'stopped before the end of the scenario, so there is no result.',
  checks: (count: number, seconds: string) => `${count} runs in ${seconds} s`,
};

const ko: typeof en = {
  windingUp: '정리하고 있습니다. Ctrl-C를 한 번 더 누르면 바로 끝납니다.',
  busy: (withheld, dropped) =>
    `이 컴퓨터가 바빠 시간을 넘긴 실행 ${withheld}건은 집계에서 제외했고, ` +
    `너무 늦게 시작한 ${dropped}건은 건너뛰었습니다.`,
  invalid:
    '이 컴퓨터가 너무 바빠 결과가 유효하지 않습니다. 다른 프로그램을 종료하고 다시 실행하십시오.',
  stopped: '시나리오가 끝나기 전에 중단해 결과가 없습니다.',
  checks: (count, seconds) => `모니터링 ${count}회, ${seconds}초`,
};

export const PLAYED_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;
