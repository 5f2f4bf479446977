import type { Language } from '#core/time/duration';

const en = {
  ended: 'ended: everything that was acknowledged is in the data folder.',
};

const ko: typeof en = {
  ended: '끝났습니다. 저장이 확인된 결과와 알림은 모두 데이터 폴더에 있습니다.',
};

export const WATCH_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;
