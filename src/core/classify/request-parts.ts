import { compactText } from '#core/classify/page-text';
import { type Part, patternOf } from '#core/classify/part';

/** Background requests of a page. No visitor waits for their answer. Heuristic. */
export const BACKGROUND_PATHS: readonly Part[] = [
  {
    name: 'chat',
    is: '/chat/poll',
    not: '/wk/a/b/1200/retriveDtlEmpSrchList.do',
    any: [/\b(chat(bot)?|consult|talk|messenger|socket\.io|sockjs|comet)\b/u],
  },
  {
    name: 'waiting-for-news',
    is: '/events/stream',
    not: '/cm/main.do',
    any: [/\b(long)?poll(ing)?\b|\b(events?|sse|stream|push|subscribe|notif\w*|alarm|alim)\b/u],
  },
  {
    name: 'counting',
    is: 'https://www.google-analytics.com/g/collect',
    not: '/statistics/list.do',
    any: [/analytics|\b(collect|beacon|track(er|ing)?|telemetry|rum|wcslog|wiselog|logger|hit)\b/u],
  },
  {
    name: 'staying',
    is: '/session/keepalive',
    not: '/cm/z/b/0210/openLginPage.do',
    any: [/\b(keep-?alive|heart-?beat|ping|session(check|timer|extend))\b/u],
  },
];

const BACKGROUND = patternOf(BACKGROUND_PATHS);
const BACKGROUND_TYPES: readonly string[] = ['eventsource', 'websocket', 'ping', 'beacon', 'media'];

/** True if no visitor waits for the answer to the request. */
export function isBackground({ url, resource }: { url: string; resource: string }): boolean {
  if (resource === 'document') return false;
  return BACKGROUND_TYPES.includes(resource) || BACKGROUND.test(url.toLowerCase());
}

/** Answers of programs that carry an error instead of data. Heuristic. */
export const ERROR_BODIES: readonly Part[] = [
  {
    name: 'says-error',
    is: '{"resultCode":"9999","resultMessage":"시스템 오류가 발생하였습니다."}',
    not: '{"title":"오류 신고 방법"}',
    any: [/(오류|에러|장애)(가|이)?(발생|입니다)|처리(하지못|할수없|중오류)|실패(하였|했)습니다/u],
  },
  {
    name: 'names-exception',
    is: '{"error":"ORA-01033"}',
    not: '{"error":null}',
    any: [
      // Data may tell of exceptions: only what is said of this answer counts.
      /^[^[{].*(\b(ora|tbr|tns)-\d{4,5}|\w+exception\b)/u,
      /"\w*(error|exception|message|msg|cause|detail|trace|reason)\w*":"[^"]*((ora|tbr|tns)-\d{4,5}|exception\b)/u,
      /"(error|exception)":("[^"]|\{)/u,
    ],
  },
  {
    name: 'not-a-success',
    is: '{"success":false,"data":null}',
    not: '{"success":true}',
    any: [/"(success|isSuccess|ok)":false/iu, /"status":"?(5\d\d|error|fail\w*)"?/u],
  },
];

const ERROR_BODY = patternOf(ERROR_BODIES, 'iu');
/** A longer answer carries data. */
const LONGEST_ERROR = 1_500;

export function isErrorBody(body: string): boolean {
  return body.length <= LONGEST_ERROR && ERROR_BODY.test(compactText(body));
}
