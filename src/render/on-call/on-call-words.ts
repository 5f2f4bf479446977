import type { EvidenceType } from '#core/run/result';
import type { Language } from '#core/time/duration';

/** The words of the on-call view, in one language. */
export interface OnCallWords {
  readonly language: Language;
  readonly title: string;
  readonly none: string;
  readonly tokenNeeded: string;
  readonly forbidden: string;
  readonly publicPage: string;
  readonly acknowledge: string;
  readonly note: string;
  readonly addNote: string;
  readonly noteRefused: string;
  readonly runs: string;
  readonly steps: string;
  readonly evidence: string;
  readonly back: string;
  readonly runHead: readonly string[];
  readonly stepHead: readonly string[];
  readonly pictures: Readonly<Partial<Record<EvidenceType, string>>>;
  /** For a hang, because the browser still shows the previous page. */
  readonly pageBefore: string;
  readonly noStep: string;
  readonly formOutdated: string;
  /** The group takes no more commands this minute. */
  readonly tooMany: string;
  readonly notesFull: string;
  readonly tooLarge: string;
  readonly notFound: string;
  readonly failed: string;
}

const KOREAN: OnCallWords = {
  language: 'ko',
  title: '당직 화면',
  none: '기록된 장애가 없습니다.',
  tokenNeeded: '조회 권한이 필요합니다. 이름은 비워 두고 암호에 토큰을 넣으세요.',
  forbidden: '이 토큰으로는 할 수 없습니다.',
  publicPage: '공개 상황판',
  acknowledge: '확인했음을 기록',
  note: '메모',
  addNote: '메모 남기기',
  noteRefused:
    '메모를 저장하지 않았습니다. 보이는 글자가 있어야 하고, 2,000자를 넘거나 제어 문자가 있으면 안 됩니다.',
  runs: '장애를 판단한 실행',
  steps: '단계',
  evidence: '그 밖의 증거',
  back: '장애로 돌아가기',
  runHead: ['항목', '값'],
  stepHead: ['단계', '결과', '걸린 시간', '오류'],
  pictures: {
    screenshot: '멈춘 순간의 화면',
    'step-screenshot': '이 단계가 정상으로 끝난 화면',
    'last-good-screenshot': '마지막으로 정상이었을 때의 화면',
  },
  pageBefore: '요청에 응답이 없어 이전 화면이 남아 있음',
  noStep: '단계 없음',
  tooMany: '요청이 너무 많습니다. 1분 뒤에 다시 보내세요.',
  notesFull: '메모를 저장하지 않았습니다. 이 장애에는 메모를 더 남길 수 없습니다.',
  tooLarge: '보낸 내용이 너무 큽니다. 메모는 2,000자까지 남길 수 있습니다.',
  notFound: '찾으시는 화면이 없습니다.',
  failed: '요청을 처리하지 못했습니다. 잠시 후 다시 시도하세요.',
  formOutdated: '양식이 오래되었거나 다른 사이트에서 보냈습니다. 화면을 다시 열고 보내세요.',
};

const ENGLISH: OnCallWords = {
  language: 'en',
  title: 'On call',
  none: 'No outages on record.',
  tokenNeeded: 'A token is needed. Leave the name empty and give the token as the password.',
  forbidden: 'This token does not allow it.',
  publicPage: 'Public status page',
  acknowledge: 'Acknowledge',
  note: 'Note',
  addNote: 'Add a note',
  noteRefused:
    'The note was not kept. It needs a visible character, 2,000 characters at most, and no control characters.',
  runs: 'Runs that decided',
  steps: 'Steps',
  evidence: 'Other evidence',
  back: 'Back to the outage',
  runHead: ['Field', 'Value'],
  stepHead: ['Step', 'Result', 'Took', 'Error'],
  pictures: {
    screenshot: 'Screen at the moment it stopped',
    'step-screenshot': 'Screen when this step ended well',
    'last-good-screenshot': 'Screen when it last worked',
  },
  pageBefore: 'No answer to the request: the page before it is still shown',
  noStep: 'no step',
  tooMany: 'Too many requests. Send it again in a minute.',
  notesFull: 'The note was not kept. This outage takes no more notes.',
  tooLarge: 'What was sent is too large. A note has 2,000 characters at most.',
  notFound: 'There is no such page.',
  failed: 'The request failed. Try again in a moment.',
  formOutdated: 'The form is outdated or came from another site. Open the page again and resend.',
};

export function onCallWordsOf(language: Language): OnCallWords {
  return language === 'ko' ? KOREAN : ENGLISH;
}
