import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/classify/finding';
import { sentenceOpinion } from '#core/classify/learned/sentence-opinion';
import type { Reading } from '#core/classify/learned/sentence-reader';
import { pageOf } from '#core/classify/page';
import { outlined } from '../corpus/page.ts';

const never = () => undefined;
const reading = (claim: Reading['claim'], margin: number) => () => ({ claim, margin });
const portal = (line: string) =>
  pageOf(outlined('unknown', `고용누리\n~ 로그인\n# 안내\n${line}\n@ 처음으로`).seen);
const heard = (line: string, margin: number) =>
  sentenceOpinion(portal(line), undefined, { read: reading('visitor', margin), judge: never });

describe('a sentence that refuses the visitor in words that no rule knows', () => {
  it.each([
    ['waiting-room', '내 순서까지 남은 인원 128명'],
    ['blocked', '고객님의 회선은 방화벽 정책으로 들어올 수 없습니다.'],
    ['password-expired', '쓰시던 암호의 유효 기간이 지났으니 새 암호를 정하십시오.'],
    ['changed', '저희 누리집은 새 도메인으로 이사했습니다.'],
  ])('is %s by its words, if the reader is sure: %s', (kind, line) => {
    expect(heard(line, 1.3)?.kind).toBe(kind);
    expect(heard(line, 1.1)).toBeUndefined();
  });

  it('is nothing if its words name no refusal or set a condition', () => {
    expect(heard('오늘은 여기까지 안내해 드립니다.', 9)).toBeUndefined();
    expect(heard('대기 번호가 지나면 다시 순번을 받으셔야 합니다.', 9)).toBeUndefined();
  });
});

describe('a cell of a table', () => {
  const told = (cell: string) => {
    const page = pageOf(
      outlined('unknown', `회의록\n# 회의록\n* 회의명\t정례회\n* 원문\t${cell}`).seen,
    );
    return sentenceOpinion(page, undefined, { read: reading('down', 0.5), judge: never })?.kind;
  };

  it('is a doubt if it says in a sentence what does not answer', () => {
    expect(told('원문을 보관한 저장소가 응답하지 않아 열 수 없습니다.')).toBe('unknown');
    expect(told('비공개')).toBeUndefined();
  });
});

describe('a failure that is worded like work or like a refusal', () => {
  const finding = (kind: Finding['kind'], rule: string): Finding => ({
    kind,
    rule,
    reason: 'It reads like it.',
    cause: 'guess',
  });
  const corrected = (line: string, first: Finding, margin = 1) =>
    sentenceOpinion(portal(line), first, { read: reading('down', margin), judge: never })?.kind;
  const REPAIR = '신청 폭주로 서버가 다운되어 복구 작업 중입니다.';

  it('is an error page if the reader agrees with the words', () => {
    expect(corrected(REPAIR, finding('maintenance', 'work-now'))).toBe('error-page');
    expect(corrected(REPAIR, finding('maintenance', 'work-now'), 0.5)).toBe('maintenance');
    const lock = '다른 작업으로 DB 오류가 생겨 처리하지 못했습니다.';
    expect(corrected(lock, finding('login-rejected', 'like-login-rejected'))).toBe('error-page');
  });

  it('stays a rejected login if the sentence is about logins, or if a rule found it', () => {
    const login = '로그인 오류로 처리하지 못했습니다.';
    expect(corrected(login, finding('login-rejected', 'like-login-rejected'))).toBe(
      'login-rejected',
    );
    expect(corrected(REPAIR, finding('login-rejected', 'wrong-credentials'))).toBe(
      'login-rejected',
    );
  });
});
