import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { outlined } from './corpus/page.ts';

const judged = (...rows: readonly string[]) =>
  classify(
    outlined('unknown', ['신청', '* 구분\t설명\t신청', ...rows.map((row) => `* ${row}`)].join('\n'))
      .seen,
  );

describe('a table of which every row is closed', () => {
  it('is maintenance where each row says so', () => {
    const rows = [
      '급여 신청\t매달\t점검 중',
      '이력 조회\t3년\t점검 중',
      '증명 발급\t즉시\t점검 중',
    ];
    expect(judged(...rows)).toMatchObject({ kind: 'maintenance', rule: 'every-row-is-closed' });
  });

  it('is an outage where the rows are broken', () => {
    const rows = ['급여 신청\t매달\t장애', '이력 조회\t3년\t오류', '증명 발급\t즉시\t이용 불가'];
    expect(judged(...rows)).toMatchObject({ kind: 'error-page', rule: 'every-row-is-closed' });
  });

  it('is healthy where one row is open, and where it is too short to tell', () => {
    const open = ['급여 신청\t매달\t점검 중', '이력 조회\t3년\t조회', '증명 발급\t즉시\t점검 중'];
    expect(judged(...open).result).not.toBe('failed');
    expect(judged('급여 신청\t매달\t점검 중', '이력 조회\t3년\t점검 중').result).not.toBe('failed');
  });
});
