/** What broke, stopped, is worked on or has gone, whatever the words. All heuristic. */
import type { Phrase } from '#core/classify/phrase-weight';
import { sign } from '#core/classify/sign';
import {
  CANNOT,
  FAULT,
  LATE,
  MACHINE,
  PLACE,
  pattern,
  STOP,
  SYSTEM,
  WORK,
  within,
} from '#core/classify/vocabulary';

/** A search without a find is a good answer. */
const NOT_EMPTY =
  '(?<!.)(?!.*(?:정보|자료|결과|내역|목록|데이터|게시물)(?:를|가|이|을|은)?(?:찾을수없|없습|존재하지)).*?';
/** A sentence, not a heading. */
const STATED = '(?=.*(?:[다요오음됨함네죠중]|[!…])[^가-힣]*$)';
const BAD = `(?:${CANNOT}|${FAULT}|${STOP}|${LATE})`;

const ENGLISH_FAILS =
  /\b(could|can|did|does|do|was|were|is|are|has|have)( ?not|n['’]?t)\b[^.?!]{0,30}\b(be |been )?(load|process|connect|complete|respon|reach|handle|display|show|open|work|find|fetch|sav|serve|available|able)|\b(unable|failed|failure|fails?)\b|\b(unavailable|broken|crashed|down|(experiencing|due to) an? ?outage|overloaded|disrupt\w*)\b|having (a hard time|trouble|difficult)|not respond|\b(hit|encountered|ran into|there (was|is)|we have) (a|an|some)\b.{0,20}\b(error|problem|issue|snag|glitch|trouble|bug)/gu;

export const ERROR_SIGNS: readonly Phrase[] = [
  sign('machine-fails', 0.6, pattern(NOT_EMPTY, MACHINE, within(18), BAD, STATED), ENGLISH_FAILS),
  sign('system-fails', 1.2, pattern(NOT_EMPTY, SYSTEM, within(18), BAD, STATED), ENGLISH_FAILS),
  sign(
    'something-fails',
    1,
    pattern(BAD, STATED),
    /\b(error|problem|issue|wrong|trouble|failure)\b/gu,
  ),
  sign(
    'not-now',
    0.5,
    /지금(은)?|현재|일시(적|중)|잠시|당분간|임시로/gu,
    /temporar|at th(is|e) (time|moment)|right now|currently/gu,
  ),
  sign(
    'apology',
    1,
    /죄송|송구|미안|사과(드|의)|불편(을|하|이)|양해|(너그러운|이해를?)부탁/gu,
    /sorry|apolog|inconvenience|oops/gu,
  ),
  sign(
    'come-again',
    0.8,
    /(잠시|조금|나중|이따|잠깐|\d+분|얼마|곧).{0,4}(후|뒤|있다|에)?.{0,8}(다시|재(시도|접속)|이용|시도|접속|방문|들러|찾아|와주)|재(시도|접속)|다시(시도|접속|불러|한번)|새로고침/gu,
    /try again|retry|refresh|reload|come back|check back|later/gu,
  ),
  sign(
    'whom-to-ask',
    0.5,
    /(관리자|담당자?|고객센터|상담|콜센터|운영팀|전산팀|헬프데스크|전화).{0,10}(문의|연락|알려|신고|주십|주세요)/gu,
    /contact|administrator|support/gu,
  ),
  sign('fault-named', 1.2, pattern('^', within(14), FAULT, within(14), '$')),
  sign(
    'under-repair',
    0.7,
    /복구|고치고|조치(하|중)|정상화|해결하고|원인(을|파악)|확인하고있/gu,
    /working (on|to)|investigat|team (is|has)|been notified/gu,
  ),
  sign(
    'number-of-fault',
    1.3,
    /(코드|번호|code|no)[.:：)]*\(?[a-z]*[-_]?\d{2,}|[a-z]{2,6}-\d{3,}/gu,
  ),
];

export const WORK_SIGNS: readonly Phrase[] = [
  sign(
    'work-on-it',
    2,
    pattern(
      WORK,
      '(?:([^)]{0,40}))?',
      within(8),
      '(?:중(?!단|지|요|심|소|이거나)|하고있|진행|실시|적용|위해|위하여|(?<!이전)(?:으)?로(?!그)|관계로|에따라|때문|시간입|일입)',
    ),
    /maintenance|upgrad|being (updated|improved|migrated)/gu,
  ),
  sign('patience', 0.8, /잠시만?기다려|양해|불편/gu, /patience|inconvenience/gu),
  sign(
    'new-system',
    2,
    /(차세대|새로운?|신규|편리한|나은|좋은)(시스템|모습|서비스|홈페이지|누리집).{0,12}(준비|갈아|바꾸|바뀌|전환|옮기|단장)/gu,
  ),
  sign('work-named', 0.8, pattern(WORK, '(?:안내|공지|일시|시간|기간|대상|내용|사유|중|$)')),
  sign(
    'from-until',
    1,
    /\d{1,2}(시|:\d{2}).{0,16}(~|-|–|부터|까지)|\d{1,2}(일|\))?.{0,10}(~|–|부터).{0,20}\d{1,2}(일|시|:)|(오전|오후|새벽|밤|자정).{0,8}(부터|까지)|(기간|일시|시간)[:：]/gu,
    /\d{1,2}:\d{2}|(until|by|from) \d/gu,
  ),
  sign(
    'no-service-then',
    1,
    pattern(SYSTEM, within(16), `(?:${CANNOT}|${STOP}|제한|닫|쉽니다|쉬어)`),
  ),
  sign(
    'opens-again',
    1,
    /다시(만나|찾아|열|문을)|일(에|부터)?만나|찾아뵙|재개|(완료|종료|오픈|정상화)예정|예정(시각|시간)|(점검|작업|완료|종료|끝난)(가|이)?(후|뒤)(에)?.{0,6}(이용|접속|사용)/gu,
    /back (soon|shortly|online)|expected (completion|to)|will (resume|return|be (back|available))/gu,
  ),
];

export const MOVE_SIGNS: readonly Phrase[] = [
  sign(
    'place-gone',
    2,
    pattern(
      PLACE,
      within(12),
      '(?:(?<!수)없[어습는거]|사라|삭제|존재하지|찾을수|찾지못|옮[겼기]|바뀌|바뀐|변경|이동|이전|통합|개편|폐쇄|폐지|종료|만료|운영하지)',
    ),
    /(page|site|document|address|url|resource|link)\b.{0,40}(not (found|exist)|moved|gone|removed|deleted|closed|retired|n.t exist)/gu,
  ),
  sign(
    'one-with-another',
    2,
    /(로|와|과)(새롭게|하나로)?(통합|이전|변경|합쳐|개편|이관)(되|하|됐|했|졌)/gu,
  ),
  sign(
    'nothing-there',
    1.5,
    pattern(
      within(0),
      '(?:해당|요청|찾으시|입력)하?(?:하는|하신|는)?',
      within(16),
      '(?:없습|없거나|존재하지|찾을수없|삭제)',
    ),
  ),
  sign(
    'new-place',
    1,
    /(새|새로운|신규|바뀐|변경된|이전된)(주소|위치|사이트|누리집|홈페이지|화면|메뉴)|즐겨찾기|바로가기$|에서(만나|제공|이용)|(메인|홈|첫화면|처음)(으로|화면)/gmu,
    /home ?page|new (address|site|location)/gu,
  ),
];

export const TIME_SIGNS: readonly Phrase[] = [
  sign(
    'time-ran-out',
    2.5,
    /(제한|응답|대기|처리|요청|연결|허용|수행)시간[^.!?]{0,6}(초과|경과|넘|지나|안에|내에)|응답[^.!?]{0,10}(지연|없어|늦|오지않|받지못)|타임아웃|시간(이)?초과|시간(안|내)에?[^.!?]{0,12}[않못]/gu,
    /(took|taking|takes) too long|\btimed?[- ]?out\b|deadline exceeded/gu,
  ),
  sign(
    'request-dropped',
    1,
    /(요청|연결|처리|조회|작업)(을|이|를|가)?[^.!?]{0,8}(취소|종료|끊|중단|중지|끝나지)/gu,
    /(cancel|abort|close)/gu,
  ),
];
