import { type CorpusPage, outlined, outlines } from '../page.ts';

/** By two writers who had not seen the rules, as the browser brought it home. */
export const BLIND_WORKS: readonly CorpusPage[] = [
  ...outlines(
    'maintenance',
    `
    시스템 점검 안내
    # 시스템 점검 중입니다
    더욱 안정적인 서비스를 제공하기 위하여 시스템을 점검하고 있습니다.
    점검 시간 동안 모든 서비스 이용이 중단되오니 양해 부탁드립니다.
    * 점검일시
    * 2025년 5월 17일(토) 22:00 ~ 5월 18일(일) 08:00
    * 점검내용
    * 네트워크 장비 교체 및 DB 패치
    문의 : 1350

    서비스 이용 제한 안내
    @| 로그인 | 인증센터 | 고객센터
    새벽은행 개인인터넷뱅킹
    ~ 조회이체공과금예금/신탁대출외환뱅킹관리
    # 지금은 서비스 이용시간이 아닙니다
    차세대 전산시스템 전환 작업으로 1월 28일 00:00 ~ 1월 30일 24:00까지
    인터넷뱅킹, 스마트뱅킹, 자동화기기 등 전체 금융거래가 중단됩니다.
    사고신고(분실·보이스피싱)는 1588-0000에서 24시간 가능합니다.
    @| 보안프로그램 | 전자금융거래기본약관 | 개인정보처리방침 | 보호금융상품등록부
    고객센터 1588-0000 / 해외 +82-2-000-0000 © 새벽은행

    긴급 점검 안내
    ~ 국민생활안전공단
    ~ 사업안내전자민원정보공개국민소통공단소개
    ~ 로그인 EN
    # 긴급 시스템 점검 중
    데이터베이스 성능 저하로 긴급 점검을 실시하고 있습니다.
    시작: 14시 10분 / 종료 예정: 미정(확정되면 이 화면에 알려 드립니다)
    점검이 끝날 때까지 신청·조회 등 모든 메뉴를 이용하실 수 없습니다.
    ~ 국민생활안전공단 | 고객센터 1577-0000 (평일 9시~18시) | 사업자등록번호 000-82-00000
    ~ 개인정보처리방침 · 이메일무단수집거부 · 부패신고

    홈페이지 개편 작업 안내
    * 갈매시 시민과 함께하는 행복도시 홈 | 로그인 | 사이트맵 | ENGLISH
    * 종합민원 시민참여 행정정보 분야별정보 갈매시소개
    홈페이지 개편 작업 관계로 서비스를 일시 중지합니다.
    기간: 12월 26일(목) 18:00부터 12월 30일(월) 09:00까지
    새로운 모습으로 찾아뵙겠습니다. 전자민원은 정부 통합 창구를 이용해 주세요.
    @| 개인정보처리방침 | 영상정보처리기기 운영방침 | 찾아오시는 길
    (우 54321) 갈매시 시청로 1 갈매시청 대표전화 1899-0000 Copyright (c) 갈매시. All Rights Reserved.

    PM 작업 안내 / Under Maintenance
    # PM(예방점검) 작업 안내
    # Site Under Maintenance
    전기설비 안전점검에 따른 전산실 정전 작업으로 전 시스템 가동을 중지하였습니다.
    All systems are shut down for the power facility inspection until Sunday 18:00.
    시설정보과 031-000-2222

    점검중
    # 홈페이지 점검 중입니다. 이용에 불편을 드려 죄송합니다.

    차세대 시스템 전환 작업 안내
    # 배움터넷
    # 더 새로워진 모습으로 찾아뵙겠습니다
    차세대 시스템 전환을 위한 자료 이관 작업으로 아래 기간에 누리집과 앱을 모두 닫습니다.
    * 서비스 중단: 10. 8.(목) 18:00부터
    * 서비스 재개: 10. 12.(월) 09:00 예정
    작업 중 훈련 출결은 기관에 비치된 출석부로 처리됩니다.
    `,
  ),
  outlined(
    'maintenance',
    `
    Maintenance
    Briefly unavailable for scheduled maintenance. Check back in a minute.
    `,
    { status: 503 },
  ),
  ...outlines(
    'waiting-room',
    `
    예매 대기
    # 나의 대기순서
    8,214
    현재 대기인원 13,550명
    잠시만 기다려 주시면 예매하기 페이지로 연결됩니다.
    새로고침 하거나 재접속 하시면 대기순서가 초기화되어 대기시간이 더 길어집니다.

    Waiting Room
    # You are now in line
    Thank you for your patience. When it is your turn you will have 10 minutes to enter the website.
    * Number of users in line ahead of you:
    * 3120
    * Your estimated wait time is:
    * 18 minutes
    * Status last updated:
    * 10:02:11 AM
    Do not refresh the page or you will lose your place in the queue.

    Waiting Room powered by Cloudflare
    # 백신 사전예약
    You are now in line.
    Your estimated wait time is 25 minutes.
    We are experiencing a high volume of traffic and using a virtual queue to limit the amount of users on the website at the same time. This will ensure you have the best possible online experience.
    ~ This page will automatically refresh, please do not close your browser.

    접속대기
    연말정산 서비스 접속대기
    현재 대기인원 : 4,410명
    예상대기시간 : 12분
    접속 순서가 되면 자동으로 연결되오니 창을 닫지 마십시오.

    Waiting Room powered by Cloudflare
    # You are currently in a queue.
    We are experiencing a high volume of traffic and using a virtual queue to limit the amount of users on the website at the same time. This will ensure you have the best possible online experience.
    Your estimated wait time is 8 minutes. Please do not close this window.

    잠시만 기다려 주세요
    # 지금은 이용자가 많아 순서대로 입장하고 있어요
    나의 대기 순서
    2,043
    현재 입장 번호 1,118 · 1분에 약 150명씩 입장
    이 창을 닫거나 새로고침하면 순서가 맨 뒤로 밀립니다.
    `,
  ),
  outlined(
    'waiting-room',
    `
    잠시 대기해 주세요
    # 대기열에 등록되었습니다
    동시 접속 허용 인원을 넘어 대기열 순서에 따라 입장합니다.
    대기 번호 : A-20981 / 현재 입장 번호 : A-19677
    예상 대기 시간 : 6분
    `,
    { status: 503 },
  ),
  ...outlines(
    'changed',
    `
    서비스 통합 안내
    # 일터넷이 '일자리24'로 새롭게 통합되었습니다
    기존 일터넷(www.example-ilteo.go.kr)의 모든 서비스는 2024년 9월 23일부터 일자리24에서 제공합니다. 기존 회원은 별도 가입 없이 이용하실 수 있습니다.
    @ 일자리24 바로가기
    즐겨찾기 주소를 변경해 주세요.

    홈페이지 주소 변경 안내
    # 홈페이지 주소가 변경되었습니다.
    변경 전 : www.old-dorim.go.kr
    변경 후 : www.new-dorim.go.kr
    이 주소는 더 이상 운영되지 않습니다. 새 주소로 접속하여 주시기 바랍니다.

    서비스 종료 안내
    ~ 디지털원통과
    ~ 사업안내전자민원정보공개국민소통공단소개
    ~ 로그인 EN
    # 디지털원통과 서비스가 종료되었습니다
    그동안 이용해 주신 회원 여러분께 감사드립니다. 본 서비스는 2025년 12월 30일 24시부로 운영을 종료하였으며 회원정보는 모두 파기되었습니다.
    로그인이 필요한 기관에서는 다른 간편인증 수단을 이용해 주시기 바랍니다.
    ~ 디지털원통과 | 고객센터 1577-0000 (평일 9시~18시) | 사업자등록번호 000-82-00000
    ~ 개인정보처리방침 · 이메일무단수집거부 · 부패신고

    worknet-korea.example is for sale
    # This domain is for sale
    The domain worknet-korea.example may be available for purchase. Make an offer.
    * Related searches:
    * Jobs in Seoul
    * Online degree
    * Cheap flights
    2025 Copyright. All Rights Reserved. Privacy Policy

    화면 이동 안내
    @ 본문 바로가기
    이 누리집은 대한민국 공식 전자정부 누리집입니다.
    ~ 로그인
    ~ 회원가입
    ~ 전체메뉴
    @ 고용노동 통합민원
    ~ 민원신청
    ~ 정책정보
    # 메뉴 개편 안내
    누리집 개편(2025.3.4.)으로 '로그인' 화면의 위치와 주소가 변경되었습니다. 기존 주소로는 로그인 화면이 제공되지 않습니다.
    새 위치: 상단 [나의 민원] → [통합 로그인]
    @ 새 로그인 화면으로 이동

    서비스 통합 안내
    # 일터넷이 일자리24로 통합되었습니다
    2024년 9월 23일부터 일터넷의 모든 서비스는 일자리24에서 이용하실 수 있습니다.
    @ 일자리24 바로가기
    기존 아이디는 그대로 쓰실 수 있으며 즐겨찾기를 새 주소로 바꾸어 주시기 바랍니다.

    주소 변경 안내
    # 홈페이지 주소가 변경되었습니다
    이전 주소 : http://edu.saedeul.example
    새 주소 : http://www.saedeul.example/edu
    새 주소로 접속하여 주시기 바랍니다.

    portal-naru.example - This domain may be for sale
    # portal-naru.example
    This domain is registered and parked. The owner may be willing to sell it. Inquire about this domain
    # Related searches
    * Jobs in Seoul
    * Work From Home
    * Unemployment Insurance
    Privacy Policy
    `,
  ),
  ...outlines(
    'unknown',
    `
    -
    OK
    `,
  ),
];
