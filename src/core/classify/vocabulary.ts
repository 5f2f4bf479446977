import { either, of, type Part } from '#core/classify/part';

/*
 * Parts of Korean sentences for combination: the subject and its state. For text in lower case
 * without white space. All heuristic.
 */

/** What a service runs on. House rules never forbid it to visitors. */
export const MACHINE: Part = {
  name: 'machine',
  is: '서버',
  not: '민원',
  any: [
    /서버|서비스|시스템|홈페이지|사이트|누리집|포털|페이지|화면|접속|연결|통신|회선|네트워크|인터넷|데이터|전산/u,
    /디비|db|프로그램|기능|응답|처리|요청|로드|호출|실행|명령/u,
  ],
};

/** What the service does for people. House rules may forbid it. */
export const DEED: Part = {
  name: 'deed',
  is: '신청',
  not: '서버',
  any: [
    /이용|조회|검색|로그인|저장|작업|업무|거래|결과|정보|자료|내용|신청|접수|발급|결제|인증|창구|메뉴|목록/u,
    /민원|상황|예약|등록|출력/u,
  ],
};

export const SYSTEM = either(of(MACHINE), of(DEED));

/** Not able: "할 수 없", "되지 않", "못했", "어렵", "실패". */
export const CANNOT: Part = {
  name: 'cannot',
  is: '이용할 수 없습니다',
  not: '이용할 수 있습니다',
  any: [
    /(?<!멈추|끊기|중단되|정지되|고장나|느려|늦어|지연되|막히|걸리)지(?:가|를|는|도)?(?:않|못|아니)/u,
    /수(?:가|는|도)?없|못(?:하|했|합|해)/u,
    /안(?:되|돼|됩|됐|열|떠|뜨|나)|불가|어렵|어려(?:운|워|움)|실패|힘들|힘듭/u,
  ],
};

/** Something broke. */
export const FAULT: Part = {
  name: 'fault',
  is: '오류',
  not: '장애인',
  any: [
    /오류|에러|(?<!t)error|장애(?!인|등급|연금|물|를?(감지|예방|대비|대응|분석|막|관리|체험))|고장|먹통|말썽|차질|결함|예외/u,
    /문제(?:가|점이|를)?(?:생|발생|있|일)|이상(?:이|현상|증상|상태)|다운(?:되|됐)|비정상|손상/u,
    /깨(?:졌|져)|꼬였|넘어[지졌]|튕|화재|정전|침수|상태가(?:좋지|나쁘)|불안정|예상(?:밖|치|하지)/u,
    /(?:서버|시스템|서비스|장비)(?:가|이|를|을)(?:모두|전부)?(?:내려|죽|꺼[졌져])|재기동|재부팅|디도스/u,
    /(?:망|전산|서버|시스템|통신|회선|장비|설비)이상으로/u,
    /예기치|가득[차찼]|고갈|포화/u,
  ],
};

/** Something was stopped, or stopped by itself. */
export const STOP: Part = {
  name: 'stop',
  is: '서비스가 멈췄습니다',
  not: '서비스가 시작됩니다',
  any: [
    /(?:중단|중지|정지|멈[추췄춰춥춘]|끊[겼기어긴]|두절|마비|막[혀혔힌])(?!(?:되|하)?지않|없이)/u,
  ],
};

/** It takes too long. */
export const LATE: Part = {
  name: 'late',
  is: '처리가 지연되고 있습니다',
  not: '처리가 끝났습니다',
  any: [
    /지연|느려|느립|늦어|오래걸|밀려|밀리(?!는)|몰려|몰리(?!는)|폭주|급증|혼잡|붐[벼비빕]|과부하|바쁘/u,
    /바빠|바쁩/u,
  ],
};

/** Planned work on it. */
export const WORK: Part = {
  name: 'work',
  is: '서버 교체',
  not: '이전 화면',
  any: [
    /점검|작업|교체|증설|이전(?!화면|페이지|단계|글|으로)|이관|정비|보수|패치|업그레이드|업데이트|개편|개선/u,
    /손보|손질|옮기고|마감(?=처리|작업)|전환|새단장|단장|리뉴얼|고도화|통합|구축|공사|이행|확충|재구성|배포/u,
  ],
};

/** The credentials. */
export const CREDENTIALS: Part = {
  name: 'credentials',
  is: '비밀번호',
  not: '회사명',
  any: [
    /아이디|비밀번호|패스워드|암호|비번|계정|회원정보|사용자(?:이름|정보|명)|로그인정보|인증번호|보안카드|otp/u,
    /(?<![a-z])(?:id|pw)(?![a-z])/u,
  ],
};

/** Where a page can be. */
export const PLACE: Part = {
  name: 'place',
  is: '홈페이지',
  not: '고용센터',
  any: [
    /페이지|주소|화면|사이트|홈페이지|누리집|포털|메뉴|문서|경로|도메인|url|링크|게시물|콘텐츠/u,
  ],
};

/** A stretch within one sentence. */
export function within(length: number): RegExp {
  return new RegExp(`[^.!?。]{0,${length}}`, 'u');
}
