import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/classify/finding';
import { sentenceOpinion } from '#core/classify/learned/sentence-opinion';
import type { Reading } from '#core/classify/learned/sentence-reader';
import { pageOf } from '#core/classify/page';
import { outlined } from '../corpus/page.ts';

const SAID = '접수 창구 화면이 비어 있습니다.';
const TROUBLED = '접수 화면을 보여 드리지 못하고 있습니다.';
const AROUND = '@ 실업급여 신청하기\n@ 국민내일배움카드 발급 신청\n* 새 소식 2026.11.20';
const page = (line: string, around = AROUND) =>
  pageOf(outlined('passed', `고용누리\n${line}\n${around}`).seen);
const reading = (claim: Reading['claim'], margin: number) => () => ({ claim, margin });
const finding = (kind: Finding['kind']): Finding => ({
  kind,
  rule: 'trouble-named',
  reason: 'It names trouble.',
  matched: TROUBLED,
  cause: 'trouble',
});
const never = () => undefined;

describe('a sentence on a page that passed', () => {
  const heard = (margin: number, judge: () => Finding | undefined, line = SAID) =>
    sentenceOpinion(page(line), undefined, { read: reading('down', margin), judge });

  it('is a doubt if only the learned reader hears an outage, however sure it is', () => {
    expect(heard(0.5, never)).toMatchObject({ kind: 'unknown', rule: 'sentence-like-down' });
    expect(heard(9, never)?.kind).toBe('unknown');
  });

  it('is nothing if the reader hears none, whatever the rules make of it', () => {
    expect(heard(0.1, () => finding('error-page'))).toBeUndefined();
  });

  it('fails the page if the rules find an outage in it alone and the reader agrees', () => {
    expect(heard(0.7, () => finding('error-page'))?.kind).toBe('error-page');
    expect(heard(0.5, () => finding('error-page'))?.kind).toBe('unknown');
  });

  it('fails the page if its words say that something is broken and the reader agrees', () => {
    expect(heard(0.7, never, TROUBLED)?.kind).toBe('error-page');
    expect(heard(0.5, never, TROUBLED)?.kind).toBe('unknown');
    expect(heard(-0.1, never, TROUBLED)?.kind).toBe('unknown');
    expect(heard(-0.3, never, TROUBLED)).toBeUndefined();
  });

  it('fails the page if it has other words of trouble and the reader is sure', () => {
    const sorry = '이용에 불편을 드려 죄송합니다.';
    expect(heard(1.7, never, sorry)?.kind).toBe('error-page');
    expect(heard(1.5, never, sorry)?.kind).toBe('unknown');
  });

  it.each([
    '제목을 입력하지 않아 저장하지 못했습니다.',
    '조회 중 오류가 발생하나요?',
    '다시 시도해 주시기 바랍니다.',
    '현재 일부 서비스를 이용하실 수 없습니다.',
    '조회 실패',
    '[안내] 전산센터 화재로 접수 서비스가 제한되고 있습니다.',
  ])('is a doubt at most if it is a question, a part, a label or a labelled notice: %s', (line) => {
    expect(heard(9, never, line)?.kind).toBe('unknown');
  });

  it('is a doubt as a row of a list, if it says that something is broken now', () => {
    expect(heard(1, never, '* [긴급] 현재 예약 접속 불가, 복구 중입니다')?.kind).toBe('unknown');
    expect(heard(1, never, '* 예약 접속 장애 안내')).toBeUndefined();
  });

  it('is a doubt at most beside rows of data, unless it says that a service stands still', () => {
    const rows = `${AROUND}\n* 101\t사무 보조\t서울\n* 102\t물류 관리\t부산`;
    const listeners = { read: reading('down', 9), judge: () => finding('error-page') };
    const kindOf = (line: string) => sentenceOpinion(page(line, rows), undefined, listeners)?.kind;
    expect(kindOf('날씨를 불러오지 못했습니다.')).toBe('unknown');
    expect(kindOf('지금 온라인 신청이 되지 않고 있습니다.')).toBe('error-page');
  });
});

describe('a sentence on a page that lacks its marker', () => {
  const missing: Finding = { ...finding('changed'), rule: 'marker-missing' };
  const heard = (judge: () => Finding | undefined) =>
    sentenceOpinion(page(SAID), missing, { read: reading('down', 1), judge })?.kind;

  it('says why', () => {
    expect(heard(() => finding('error-page'))).toBe('error-page');
  });

  it('is no better reason if only the learned reader hears an outage', () => {
    expect(heard(never)).toBe('changed');
  });
});

describe('a sentence about planned work on a page that passed', () => {
  const heard = (line: string) =>
    sentenceOpinion(page(line), undefined, {
      read: reading('work', 2),
      judge: () => finding('maintenance'),
    })?.kind;

  it.each(['지금 서버를 교체하고 있습니다.', '점검 중이므로 이용하실 수 없습니다.'])(
    'is maintenance if it speaks of now: %s',
    (line) => {
      expect(heard(line)).toBe('maintenance');
    },
  );

  it.each(['시스템 점검 안내', '12월 19일 22시부터 서버를 교체합니다.', '내일 서버를 교체합니다.'])(
    'is nothing if it may speak of another day: %s',
    (line) => {
      expect(heard(line)).toBeUndefined();
    },
  );
});

describe('an outage by words', () => {
  const contested = (margin: number, over: Partial<Finding> = {}, around = AROUND) =>
    sentenceOpinion(
      page(TROUBLED, around),
      { ...finding('error-page'), ...over },
      {
        read: reading('down', margin),
        judge: never,
      },
    );

  it('is a doubt if no sentence tells of it and the page shows other things', () => {
    expect(contested(-0.5)).toMatchObject({ kind: 'unknown', rule: 'unsaid-error-page' });
    expect(contested(0)?.kind).toBe('error-page');
  });

  it('is nothing if surely no sentence does', () => {
    expect(contested(-2)).toBeUndefined();
  });

  it('stays if the page shows nothing else', () => {
    expect(contested(-2, {}, '')?.kind).toBe('error-page');
  });

  it('stays if a machine wrote the words, which are no sentence', () => {
    expect(contested(-2, { matched: '502 Bad Gateway' })?.kind).toBe('error-page');
  });
});
