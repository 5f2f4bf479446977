import { chain, either, type Part } from '#core/classify/part';

/* All heuristic. Matched in lower case without white space. */

/** Lines that every page of a portal carries. */
export const FRAME_LINES: readonly Part[] = [
  {
    name: 'copyright',
    is: 'All rights reserved.',
    not: '채용정보',
    any: [/copyright|ⓒ|©|allrightsreserved/u],
  },
  {
    name: 'policies',
    is: '개인정보처리방침',
    not: '개인 회원',
    any: [/개인정보처리|이용약관|저작권/u],
  },
  {
    name: 'contact',
    is: '대표전화 1350',
    not: '전화 상담',
    any: [
      /대표전화|^고객(센터|상담)\d|콜센터|우편번호|사업자등록(번호)?[:：]?\d|^\(?\d{5}\)/u,
      /우\)\d{5}|\(\d{5}\)[가-힣]/u,
    ],
  },
  {
    name: 'official',
    is: '이 누리집은 대한민국 공식 전자정부 누리집입니다',
    not: '누리집 소개',
    any: [
      /패밀리사이트|웹접근성|이메일무단|전자정부누리집|^이누리집은.{0,20}누리집입니다|^an?official(web)?site/u,
    ],
  },
];

/** Lines about trouble. */
export const TROUBLE_LINES: readonly Part[] = [
  {
    name: 'broken',
    is: '시스템 오류',
    not: '장애인 고용',
    any: [/오류|에러|장애(?!인)|이상이|문제가/u],
  },
  { name: 'stopped', is: '서비스 중단', not: '서비스 안내', any: [/점검|중단|중지|멈춥|작업/u] },
  { name: 'sorry', is: '불편을 드려', not: '편리한 이용', any: [/불편|죄송/u] },
  {
    name: 'impossible',
    is: '이용할 수 없습니다',
    not: '이용할 수 있습니다',
    any: [
      /실패|불가|수없|지연|복구|연락|(?<![서면])안(됩니다|돼요|되고|열립|뜹니)|재기동|내려(갔|가|두|져)/u,
    ],
  },
  {
    name: 'refused',
    is: '접근이 거부',
    not: '접근성 인증',
    any: [/차단|제한|거부|금지|거절|대기/u],
  },
  {
    name: 'halted',
    is: '서비스가 정지',
    not: '서비스가 편리',
    any: [/정지|멈추|닫습|쉽니다|재개|화재/u],
  },
  {
    name: 'cut-or-over',
    is: '연결이 끊겼습니다',
    not: '연결하기',
    any: [/정전|끊|초과|만료|종료|불안정/u],
  },
  {
    name: 'not-managed',
    is: '불러오지 못했습니다',
    not: '불러왔습니다',
    any: [/어렵|어려|못했|못하|로봇/u],
  },
  {
    name: 'again-or-ask',
    is: '다시 시도해 주세요',
    not: '처음 뵙겠습니다',
    any: [/사람인지|잘못|양해|문의|다시시도|되지않|하지못/u],
  },
  { name: 'program', is: 'SQL', not: '정보', any: [/ora-\d|sql|jdbc|error|exception/u] },
  {
    name: 'english-fails',
    is: 'Service unavailable',
    not: 'Service list',
    any: [
      /unavailable|fail|sorry|maintenance|down|denied|forbidden|blocked|refused/u,
      /unable|cannot|can't|couldnot|couldn't/u,
    ],
  },
  {
    name: 'english-advice',
    is: 'Please try again',
    not: 'Please apply',
    any: [
      /problem|issue|trouble|notified|timeout|timedout|expired|robot|verify|tryagain/u,
      /retry|notavailable|notright|wrong/u,
    ],
  },
  {
    name: 'stack-frame',
    is: 'at com.portal.main(',
    not: 'at home',
    any: [/\bat[a-z]+\.[a-z.]+\(/u],
  },
];

/** Notices, conditions, empty lists and past trouble: general rules, not trouble. */
export const NO_TROUBLE_LINES: readonly Part[] = [
  {
    name: 'label-of-notice',
    is: '[공지] 점검 안내',
    not: '점검 안내',
    any: [/^\[(공지|안내|알림|점검|공고|뉴스|이벤트)\]/u],
  },
  {
    name: 'condition',
    is: '신청하지 않으면',
    not: '신청하지 않았습니다',
    any: [/경우|때는|를미리|수있습니다|(?<!계속|지속|반복)(않|으|되|하)면/u],
  },
  {
    name: 'warning',
    is: '"배송 불가" 문자는 사칭입니다',
    not: '배송 불가',
    any: [/사칭|피싱|스미싱|누르지마|클릭하지마|주의하(세|시)/u],
  },
  { name: 'none', is: '오류 없음', not: '오류 있음', any: [/오류없|장애없/u] },
  {
    name: 'rule',
    is: 'If you need help',
    not: '서비스 장애',
    any: [
      /^if|검색(결과|된|어|조건)|불편없이|수있도록|매(일|주|월)|(알려|신고해|보내|적어|입력해|제출해|선택해)주/u,
    ],
  },
  {
    name: 'nothing-found',
    is: '조건에 맞는 채용정보가 없습니다',
    not: '서비스가 없습니다',
    any: [/조건에맞는|결과가없|등록된.*없/u],
  },
  {
    name: 'over',
    is: '장애가 복구되었습니다',
    not: '장애가 발생했습니다',
    any: [/operational|resolved|정상(운영|화되)|복구(되었|완료)|해결되/u],
  },
  {
    name: 'list-item',
    is: '1. 점검 항목',
    not: '10.5 점검',
    any: [/^when|^\d{1,2}[.)](?!\d)|가능하(며|지만|나)|youwill/u],
  },
];

/** Links under a message that lead away from it. */
export const WAYS_OUT: readonly Part[] = [
  {
    name: 'way-out',
    is: '메인으로',
    not: '채용정보',
    any: [
      chain(
        /^/u,
        either(
          /홈|메인|처음|첫화면|이전|뒤로|확인|닫기|다시|새로고침|취소|중지|로그|문의|고객|목록|바로|오늘|일주일|하루|더보기|내용|제목|home/u,
          /back|retry|reload|close|ok$|go/u,
        ),
      ),
    ],
  },
];

/** Lines with the details of a message. */
export const PARTICULARS: readonly Part[] = [
  { name: 'colon', is: '일시: 오늘', not: '일시', any: [/[:：]/u] },
  {
    name: 'label',
    is: '점검 일시',
    not: '서비스 안내',
    any: [
      /^[^\p{L}]*(점검|중단|작업|대상|사유|기간|일시|범위|담당|시간|기타|비고|원인|조치|재개|예정|접수|오류|코드|주소)/u,
    ],
  },
  {
    name: 'date',
    is: '7.18(목) 09:00',
    not: '서비스',
    any: [/^[\P{L}월화수목금토일시분오전후까지부터]+$/u],
  },
  { name: 'number', is: '02-123-4567', not: '서비스', any: [/\d{2,4}-\d{3,4}|\d\.\d+\.\d/u] },
];

/** Links that stand under any message. */
export const LINKS_OUT: readonly Part[] = [
  {
    name: 'link-name',
    is: '메인 화면',
    not: '채용정보',
    any: [
      chain(
        /^[^\p{L}]*/u,
        either(
          /홈|메인|처음|첫화면|이전|뒤로|확인|닫기|다시|새로고침|취소|로그|문의|고객|목록|본문|여기|바로가기|home|back|retry/u,
          /reload|close|skip|refresh|support|contact|go/u,
        ),
      ),
    ],
  },
  {
    name: 'go-there',
    is: '홈페이지 가기',
    not: '홈쇼핑',
    any: [/(으로|로|홈|돌아가기)$|(홈페이지|메인|바로)(으로)?(가기|이동)/u],
  },
  {
    name: 'footer-name',
    is: '이용약관',
    not: '이용자',
    any: [/재시도|문의|약관|방침|정책|바로가기/u],
  },
];
