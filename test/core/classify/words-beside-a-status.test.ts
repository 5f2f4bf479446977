import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { said } from './corpus/page.ts';

const judged = (status: number, title: string, ...lines: readonly string[]) =>
  classify({ ...said('unknown', title, ...lines).seen, status }).kind;

describe('a failing status', () => {
  it.each([
    [500, '안내', '화면을 처리하는 중 오류가 발생했습니다. 잠시 후 다시 이용해 주세요.'],
    [502, '알림', '서버에 문제가 생겨 페이지를 보여 드릴 수 없습니다.'],
    [503, 'Portal', 'The portal is currently unavailable because of a technical problem.'],
    [500, 'EPS', 'ขออภัย ระบบขัดข้อง ไม่สามารถแสดงข้อมูลได้'],
  ])('is an error page where the page says so in words: %d %s', (status, title, line) => {
    expect(judged(status, title, line)).toBe('error-page');
  });

  it.each([
    '시스템 점검을 진행하고 있습니다. 15시에 다시 열립니다.',
    'The system is undergoing scheduled maintenance until 15:00.',
  ])('is maintenance where the page tells of planned work: %s', (line) => {
    expect(judged(503, '안내', line)).toBe('maintenance');
  });

  it.each([
    [500, '500', 'Internal Server Error'],
    [502, '502 Bad Gateway', 'nginx'],
    [503, '503 Service Temporarily Unavailable', 'Apache'],
    [500, '', ''],
  ])('decides if the page says nothing else: %d %s', (status, title, line) => {
    expect(judged(status, title, line)).toBe('http-error');
  });
});

describe('a missing page', () => {
  it.each([
    ['페이지를 찾을 수 없습니다', '주소가 바뀌었거나 삭제된 페이지입니다.'],
    ['은하시청', '요청하신 페이지가 없습니다. 통합검색을 이용해 주세요.'],
  ])('has moved where the portal says so itself: %s', (title, line) => {
    expect(judged(404, title, line)).toBe('changed');
  });

  it.each([
    ['404 Not Found', 'nginx/1.24.0'],
    ['HTTP 상태 404 – 찾을 수 없음', '설명 Origin 서버가 대상 리소스를 찾지 못했습니다.'],
    ['404 - 파일 또는 디렉터리를 찾을 수 없습니다.', '찾는 리소스가 제거되었습니다.'],
    ['', '{"code":404,"message":"요청한 리소스를 찾을 수 없습니다."}'],
  ])('is a fault of the server where only the server speaks: %s', (title, line) => {
    expect(judged(404, title, line)).toBe('http-error');
  });
});
