import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeNotice, type NoticeOrder } from '#core/notice/compose-notice';
import type { Outage } from '#core/outage/outage';
import { catalogue } from '#portals/catalogues';
import { closedOf, ENDED, incidentOf, outageOf, STARTED, TEXTS } from '../../support/outages.ts';

const context = { catalogue, texts: TEXTS, apiUrl: '', stage: 'prod' };
const english = { ...context, texts: { ...TEXTS, language: 'en' } } as const;
const six = catalogue.services.map(({ id }) => id);
const all = outageOf(six);

function compose(
  type: NoticeOrder['type'],
  outage: Outage = all,
  more: Partial<NoticeOrder> & { language?: 'en' } = {},
) {
  const at = type === 'closed' ? ENDED.by + 180_000 : STARTED.by + 30_000;
  const { language, ...rest } = more;
  return composeNotice(
    { outage, seq: 1, type, at, ...rest },
    language === 'en' ? english : context,
  );
}

describe('an opened notice', () => {
  const notice = compose('opened');

  it('has an id that follows from outage and number', () => {
    expect(notice).toMatchObject({
      id: 'moel-20240718-0915#1',
      outage: 'moel-20240718-0915',
      seq: 1,
      group: 'moel',
      severity: 'critical',
      services: six,
    });
  });

  it('goes to phones in one line and to mailboxes with more', () => {
    expect(notice.sms).toBe('[장애] 고용24 외 5곳 응답없음 09:15~ 공통 원인(데이터 조회) 추정');
    expect(notice.subject).toBe('[장애] 고용24 외 5곳 응답없음 09:15 KST부터');
    const lines = [
      '시작: 2024-07-18 09:14:40~09:15:20 사이 (KST)',
      '',
      '장애 서비스 (6곳):',
      '  - 고용24',
      '  - 워크넷',
      '  - 고용보험',
      '  - 국민취업지원제도',
      '  - HRD-Net',
      '  - 외국인고용관리시스템',
      '정상 서비스: 확인된 곳 없음',
      '',
      '확인 내용: [데이터 조회] 제한 시간 안에 응답이 없었습니다.',
      '정상 동작한 단계: 서버 연결, 첫 화면',
      '원인: 공통 원인(데이터 조회) 추정 (데이터 조회 단계에서 실패)',
      '증거: 저장된 증거가 없습니다.',
      '',
      '이용자 안내: 급한 민원은 1350으로 전화하세요.',
      '',
      '현황: https://status.example.kr/',
      '대응 절차: https://runbook.example.kr/outage',
      '알림 번호: moel-20240718-0915#1',
    ];
    expect(notice.text).toBe(lines.join('\n'));
  });

  it('names the services in the order of the catalogue, whichever failed first', () => {
    const shuffled = { ...all, incidents: all.incidents.toReversed() };
    expect(compose('opened', shuffled).services).toEqual(six);
  });

  it('says which services of the group are fine', () => {
    const some = outageOf(['work24', 'worknet'], { unaffected: ['hrd-net', 'eps'] });
    expect(compose('opened', some).text).toContain('정상 서비스: HRD-Net, 외국인고용관리시스템');
  });

  it('shows the words that decided', () => {
    const cause = { ...all.cause, databaseText: true, matched: 'ORA-12170' };
    const { text, sms } = compose('opened', outageOf(['work24'], { cause }));
    expect(sms).toContain('DB오류 추정');
    expect(text).toContain('판단 근거: "ORA-12170"');
  });

  it('has only an upper bound of the start when nothing was known before', () => {
    const fresh = outageOf(['work24'], { startedBetween: { after: null, by: STARTED.by } });
    expect(compose('opened', fresh).text).toContain('시작: 2024-07-18 09:15:20 이전 (KST)');
  });

  it('leaves out addresses that are not configured', () => {
    const bare = { ...context, texts: { ...TEXTS, statusUrl: '', runbookUrl: '' } };
    const draft = { outage: all, seq: 1, type: 'opened', at: STARTED.by } as const;
    expect(composeNotice(draft, bare).text).not.toMatch(/현황|대응 절차/);
    const { text } = composeNotice(draft, { ...bare, apiUrl: 'https://api.example.kr' });
    expect(text).toContain('현황: https://api.example.kr/v1/status');
  });

  it('speaks English where that is configured', () => {
    const { subject, text, sms } = compose('opened', all, { language: 'en' });
    expect(sms).toBe('[DOWN] Work24 +5 no answer 09:15~ shared data layer likely');
    expect(subject).toBe('[DOWN] Work24 +5 no answer since 09:15 KST');
    expect(text).toContain('Began: between 2024-07-18 09:14:40 and 09:15:20 (KST)');
    expect(text).not.toMatch(/\p{Script=Hangul}/u);
  });
});

describe('later notices', () => {
  it('an update names services that joined or work again, and does not ring phones', () => {
    const mixed = outageOf(['work24', 'worknet'], {
      unaffected: ['eps'],
      incidents: [incidentOf('work24'), incidentOf('worknet', { endedBetween: ENDED })],
    });
    const notice = compose('updated', mixed, {
      seq: 2,
      change: { added: ['work24'], removed: ['worknet'] },
    });
    expect(notice).not.toHaveProperty('sms');
    expect(notice.services).toEqual(['work24']);
    expect(notice.text).toContain('추가된 서비스:\n  - 고용24\n복구된 서비스:\n  - 워크넷');
    expect(notice.text).toContain('정상 서비스: 외국인고용관리시스템, 워크넷');
  });

  it('an update after a recovery that did not last is called 재발', () => {
    const again = outageOf(['work24'], { recurrences: 1 });
    const change = { added: ['work24'], removed: [] };
    const notice = compose('updated', again, { at: STARTED.by + 60_000, change, again: true });
    expect(notice.subject).toBe('[재발] 고용24 응답없음 09:16 KST부터');
    expect(notice.text).not.toContain('추가된 서비스');
    expect(notice.text).toContain('복구 후 재발하여 같은 장애로 이어 기록합니다(재발 1회).');
    expect(notice.sms).toMatch(/^\[재발\] 고용24 /);
    expect(notice.severity).toBe('critical');
  });

  it('a reminder says how long the failure has been seen', () => {
    const notice = compose('reminder', outageOf(['work24'], { downSeconds: 1_830 }));
    expect(notice).not.toHaveProperty('sms');
    expect(notice.text).toContain('장애가 확인된 시간: 최소 30분');
    expect(notice.text).toMatch(/^장애가 계속되고 있습니다\./);
  });

  it('a closing gives its times and its length as intervals', () => {
    const notice = compose('closed', closedOf(all));
    expect(notice.severity).toBe('critical');
    expect(notice.sms).toBe('[복구] 고용24 외 5곳 11:57 정상화(장애 2시간42분)');
    expect(notice.subject).toBe('[복구] 고용24 외 5곳 정상 09:15~11:57 KST');
    expect(notice.text).toContain('복구: 2024-07-18 11:55:30~11:57:30 사이 (KST)');
    expect(notice.text).toContain('지속 시간: 2시간 40분~2시간 43분');
    expect(notice.text).toContain('장애가 있었던 서비스 (6곳):');
    expect(notice.text).not.toContain('이용자 안내');
  });
});

describe('the services of a notice', () => {
  const over = incidentOf('eps', { endedBetween: ENDED });

  it('are those that are down, or all that were down when none is', () => {
    const mixed = outageOf([], { incidents: [incidentOf('work24'), over] });
    expect(compose('reminder', mixed).services).toEqual(['work24']);
    expect(compose('updated', outageOf([], { incidents: [over] })).services).toEqual(['eps']);
  });

  it('are all that were after the end, also those whose end nobody saw', () => {
    const unseen = incidentOf('work24', { unwatched: true });
    const mixed = outageOf([], { state: 'closed', incidents: [unseen, over] });
    expect(compose('closed', mixed).services).toEqual(['work24', 'eps']);
  });

  it('keep their id where the catalogue has no name for them', () => {
    const gone = outageOf(['gone', 'work24']);
    const { sms, subject, services } = compose('opened', gone);
    expect(services).toEqual(['gone', 'work24']);
    expect(sms).toContain('gone 외 1곳');
    expect(subject).toContain('gone 외 1곳');
  });
});

describe('the text of an email', () => {
  it('opens with its times where there is nothing to say first', () => {
    expect(compose('opened').text).toMatch(/^시작: /);
    expect(compose('reminder').text).toMatch(/^장애가 계속되고 있습니다\.\n\n시작: /);
    expect(compose('closed', closedOf(all)).text).toMatch(
      /^모든 서비스가 정상으로 돌아왔습니다\.\n\n시작: /,
    );
  });

  it('of an opening whose outage is over already tells the begin alone', () => {
    const { text, subject } = compose('opened', closedOf(all));
    expect(subject).toBe('[장애] 고용24 외 5곳 응답없음 09:15 KST부터');
    expect(text).not.toMatch(/^(복구|지속 시간): /m);
  });

  it('of a seen end names only services that were never hit as unaffected', () => {
    const over = incidentOf('eps', { endedBetween: ENDED });
    const outage = outageOf([], { incidents: [over], unaffected: ['work24'] });
    const { text } = compose('closed', closedOf(outage));
    expect(text).toMatch(/^영향이 없던 서비스: 고용24$/m);
  });

  it('of an unseen end claims no recovery', () => {
    const { endedBetween: _, ...unseen } = closedOf(outageOf(['eps'], { unaffected: ['work24'] }));
    const { text, subject } = compose('closed', unseen);
    expect(text).toMatch(/^복구를 확인하지 못한 채 모니터링이 끝났습니다\.\n/);
    expect(text).not.toMatch(/^(복구|지속 시간): /m);
    expect(text).toMatch(/^영향이 없던 서비스: 고용24, 외국인고용관리시스템$/m);
    expect(subject).toBe('[모니터링 종료] 외국인고용관리시스템 복구 미확인 09:15 KST부터');
  });

  it('has a section for those that joined or work again only where there are some', () => {
    const joined = compose('updated', all, { change: { added: ['eps'], removed: [] } }).text;
    expect(joined).toContain('추가된 서비스:\n  - 외국인고용관리시스템\n\n');
    expect(joined).not.toContain('복구된 서비스');
    const left = compose('updated', all, { change: { added: [], removed: ['eps'] } }).text;
    expect(left).not.toContain('추가된 서비스');
    expect(left).toContain('복구된 서비스:\n  - 외국인고용관리시스템\n\n');
  });

  it('names services that joined or work again in the order of the catalogue', () => {
    const change = { added: ['eps', 'work24'], removed: ['hrd-net', 'worknet'] };
    const { text } = compose('updated', all, { change });
    expect(text).toMatch(/추가된 서비스:\n {2}- 고용24\n {2}- 외국인고용관리시스템\n/);
    expect(text).toMatch(/복구된 서비스:\n {2}- 워크넷\n {2}- HRD-Net\n/);
  });

  it('repeats the date where the start may lie on two days', () => {
    const midnight = Date.parse('2024-07-18T00:00:00+09:00');
    const startedBetween = { after: midnight - 20_000, by: midnight + 20_000 };
    expect(compose('opened', outageOf(['eps'], { startedBetween })).text).toContain(
      '시작: 2024-07-17 23:59:40~2024-07-18 00:00:20 사이 (KST)',
    );
  });

  it('says who is on it, and which steps work if only some do', () => {
    const acknowledged = { by: 'minji', at: STARTED.by };
    const incidents = [incidentOf('eps', { passedLayers: [] })];
    const { text } = compose('reminder', outageOf([], { incidents, acknowledged }));
    expect(text).toContain('확인한 사람: minji');
    expect(text).not.toContain('정상 동작한 단계');
    expect(compose('reminder').text).not.toContain('확인한 사람');
    expect(compose('reminder').text).not.toContain('장애가 확인된 시간');
  });
});

describe('a notice of a drill or another stage', () => {
  it('says 모의훈련 everywhere in a drill, which rings like a real outage', () => {
    const drill = outageOf(['work24'], { drill: true });
    const notice = compose('opened', drill);
    expect(notice.sms).toMatch(/^\[모의훈련 장애\]/);
    expect(notice.subject).toMatch(/^\[모의훈련 장애\]/);
    expect(notice.text).toMatch(/^모의훈련 알림이며 실제 장애가 아닙니다\./);
    expect(notice.severity).toBe('critical');
  });

  it('names its stage outside production', () => {
    const draft = { outage: all, seq: 1, type: 'opened', at: STARTED.by } as const;
    const notice = composeNotice(draft, { ...context, stage: 'dev' });
    expect(notice.sms).toMatch(/^\[dev 장애\]/);
    expect(notice.subject).toMatch(/^\[dev 장애\]/);
  });
});

describe('any subject', () => {
  it('is valid for SNS: one short line without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const services = catalogue.services.map((service) => ({ ...service, name }));
        const odd = { ...context, catalogue: { ...catalogue, services } };
        const { subject } = composeNotice(
          { outage: all, seq: 1, type: 'opened', at: STARTED.by },
          odd,
        );
        expect(subject.length).toBeLessThan(100);
        expect(subject).not.toMatch(/\p{C}/u);
        expect(subject).toMatch(/^\[장애\]/);
      }),
      { numRuns: 30 },
    );
  });
});
