import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { outlined } from './corpus/page.ts';

/*
 * Sentences by the author of the rules, each in the place of a portal where it usually stands. What
 * they score says nothing about the sentences of others.
 */

const HEAD = '~ 본문 바로가기\n~ 로그인\n~ 회원가입\n~ 일자리\n~ 훈련\n~ 급여';
const FOOT = '~ 개인정보처리방침\n~ 대표전화 1350\n~ Copyright ⓒ 두루일터';
const BODY = `@ 실업급여 신청하기\n@ 가입이력 조회
* 하반기 일경험 참여자 모집 2026.11.20\n* 훈련 생계비 대부 안내 2026.11.17`;
const LOGIN = '# 로그인\n? 아이디\n? 비밀번호\n@ 아이디 찾기\n@ 비밀번호 찾기';
const PASSWORD = { elements: ['input[type=password]'] } as const;
type Seen = Parameters<typeof outlined>[2];

const says = (message: string, seen: Seen = {}): Seen => {
  const type = message.includes('시겠습니까') ? 'confirm' : 'alert';
  return { ...seen, dialogs: [{ type, message }] };
};

/** The places of a sentence: what stands around it, and what else the browser saw. */
const PLACES = {
  main: (text: string) => [`# 안내\n${text}\n${BODY}`, {}],
  alone: (text: string) => [text, {}],
  login: (text: string) => [`${LOGIN}\n${text}`, PASSWORD],
  loginalert: (text: string) => [LOGIN, says(text, PASSWORD)],
  alert: (text: string) => [BODY, says(text)],
  row: (text: string) => [`# 공지사항\n${BODY}\n* ${text}`, {}],
  layer: (text: string) => [`${BODY}\n${text}`, {}],
} as const satisfies Readonly<Record<string, (text: string) => readonly [string, Seen]>>;

type Place = keyof typeof PLACES;

function kindOf(place: Place, text: string): string {
  const [around, seen] = PLACES[place](text);
  const page = outlined('unknown', `두루일터\n${HEAD}\n${around}\n${FOOT}`, seen).seen;
  const outline = { ...page.outline, ...(place === 'layer' ? { layers: [text] } : {}) };
  const headers = { date: 'Fri, 27 Nov 2026 01:00:00 GMT' };
  return classify({ ...page, outline, headers } as typeof page).kind ?? 'passed';
}

const SENTENCES: readonly (readonly [label: string, place: Place, text: string])[] = [
  ['passed', 'main', '본인인증을하지않으시면서비스를이용하실수없습니다.'],
  ['passed', 'main', '14세미만은법정대리인동의없이가입할수없습니다.'],
  ['passed', 'main', '공동인증서유효기간이지나면로그인이불가하오니미리갱신하시기바랍니다.'],
  ['passed', 'main', '장기간미접속회원은휴면전환되어서비스이용이제한될수있습니다.'],
  ['passed', 'main', '첨부파일용량이20MB를넘으면업로드에실패합니다.'],
  ['passed', 'login', '비밀번호를5회이상틀리면로그인이제한됩니다.'],
  ['passed', 'login', '인증서가 만료되었거나 폐기된 경우 로그인되지 않습니다.'],
  ['passed', 'main', '팝업을 차단하면 신청서가 열리지 않습니다.'],
  ['passed', 'main', '접수 마감 후에는 수정하거나 취소할 수 없습니다.'],
  [
    'passed',
    'main',
    '신청서는 하루에 한 번만 제출하실 수 있으며, 이미 제출한 날에는 다시 제출할 수 없습니다.',
  ],
  ['passed', 'main', '개인회원은 기업 서비스를 이용할 수 없습니다.'],
  ['passed', 'main', '모바일에서는 서식 출력이 되지 않으니 PC에서 이용해 주세요.'],
  ['passed', 'main', '본 자료는 인쇄 및 저장이 되지 않습니다.'],
  ['passed', 'main', '해당 기간에 조회된 급여 내역이 없습니다.'],
  [
    'passed',
    'main',
    '시스템 장애 등 불가피한 사유로 서비스가 중단될 수 있으며 이 경우 사전에 공지합니다.',
  ],
  ['passed', 'main', '서버 점검으로 신청을 못 하신 분은 12월 5일까지 추가 접수합니다.'],
  [
    'passed',
    'main',
    '지난 11월 12일 접속 장애로 불편을 겪으신 분께 사과드립니다. 현재는 모두 정상 이용하실 수 있습니다.',
  ],
  ['passed', 'row', '[복구완료] 11/18 로그인 오류 안내'],
  ['passed', 'row', '[공지] 12월 3일(목) 22:00~24:00 시스템 정기점검에 따른 서비스 일시중단 안내'],
  ['passed', 'main', '12월 6일(일) 00:00~06:00 서버 증설 작업으로 모든 서비스가 중단됩니다.'],
  ['passed', 'main', '다음 주 화요일 새벽 2시부터 4시까지 서비스를 잠시 멈춥니다.'],
  ['passed', 'main', '키보드 보안 프로그램을 설치하지 않으면 로그인할 수 없습니다.'],
  ['passed', 'login', '보안 프로그램 설치 중입니다. 설치가 끝나면 자동으로 이동합니다.'],
  ['passed', 'main', '프린터가 연결되지 않은 경우 발급이 진행되지 않습니다.'],
  ['passed', 'alert', '아이디를 입력하세요.'],
  ['passed', 'alert', '로그아웃 되었습니다.'],
  ['passed', 'alert', '저장되었습니다.'],
  ['passed', 'alert', '이 페이지에서 나가시겠습니까? 변경사항이 저장되지 않을 수 있습니다.'],
  ['blocked', 'alone', '현재 접속하신 IP는 이용이 제한되어 있습니다.'],
  ['blocked', 'alone', '귀하의 네트워크에서 비정상적인 요청이 감지되어 접속을 차단하였습니다.'],
  [
    'blocked',
    'alone',
    '해외에서는 보안 정책에 따라 접속하실 수 없습니다. 국내에서 이용해 주십시오.',
  ],
  ['blocked', 'alone', '내부망 사용자만 이용 가능한 시스템입니다.'],
  [
    'blocked',
    'main',
    '자동화된 접근으로 의심되어 이용이 일시 제한되었습니다. 아래 문자를 입력해 주세요.',
  ],
  [
    'waiting-room',
    'alone',
    '신청하시는 분이 한꺼번에 몰려 순서를 정해 들어가고 있습니다. 고객님 앞에 2,318명이 있습니다.',
  ],
  ['waiting-room', 'alone', '접속 순번 1,024번. 잠시만 기다리시면 자동으로 접속됩니다.'],
  [
    'waiting-room',
    'alone',
    '지금 많은 분이 이용하고 계세요. 차례가 되면 자동으로 연결해 드릴게요. 예상 시간 4분',
  ],
  ['waiting-room', 'alone', 'You are now in line. Your estimated time is 6 minutes.'],
  [
    'waiting-room',
    'alone',
    '접속자가 많아 순차적으로 입장 중입니다. 새로고침하면 순서가 뒤로 밀립니다.',
  ],
  ['login-rejected', 'loginalert', '입력하신 정보와 일치하는 회원이 없어요.'],
  ['login-rejected', 'loginalert', '아이디 또는 암호를 다시 한번 살펴봐 주세요.'],
  ['login-rejected', 'loginalert', '로그인하지 못했습니다. 비번이 맞는지 확인해 주세요. (2/5)'],
  ['login-rejected', 'loginalert', '계정이 잠겼습니다. 본인 확인 후 잠금을 풀어 주세요.'],
  ['login-rejected', 'login', '비밀번호가 달라요. 3번 더 틀리면 로그인이 막혀요.'],
  ['login-rejected', 'loginalert', '인증에 실패하였습니다. ID/PW를 확인하십시오.'],
  ['login-rejected', 'loginalert', '등록되지 않은 사용자입니다.'],
  ['login-rejected', 'login', 'Incorrect ID or password. You have 4 attempts left.'],
  ['login-rejected', 'loginalert', '회원정보 불일치로 로그인 처리가 되지 않았습니다.'],
  ['login-rejected', 'loginalert', '장기 미사용으로 사용이 중지된 계정입니다.'],
  [
    'password-expired',
    'alone',
    '비밀번호를 바꾼 지 6개월이 지났습니다. 새 비밀번호를 정해 주세요.\n? 현재 비밀번호\n? 새 비밀번호\n? 새 비밀번호 확인',
  ],
  [
    'login-unavailable',
    'login',
    '현재 로그인 서비스를 제공하지 않습니다. 비회원 조회만 가능합니다.',
  ],
  ['error-page', 'main', '지금 가입이력 조회가 되지 않습니다. 원인을 찾고 있습니다.'],
  ['error-page', 'alone', '서버와 통신이 원활하지 않습니다.'],
  ['error-page', 'alone', '데이터베이스 접속 수 초과로 처리할 수 없습니다.'],
  ['error-page', 'main', '오늘 10시 30분경부터 로그인이 되지 않는 현상이 발생하고 있습니다.'],
  ['error-page', 'main', '전산망 마비로 모든 온라인 창구를 닫았습니다.'],
  ['error-page', 'alert', '처리 도중 예기치 않은 문제가 생겼습니다.'],
  ['error-page', 'alert', '서버 내부 오류가 발생하여 요청을 완료할 수 없습니다.'],
  [
    'error-page',
    'alone',
    '현재 이용자가 많아 서버가 응답하지 못하고 있습니다. 잠시 후 접속해 주세요.',
  ],
  [
    'error-page',
    'alone',
    'java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available',
  ],
  ['error-page', 'main', '#\tORA-12541: TNS:no listener'],
  [
    'error-page',
    'main',
    'You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version',
  ],
  ['error-page', 'main', '목록을 가져오지 못했어요\n@ 다시 시도'],
  ['error-page', 'layer', '시스템 장애로 현재 모든 신청이 중단되었습니다.'],
  ['maintenance', 'layer', '지금 시스템 점검을 진행하고 있어 로그인과 신청이 되지 않습니다.'],
  ['maintenance', 'alone', '서비스 개편 작업 중입니다. 11월 28일 09시에 다시 열립니다.'],
  ['maintenance', 'main', '현재 데이터 이관 작업을 하고 있어 모든 업무가 중지되어 있습니다.'],
  [
    'maintenance',
    'alone',
    '더 나은 서비스를 위해 잠시 문을 닫습니다. 점검 시간: 오늘 22:00 ~ 내일 06:00',
  ],
  ['changed', 'alone', '두루일터가 새 주소로 옮겼습니다. www.example.go.kr 로 접속해 주세요.'],
  ['error-page', 'alone', 'ระบบไม่ตอบสนอง กรุณาลองใหม่ภายหลัง'],
  ['error-page', 'alone', 'သည်ဝန်ဆောင်မှုကို ယခု အသုံးပြု၍ မရပါ။'],
  ['error-page', 'alone', 'සේවාව දැනට ලබා ගත නොහැක. පසුව නැවත උත්සාහ කරන්න.'],
  ['error-page', 'alone', 'தற்போது சேவை கிடைக்கவில்லை. பின்னர் மீண்டும் முயற்சிக்கவும்.'],
  ['error-page', 'alone', 'ບໍ່ສາມາດເຊື່ອມຕໍ່ກັບເຊີບເວີໄດ້'],
  ['error-page', 'alone', 'Hindi available ang serbisyo sa ngayon. Subukan muli mamaya.'],
  ['error-page', 'alone', 'سروس اس وقت دستیاب نہیں ہے۔ بعد میں دوبارہ کوشش کریں۔'],
  ['error-page', 'alone', 'এই মুহূর্তে সেবা পাওয়া যাচ্ছে না। পরে আবার চেষ্টা করুন।'],
  ['error-page', 'alone', 'ឥឡូវនេះប្រព័ន្ធមិនដំណើរការទេ សូមព្យាយាមម្តងទៀត'],
  ['error-page', 'alone', 'Serverga ulanib boʻlmadi. Keyinroq urinib koʻring.'],
  ['error-page', 'alone', 'Сервертэй холбогдож чадсангүй. Дараа дахин оролдоно уу.'],
  ['maintenance', 'alone', 'Website đang bảo trì, vui lòng quay lại sau 18:00.'],
  ['maintenance', 'alone', 'ขณะนี้ระบบอยู่ระหว่างการปรับปรุง'],
  ['maintenance', 'alone', 'Kasalukuyang under maintenance ang website.'],
  ['login-rejected', 'loginalert', '密码输入错误，请重新输入'],
  ['login-rejected', 'loginalert', 'Tên đăng nhập hoặc mật khẩu không đúng.'],
  ['login-rejected', 'loginalert', 'Foydalanuvchi nomi yoki parol xato.'],
  ['passed', 'main', 'Nếu hệ thống gặp lỗi, vui lòng gọi 1350.'],
  ['passed', 'main', 'Jika terjadi kesalahan, hubungi pusat bantuan.'],
  ['passed', 'main', '如遇系统故障，请拨打1350。'],
];

describe('a sentence in a portal', () => {
  it.each(SENTENCES)('is %s in the place "%s": %s', (label, place, text) => {
    expect(kindOf(place, text)).toBe(label);
  });

  it('is a doubt as a row that tells of an outage of this moment', () => {
    expect(kindOf('row', '[긴급] 현재 실업급여 신청 화면 접속 장애 발생, 복구 중')).toBe('unknown');
  });
});
