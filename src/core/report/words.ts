import type { TimelineEntry } from '#core/outage/outage';
import type { Language } from '#core/time/duration';

/** The words that only a report uses. */
export interface ReportWords {
  readonly sections: Readonly<
    Record<'overview' | 'cause' | 'timeline' | 'evidence' | 'unseen' | 'notes', string>
  >;
  readonly overviewHead: readonly string[];
  readonly timelineHead: readonly string[];
  readonly notesHead: readonly string[];
  readonly timeline: Readonly<Record<TimelineEntry['type'], string>>;
  readonly ongoing: string;
  readonly confidence: string;
  readonly failedLayer: string;
  readonly intervalNote: string;
  readonly unseenNote: string;
  readonly databaseSeen: string;
  readonly databaseNotSeen: string;
  title(who: string, date: string, drill: boolean): string;
  subtitle(outage: string, writtenAt: string): string;
  /** The catalogue says in Korean what its checks cannot see. */
  unseenName(korean: string): string;
}

const UNSEEN_ENGLISH: Readonly<Record<string, string>> = {
  '모바일 앱': 'mobile apps',
  '직원용 내부 업무시스템': "staff's internal systems",
  '공동인증서·간편인증 로그인': 'logins by certificate or phone',
  '옛 주소 www.work.go.kr': 'the old address www.work.go.kr',
  '옛 주소 www.kua.go.kr': 'the old address www.kua.go.kr',
  '옛 주소 www.hrd.go.kr': 'the old address www.hrd.go.kr',
  '고용보험 고유 화면(/ei/)': 'employment insurance pages (/ei/)',
  '고용·산재보험 토탈서비스': "workers' compensation total service",
  '국민취업지원 신청 화면': 'applications for employment support',
  '훈련 출결(모바일)': 'training attendance (mobile)',
};

const KOREAN: ReportWords = {
  sections: {
    overview: '장애 개요',
    cause: '원인',
    timeline: '경과',
    evidence: '증거',
    unseen: '확인하지 못한 것',
    notes: '메모',
  },
  overviewHead: ['사이트', '장애 발생 시간', '지속 시간', '복구 시간'],
  timelineHead: ['시각 (KST)', '내용'],
  notesHead: ['시각 (KST)', '작성자', '내용'],
  timeline: {
    suspect: '첫 실패를 관측',
    opened: '장애로 판단',
    'service-down': '장애 확인',
    'service-up': '정상 확인',
    recovering: '다시 성공하기 시작',
    reopened: '다시 실패하여 같은 장애로 이어 감',
    closed: '복구로 판단',
    cause: '원인 판단',
    notice: '알림',
    acknowledged: '담당자가 확인',
    note: '메모',
  },
  ongoing: '진행 중',
  confidence: '확신 정도',
  failedLayer: '실패한 단계',
  intervalNote:
    '시작과 복구는 마지막으로 정상이었던 때와 처음 실패한 때, 마지막으로 실패한 때와 처음 정상이었던 때 사이입니다.',
  unseenNote: '이 보고서는 외부에서 웹으로 점검한 결과만 담고 있습니다.',
  databaseSeen: '화면에서 데이터베이스 오류 문구를 직접 보았습니다.',
  databaseNotSeen: '데이터베이스 오류 문구는 보지 못했습니다.',
  title: (who, date, drill) => `${drill ? '[훈련] ' : ''}${who} 장애 보고서 (${date})`,
  subtitle: (outage, writtenAt) => `장애 번호 ${outage}, 작성 ${writtenAt}`,
  unseenName: (korean) => korean,
};

const ENGLISH: ReportWords = {
  sections: {
    overview: 'Overview',
    cause: 'Cause',
    timeline: 'Timeline',
    evidence: 'Evidence',
    unseen: 'What was not seen',
    notes: 'Notes',
  },
  overviewHead: ['Site', 'Outage began', 'Duration', 'Outage ended'],
  timelineHead: ['Time (KST)', 'Event'],
  notesHead: ['Time (KST)', 'By', 'Note'],
  timeline: {
    suspect: 'first failure seen',
    opened: 'judged to be an outage',
    'service-down': 'confirmed down',
    'service-up': 'confirmed working',
    recovering: 'began to work again',
    reopened: 'failed again, kept as the same outage',
    closed: 'judged to be over',
    cause: 'cause judged',
    notice: 'notice',
    acknowledged: 'acknowledged',
    note: 'note',
  },
  ongoing: 'ongoing',
  confidence: 'Confidence',
  failedLayer: 'Layer that failed',
  intervalNote:
    'An outage began between the last good and the first bad check and ended between the last bad and the first good one.',
  unseenNote: 'This report holds only what checks over the web saw from outside.',
  databaseSeen: 'Database error text itself was seen.',
  databaseNotSeen: 'No database error text was seen.',
  title: (who, date, drill) => `${drill ? '[DRILL] ' : ''}Outage report: ${who} (${date})`,
  subtitle: (outage, writtenAt) => `Outage ${outage}, written ${writtenAt}`,
  unseenName: (korean) => UNSEEN_ENGLISH[korean] ?? korean,
};

export function reportWordsOf(language: Language): ReportWords {
  return language === 'ko' ? KOREAN : ENGLISH;
}
