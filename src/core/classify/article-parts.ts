import type { Part } from '#core/classify/part';

/** A title that is enough by itself. */
export const ARTICLE_TITLES: readonly Part[] = [
  {
    name: 'questions',
    is: '자주 묻는 질문',
    not: '서비스 안내',
    any: [/faq|자주(묻는|하는)질문|질문(과|및)답변|묻고답하기/u],
  },
  { name: 'jobs', is: '채용공고', not: '채용', any: [/채용공고/u] },
  { name: 'courses', is: '교육과정', not: '교육청', any: [/강의|강좌|교육과정/u] },
  { name: 'board-or-paper', is: '게시판', not: '게시', any: [/게시판|일보|뉴스|신문/u] },
  { name: 'manual', is: '사용자 매뉴얼', not: '사용자 화면', any: [/사전$|매뉴얼|솔루션|블로그/u] },
  {
    name: 'policy',
    is: '개인정보 처리방침',
    not: '개인정보',
    any: [/개인정보(처리방침|보호정책)|약관|운영정책|terms(of|and)|privacypolicy/u],
  },
  {
    name: 'codes',
    is: '오류코드 목록',
    not: '오류코드 E500',
    any: [/(오류|에러|응답|상태)코드(표|목록|정의|안내)?$|statuscodes/u],
  },
  { name: 'documentation', is: '도움말', not: '도움', any: [/documentation|^help|도움말/u] },
  { name: 'letter', is: '뉴스레터', not: '우편', any: [/소식지|뉴스레터|newsletter|정책$/u] },
];

/** Endings of the names of courses, job offers and events. */
export const OFFERED_THINGS: readonly Part[] = [
  {
    name: 'course',
    is: '클라우드 장애 모의훈련 과정',
    not: '클라우드 장애',
    any: [
      /(과정|강의|강좌|특강|실무|실습|입문|기초|심화|마스터|부트캠프|워크숍|워크샵|교육)(\(.*\))?$/u,
    ],
  },
  {
    name: 'lesson',
    is: '503 오류 해결',
    not: '503 오류',
    any: [
      /(오류|장애|에러|중단|점검)(.{0,8})(해결|대응|분석|처리|진단|예방|훈련|복구|대처)(법|하기|기법|전략|방법)?$/u,
    ],
  },
  {
    name: 'job',
    is: '시스템 장애 대응 엔지니어',
    not: '시스템 장애',
    any: [
      /(채용|모집|구인|엔지니어|개발자|담당자|관리자|운영자|상담원|전문가|인턴|직원)(\(.*\))?$/u,
    ],
  },
  {
    name: 'event',
    is: '전산 장애 대응 세미나 개최',
    not: '전산 장애',
    any: [/(개최|설명회|세미나|공모전|박람회|포럼|간담회|경진대회|해커톤)(안내|알림)?$/u],
  },
];

/** Two of these make an article: news, board, answer, manual or advertisement. */
export const ARTICLE_SIGNS: readonly Part[] = [
  {
    name: 'byline',
    is: '김하늘 기자',
    not: '대기자',
    any: [/[가-힣]{2,4}(?<!대)기자(?![가-힣])/u],
  },
  {
    name: 'dated-by',
    is: '2026.12.03 · 관리자',
    not: '2026.12.03 06:00까지',
    any: [
      /^\d{4}[.-]\d{1,2}[.-]\d{1,2}\.?[·|/,]?(관리자|운영|담당|admin|[가-힣]{1,6}(과|팀|실|부)$)/u,
    ],
  },
  { name: 'answers', is: '답변 2개', not: '답변하기', any: [/답변\d|추천\d|채택된답변|답변완료/u] },
  { name: 'comments', is: '댓글 3', not: '대답', any: [/댓글\d|comments?\(\d/u] },
  { name: 'no-reprint', is: '무단전재 및 재배포 금지', not: '전재', any: [/무단전재|재배포금지/u] },
  { name: 'views', is: '조회수 120', not: '조회하기', any: [/조회수|조회\d|viewed\d/u] },
  {
    name: 'written-on',
    is: '작성일 2024-07-18',
    not: '작성하기',
    any: [/작성일|등록일|작성자|입력\d{4}[.-]/u],
  },
  { name: 'next-post', is: '이전글', not: '이전 화면', any: [/이전글|다음글/u] },
  {
    name: 'likes',
    is: '구독하기',
    not: '구매하기',
    any: [/공감\d|구독하기|posted(on|by)|bloggedby/u],
  },
  { name: 'questions', is: '자주 묻는 질문', not: '질문하기', any: [/자주(묻는|하는)질문/u] },
  { name: 'question', is: 'Q1. 로그인이 안 됩니다', not: '로그인', any: [/^q\d?[.:]/u] },
  { name: 'answer', is: 'A. 다시 시도하세요', not: '다시 시도하세요', any: [/^a\d?[.:]/u] },
  { name: 'stack-overflow', is: 'Stack Overflow', not: 'overflow', any: [/stackoverflow/u] },
  { name: 'asked', is: 'Asked 3 years ago', not: 'Ask us', any: [/asked\d|answered\w/u] },
  { name: 'sorted-by', is: 'Sorted by votes', not: 'Sort', any: [/sortedby/u] },
  {
    name: 'how-to',
    is: 'How to fix it',
    not: 'How are you',
    any: [/howto(fix|solve)|inthisguide|tutorial|troubleshooting/u],
  },
  {
    name: 'explains',
    is: 'This means that',
    not: 'This is',
    any: [/whatdoes|indicatesthat|meansthat|statuscode/u],
  },
  {
    name: 'manual-page',
    is: 'See also',
    not: 'See you',
    any: [/seealso|browsercompatibility|lastmodified(on|by)/u],
  },
  {
    name: 'solution',
    is: '해결 방법',
    not: '해결되었습니다',
    any: [/해결방법|해결법|이글에서|정리합니다|알아보겠|알아봅/u],
  },
  { name: 'exam', is: '다음 중 옳은 것은', not: '다음 화면', any: [/다음중|옳은것은/u] },
  { name: 'exam-answer', is: '기출 문제', not: '기타 문제', any: [/정답|기출/u] },
  { name: 'press', is: '관련기사', not: '관련 기관', any: [/관련기사|일보|신문|뉴스$/u] },
  { name: 'preferred', is: '우대사항', not: '우대 쿠폰', any: [/우대사항/u] },
  { name: 'required', is: '자격요건', not: '자격증', any: [/자격요건|지원자격/u] },
  { name: 'duties', is: '담당업무', not: '담당자', any: [/담당업무|주요업무/u] },
  { name: 'job-offer', is: '채용공고', not: '채용', any: [/채용공고|접수(기간|마감)/u] },
  { name: 'workplace', is: '근무조건', not: '근무', any: [/근무(지역|지:|시간|형태|조건)|모집$/u] },
  { name: 'course-fee', is: '수강신청', not: '수강생', any: [/수강(신청|료)|강의계획/u] },
  { name: 'course-time', is: '훈련기간', not: '훈련기관', any: [/(훈련|교육)(기간|과정)/u] },
  {
    name: 'when-it-occurs',
    is: '값이 없을 때 발생합니다',
    not: '오류가 발생했습니다',
    any: [/(때|경우)(에)?발생(합니다|하는)/u],
  },
  {
    name: 'means',
    is: '권한 없음을 의미합니다',
    not: '권한이 없습니다',
    any: [/나타냅니다|의미합니다|뜻합니다/u],
  },
  {
    name: 'handbook',
    is: '이용 가이드',
    not: '이용 안내',
    any: [/사전$|용어|코드표|매뉴얼|가이드/u],
  },
  { name: 'release-notes', is: 'Release notes', not: 'Release', any: [/releasenotes|changelog/u] },
  { name: 'for-example', is: '예를 들어', not: '예약', any: [/forexample|예를들(어|면)/u] },
  {
    name: 'book',
    is: 'Next chapter',
    not: 'Next',
    any: [/nextchapter|editthispage|previouspage/u],
  },
  {
    name: 'error-handling',
    is: '예외 처리',
    not: '예외',
    any: [/(error|exception)handling|오류처리|예외처리/u],
  },
  { name: 'status-code', is: '상태 코드', not: '상태', any: [/상태코드|정리$/u] },
  {
    name: 'board-rows',
    is: '[공지] 안내\n[점검] 안내',
    not: '[공지] 안내',
    any: [/^\[[^\]]{1,6}\].*\n\[/u],
  },
  { name: 'ask-us', is: '1:1 문의', not: '문의', any: [/1:1문의|고객의소리|q&a/u] },
  {
    name: 'reported',
    is: '인쇄가 안됩니다',
    not: '안됩니다 그래서',
    any: [/^.{2,14}(안됩니다|표시됩니다|실패합니다)$/u],
  },
  { name: 'change-log', is: 'Fixed: crash', not: 'Fixed', any: [/^(fixed|new|added|improved):/u] },
  { name: 'plain-style', is: '장애가 있었다.', not: '장애가 있습니다.', any: [/(?<!니)다[.]?$/u] },
  {
    name: 'plain-sentences',
    is: '오류가 된다. 그리고',
    not: '오류가 됩니다. 그리고',
    any: [/이다\.|된다\.|한다\.|있다\.|했다\.|였다\./u],
  },
  { name: 'encyclopedia', is: '위키', not: '위치', any: [/위키|분류|각주/u] },
  {
    name: 'price',
    is: '월 29,000원부터',
    not: '월급 230만원',
    any: [/월[\d,]+원부터|요금제|\d+일무료/u],
  },
  {
    name: 'product',
    is: '무료 체험',
    not: '무료',
    any: [/무료체험|도입문의|솔루션|지금시작하기|한화면에(모아|서)|모아드(려|립)/u],
  },
  { name: 'blog', is: '5 min read', not: '5 minutes', any: [/\d+minread|archive.*tags/u] },
  { name: 'was-it-helpful', is: '도움이 되었나요', not: '도움말', any: [/란\?|도움이(되었|됐)/u] },
  { name: 'issue-number', is: '제12호', not: '12호', any: [/제\d+호/u] },
  { name: 'last-issue', is: '지난 호', not: '지난 주', any: [/지난호/u] },
  {
    name: 'asks-for-help',
    is: '접속이 안돼요',
    not: '접속이 안 됩니다',
    any: [/안돼요$|나와요$|느려요$|싶어요$/u],
  },
];
