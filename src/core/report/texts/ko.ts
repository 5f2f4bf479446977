import type { ReportWords } from '#core/report/texts/words';

export const KOREAN_REPORT: ReportWords = {
  sections: {
    overview: '장애 개요',
    cause: '원인',
    timeline: '경과',
    evidence: '증거',
    unseen: '확인 범위 밖 항목',
    notes: '메모',
  },
  overviewHead: ['사이트', '장애 발생 시간', '지속 시간', '복구 시간'],
  timelineHead: ['시각 (KST)', '내용'],
  notesHead: ['시각 (KST)', '작성자', '내용'],
  timeline: {
    suspect: '첫 실패 확인',
    opened: '장애로 판단',
    'service-down': '장애 확인',
    'service-up': '정상 확인',
    unwatched: '모니터링 종료',
    'goes-on': '별도 장애로 계속',
    recovering: '정상 응답 재개',
    reopened: '재발',
    closed: '복구로 판단',
    cause: '원인 판단',
    notice: '알림',
    withheld: '알림 보류',
    acknowledged: '담당자가 확인',
    unacknowledged: '담당자 확인 취소',
    note: '메모',
    silenced: '알림 중지',
    'silence-lifted': '알림 중지 해제',
    'maintenance-declared': '점검 등록',
    'maintenance-withdrawn': '점검 등록 취소',
    drill: '모의훈련 요청',
  },
  reasons: {
    forming: '실패가 계속되는지 확인하는 중',
    blip: '장애로 이어지지 않은 일시 실패',
    silenced: '담당자가 알림을 중지함',
    maintenance: '등록된 점검 시간',
    acknowledged: '담당자가 이미 확인하여 반복 알림을 보내지 않음',
    'not-due': '다음 알림 시각이 되지 않음',
    recovering: '다시 정상으로 확인되어 복구를 판단하는 중',
    'network-in-doubt': '대조 사이트도 실패하여 모니터링 측 네트워크 이상 의심',
    'no-subscriber': '이 알림을 받을 구독자가 없음',
    'not-for-phones': '이메일로만 보내는 알림',
    'end-to-end': '전체 경로 확인용이라 발송하지 않음',
    'provider-refused': '발송 사업자가 접수하지 않아 다시 시도함',
  },
  why: {
    subtitle: '시각은 모두 KST입니다.',
    none: '없음',
    sections: {
      seen: '확인한 것',
      decided: '판단한 것',
      told: '알린 것',
      withheld: '알리지 않은 것과 이유',
    },
    noOutage: '장애로 판단되지 않은 동안 알리지 않은 것',
    outage: '관련 장애',
    phoneAndEmail: '문자·이메일',
    emailOnly: '이메일',
    title: (about) => `${about} 알림 경위`,
    began: (between, layer, kind) => `시작 ${between}. ${layer} 단계에서 실패: ${kind}`,
    ended: (between) => `정상화 ${between}.`,
    sent: ({ time, name, by, channel, messageId }) =>
      `${time} ${name}${by === undefined ? '' : ` ${by}`} 알림을 ${channel}에서 접수했습니다(접수 번호 ${messageId}).`,
    carrier: {
      awaited: ({ name }) => `${name} 통신사 응답을 기다리고 있습니다.`,
      delivered: ({ name, delivered }) => `${name} 통신사가 문자를 전달했습니다(${delivered}대).`,
      failed: ({ name, delivered, says }) =>
        `${name} 통신사가 문자를 전달하지 못했습니다: ${says}(전달 ${delivered}대).`,
      unknown: ({ name }) => `${name} 통신사 응답이 없어 문자가 전달되었는지 알 수 없습니다.`,
    },
    fellBack: '예비 경로로 한 번 더 보냈습니다.',
    wouldBeSent: (time, name, by) =>
      `${time} ${name} ${by} 알림을 보낼 시점입니다(시뮬레이션이므로 실제로는 보내지 않았습니다).`,
    notTaken: ({ name, channel, attempts, lastError }) =>
      lastError === ''
        ? `${name} 알림을 ${channel}에서 접수했는지 아직 알 수 없습니다(${attempts}회 시도).`
        : `${name} 알림을 ${channel}에서 접수하지 않아 다시 시도합니다(${attempts}회 시도, 오류: ${lastError}).`,
    reason: (name, reason) => `${name} ${reason}`,
    held: (time, reason) => `${time}부터 알리지 않음: ${reason}`,
    nothing: (name, from, to) => `${name}: ${from}부터 ${to}까지 확인된 실패가 없습니다.`,
    now: (state, last) =>
      last
        ? `현재 상태: ${state}. 마지막 확인: ${last}.`
        : `현재 상태: ${state}. 아직 확인 결과가 없습니다.`,
    unsure: '정상이었거나 모니터링이 실행되지 않은 것이므로 현황을 함께 확인하십시오.',
  },
  ongoing: '진행 중',
  confidence: '판단 신뢰도',
  failedLayer: '실패한 단계',
  intervalNote:
    '시작은 마지막 정상 확인과 첫 실패 확인 사이, 복구는 마지막 실패 확인과 첫 정상 확인 사이의 시각입니다.',
  unseenNote: '이 보고서는 외부에서 웹으로 모니터링한 결과만 담고 있습니다.',
  databaseSeen: '화면에서 데이터베이스 오류 문구를 직접 확인했습니다.',
  databaseNotSeen: '데이터베이스 오류 문구는 확인되지 않았습니다.',
  silencedUntil: (reason, end) => `${reason}, ${end}(KST)까지`,
  drillMark: '[모의훈련]',
  title: (who, date, drill) => `${drill ? '[모의훈련] ' : ''}${who} 장애 보고서 (${date})`,
  subtitle: (outage, writtenAt) => `장애 번호 ${outage}, 작성 ${writtenAt}`,
};
