import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Folders with our texts for people. Texts of portals, and patterns that recognise pages, are not
 * ours.
 */
const FOLDERS = ['bin', 'lambda', 'lib', 'local', 'portals/moel', 'src'];
const NOT_OURS = /^(src\/core\/classify|src\/adapters\/(chromium|network)|portals\/moel\/looks)/;

/** Words that readers understand differently, and the word to use instead. */
const OLD_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!예정된 )점검(?! ?(안내|화면|공지|시간|등록|일정|중))(?!'$)/u,
    '모니터링 or 확인; 점검 is planned maintenance',
  ],
  [/(?<!모의|직업)훈련(?!기관|과정| 출결)/u, '모의훈련'],
  [/데이터 ?계층|공통원인/u, '공통 원인'],
  [/돌려보/u, '반환'],
  [/여정/u, '모니터링 시나리오'],
  [/선택자(?!\(selector\))/u, '선택자(selector)'],
  [/비밀 저장소|비밀값/u, 'Secrets Manager의 값 or 인증 정보'],
  [/열람 토큰/u, '조회 권한'],
  [/증거를 담은/u, '화면 캡처 포함'],
  [/확신 정도/u, '판단 신뢰도'],
  [/이어 감|다시 성공/u, '재발 or 정상 응답 재개'],
  [/확인하지 못한 것/u, '확인 범위 밖 항목'],
  [/확인 불가|상태 불명/u, '알 수 없음'],
  [/관측/u, '확인'],
  [/세지 않/u, '집계에서 제외'],
  [/고용센터\(국번/u, '1350 is 고객상담센터'],
  [/인증서 체인/u, '중간 인증서'],
  [/There is no such thing/, 'Not found.'],
  [/The state of the thing/, 'Conflicts with the current state.'],
  [/is no (valid )?(port|web address|http address)/, 'is not a valid …'],
  [/as far as looked at/, 'in what was checked'],
  [/would have had/, 'would have received'],
  [/known to have left/, 'delivery is not confirmed'],
  [/without leave/, 'without permission'],
  [/delete it at will/, 'safe to delete'],
  [/wants a token/, 'requires a token'],
  [/\b[Ww]hoever\b|\bnobody who\b/, 'name the person or the part'],
];

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !NOT_OURS.test(path) ? [path] : [];
  });
}

/** Texts between quotes, without comments. */
function textsOf(code: string): readonly string[] {
  const spoken = code.replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '');
  return [...spoken.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)].map(
    ([text]) => text,
  );
}

function oldWordsIn(text: string): readonly string[] {
  return OLD_WORDS.filter(([old]) => old.test(text)).map(([, better]) => `${text}: ${better}`);
}

describe('texts for people', () => {
  it('use one word for one thing, and none of the old ones', () => {
    const found = FOLDERS.flatMap(sources).flatMap((path) =>
      textsOf(readFileSync(join(ROOT, path), 'utf8'))
        .flatMap(oldWordsIn)
        .map((line) => `${path}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["'최근 점검 결과를 확인하십시오.'", 1],
    ["'점검 안내 화면이 나왔습니다.'", 0],
    ["'점검'", 0],
    ["'점검화면'", 0],
    ["'훈련 알림입니다.'", 1],
    ["'모의훈련 알림이며 실제 장애가 아닙니다.'", 0],
    ["'훈련기관'", 0],
    ["'공통 데이터 계층'", 1],
  ])('%s holds %i old words', (text, count) => {
    expect(oldWordsIn(text)).toHaveLength(count);
  });
});
