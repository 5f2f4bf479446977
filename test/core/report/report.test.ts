import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outage } from '#core/outage/outage';
import { readEntry } from '#core/outage/timeline';
import { reportMarkdown } from '#core/report/markdown';
import { composeReport, type ReportEvidence } from '#core/report/report';
import { catalogue } from '#portals/catalogues';
import { reportPage } from '#render/report-page';
import { closedOf, incidentOf, outageOf, STARTED } from '../../support/outages.ts';

const writtenAt = Date.parse('2024-07-19T09:00:00+09:00');
const outage = closedOf(
  outageOf(['worknet', 'work24'], {
    unaffected: ['eps'],
    timeline: [
      { at: STARTED.by + 30_000, type: 'notice', seq: 1, as: 'opened' },
      { at: STARTED.by, type: 'suspect', service: 'work24', layer: 'data', kind: 'timeout' },
      { at: STARTED.by, type: 'cause', layer: 'data', kind: 'error-page' },
      { at: STARTED.by, type: 'acknowledged', by: '김담당' },
      { at: STARTED.by, type: 'silenced', by: '김담당', text: '배포 중' },
    ],
    notes: [{ by: '김담당', at: STARTED.by, text: 'DB 한 대를 껐다 켰음' }],
  }),
);

function report(
  of: Outage = outage,
  language: 'ko' | 'en' = 'ko',
  evidence: ReportEvidence[] = [],
) {
  return composeReport({ outage: of, catalogue, evidence, writtenAt, language });
}

describe('a report in Markdown', () => {
  const text = reportMarkdown(report());

  it('opens with the table of the news reports, numbers as intervals', () => {
    expect(text).toContain('| 사이트 | 장애 발생 시간 | 지속 시간 | 복구 시간 |');
    expect(text).toMatch(
      /\| 고용24 \| .*09:14:40\\~09:15:20 사이 \(KST\) \| 2시간 40분\\~2시간 43분/,
    );
    expect(text.indexOf('| 고용24')).toBeLessThan(text.indexOf('| 워크넷'));
  });

  it('says how sure the cause is and that no database text was seen', () => {
    expect(text).toContain('- 원인: 공통 원인(데이터 조회) 추정');
    expect(text).toContain('- 판단 신뢰도: 추정');
    expect(text).toContain('데이터베이스 오류 문구는 확인되지 않았습니다.');
  });

  it('tells the timeline in order, in its own language', () => {
    const rows = text.slice(text.indexOf('## 경과'), text.indexOf('## 증거'));
    expect(rows).toContain('| 2024-07-18 09:15:20 | 고용24: 첫 실패 확인: 데이터 조회 / 제한');
    expect(rows).toContain('원인 판단: 데이터 조회 / 정상 화면 대신 오류 화면이 나왔습니다.');
    expect(rows).toContain('담당자가 확인 (김담당)');
    expect(rows.trimEnd().endsWith('알림: \\#1 장애 |')).toBe(true);
    expect(rows).toContain('알림 중지: 배포 중 (김담당)');
  });

  it('names unseen parts and services that stayed up', () => {
    expect(text).toContain('- 영향이 없던 서비스: 외국인고용관리시스템');
    const open = reportMarkdown(report(outageOf(['work24'], { unaffected: ['eps'] })));
    expect(open).toContain('- 정상 서비스: 외국인고용관리시스템');
    expect(text).toContain('- 모바일 앱');
    expect(text).toContain('- 직원용 내부 업무시스템');
  });

  it('keeps the notes', () => {
    expect(text).toContain('| 2024-07-18 09:15 | 김담당 | DB 한 대를 껐다 켰음 |');
  });

  it('reads in English as well', () => {
    const english = reportMarkdown(report({ ...outage, notes: [], timeline: [] }, 'en'));
    expect(english).toContain('| Work24 | between 2024-07-18 09:14:40 and 09:15:20 (KST) |');
    expect(english).toContain('shared data layer likely');
    expect(english).not.toMatch(/\p{Script=Hangul}/u);
  });

  it('has English for everything that the catalogue says is not seen', () => {
    const names = catalogue.targets.flatMap(({ unseen }) => unseen).map(({ en }) => en);
    expect(names.filter((name) => /\p{Script=Hangul}/u.test(name))).toEqual([]);
  });

  it('keeps the sentence that an older version wrote', () => {
    const old = { at: STARTED.by, type: 'cause', text: 'The cause now looks like dns at host.' };
    const text = reportMarkdown(report({ ...outage, timeline: [readEntry(old)] }));
    expect(text).toContain('원인 판단: The cause now looks like dns at host.');
  });
});

describe('an outage that goes on', () => {
  it('has neither an end nor a length', () => {
    const text = reportMarkdown(report(outageOf(['work24'])));
    expect(text).toMatch(/\| 고용24 \| .* \| 진행 중 \| 진행 중 \|/);
  });
});

describe('evidence', () => {
  it('is quoted in readable Hangul and shown as a picture where there is one', () => {
    const seen = {
      ...outage,
      incidents: [incidentOf('work24', { matched: '시스템 오류', evidence: ['failed/a.txt'] })],
    };
    const evidence = [
      { key: 'failed/a.txt', excerpt: '요청을 처리하는 중 오류가 발생하였습니다.' },
      { key: 'failed/b.png', image: 'data:image/png;base64,AAAA' },
    ];
    const html = reportPage(report(seen, 'ko', evidence));
    expect(html).toContain('<blockquote>고용24: 시스템 오류</blockquote>');
    expect(html).toContain('요청을 처리하는 중 오류가 발생하였습니다.');
    expect(html).toContain('<img src="data:image/png;base64,AAAA" alt="failed/b.png">');
    expect(html.match(/<li>failed\/a\.txt<\/li>/g)).toHaveLength(1);
  });
});

describe('a report in HTML', () => {
  it('is one page that fetches nothing', () => {
    const html = reportPage(report());
    expect(html).toMatch(/^<!doctype html>\n<html lang="ko">/);
    expect(html).not.toMatch(/<script|<link|https?:\/\/|@import|url\(/);
    expect(html).toContain('@media print');
  });

  it('escapes every text of a portal or a person, in both formats', () => {
    const nasty = fc
      .tuple(
        fc.string(),
        fc.constantFrom('<script>', '"><img src=x onerror=1>', '|', '`', '&lt;', '\n# x', '**'),
      )
      .map(([text, end]) => `Q${text}${end}Q`);
    fc.assert(
      fc.property(nasty, (text) => {
        const plain = { ...outageOf(['work24']), notes: [{ by: 'x', at: 0, text: 'y' }] };
        const marked = { ...plain, notes: [{ by: 'x', at: 0, text }] };
        const tags = (html: string) => html.match(/<[^>]*>/g);
        expect(tags(reportPage(report(marked)))).toEqual(tags(reportPage(report(plain))));
        const shape = (markdown: string) =>
          markdown.split('\n').map((line) => line.replaceAll('\\|', '').match(/^#+ |[|<]/g));
        expect(shape(reportMarkdown(report(marked)))).toEqual(shape(reportMarkdown(report(plain))));
      }),
    );
  });
});
