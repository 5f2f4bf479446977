import { wordsOf } from '#core/notice/texts/languages';
import type { Layer } from '#core/run/layer';
import type { Verdict } from '#core/run/verdict';
import type { Language } from '#core/time/duration';

/**
 * Texts of `check`, `inspect` and `journey try`. A result contains its reason in English, so the
 * Korean screen names the rule instead.
 */
const en = {
  verdict: ({ result, kind, layer }: Verdict, seconds: string) =>
    `${result}${kind === undefined ? '' : ` (${kind})`} at layer ${layer} after ${seconds} s.`,
  reason: ({ reason }: Verdict, _status: number | undefined) => reason,
  fault: (message: string) => message,
  layer: (layer: Layer): string => layer,
  /** What a browser or a portal says. */
  quoted: (words: string) => words,
  matched: (words: string) => `Seen: "${words}".`,
  note: (note: string) => `Note: ${note}`,
  ownAuthority:
    'If an authority of your own issued this certificate, name its file in `watch.caFile`.',
  account:
    'The server asks for an account before it shows a page (HTTP 401). Probes have none: ' +
    'set `pages.main` to an address that answers without one.',
  screenshot: 'Screenshot',
  pictures: 'Pictures of the steps',
  evidence: 'Evidence',
  notKept: (why: string) => `evidence is not kept: ${why}. Remedy: make room, or run elsewhere.`,
};

const RESULTS: Readonly<Record<Verdict['result'], string>> = {
  passed: '정상',
  degraded: '느림',
  failed: '실패',
  inconclusive: '판단 불가',
};

const ko: typeof en = {
  verdict: ({ result, kind, layer }, seconds) => {
    const { kinds, layers } = wordsOf('ko');
    const why = kind === undefined ? '' : ` ${kinds[kind]} (${kind})`;
    return `${RESULTS[result]}, ${layers[layer]} 단계, ${seconds}초.${why}`;
  },
  reason: ({ rule }, status) =>
    `판단 규칙: ${rule}${status === undefined ? '' : `, HTTP ${status}`}.`,
  fault: (message) => `오류 원문: ${message}`,
  layer: (layer) => wordsOf('ko').layers[layer],
  quoted: (words) => `원문: ${words}`,
  matched: (words) => `판단 근거: "${words}"`,
  note: (note) => `참고: ${note}`,
  ownAuthority: '기관 자체 인증서라면 그 인증기관 파일을 `watch.caFile`에 적으십시오.',
  account:
    '서버가 화면을 보여 주기 전에 계정을 요구합니다(HTTP 401). 프로브에는 계정이 없으니 ' +
    '`pages.main`에 계정 없이 열리는 주소를 적으십시오.',
  screenshot: '화면 캡처',
  pictures: '단계별 화면',
  evidence: '증거',
  notKept: (why) =>
    `증거를 남기지 못했습니다: ${why}. 디스크 공간을 확보하거나 다른 폴더에서 실행하십시오.`,
};

export const CHECKING_TEXTS = { ko, en } satisfies Readonly<Record<Language, typeof en>>;
