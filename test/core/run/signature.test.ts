import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureOf, signatureText } from '#core/run/signature';

const sign = (text: string) => signatureOf({ kind: 'error-page', layer: 'data', text });

const host = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{1,10}$/), fc.constantFrom('go.kr', 'com', 'internal'))
  .map(([name, end]) => `${name}.${end}`);
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => `${hours}:${String(minutes).padStart(2, '0')}`);
const id = fc.oneof(
  fc.uuid(),
  fc.nat().map(String),
  fc.stringMatching(/^[0-9]{2}[0-9a-f]{6,20}$/),
  fc.ipV4(),
);

describe('a signature', () => {
  it('stays the same in every version, because stored results are compared by it', () => {
    expect(sign('ORA-12541: TNS:no listener')).toBe('8feb7f24d6860241');
  });

  it('is the same when only host, time and id differ', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(host, clock, id), { minLength: 2, maxLength: 2 }), (pair) => {
        const texts = pair.map(
          ([at, when, which]) =>
            `https://${at}/cm/main.do?id=${which} ${when} 데이터베이스 연결 실패 (${which}) ${at}`,
        );
        expect(sign(texts[0] ?? '')).toBe(sign(texts[1] ?? ''));
      }),
    );
  });

  it.each([
    ['ORA-12541: TNS:no listener', 'ORA-01034: ORACLE not available'],
    ['java.net.SocketTimeoutException', 'java.net.ConnectException'],
    ['오류가 발생하였습니다', '서비스를 이용할 수 없습니다'],
    ['status bad gateway', 'status unavailable'],
  ])('tells %s from %s', (one, other) => {
    expect(sign(one)).not.toBe(sign(other));
  });

  it('tells layers and kinds apart', () => {
    const text = 'no answer in time';
    const at = (layer: 'data' | 'host') => signatureOf({ kind: 'timeout', layer, text });
    expect(at('data')).not.toBe(at('host'));
    expect(at('data')).not.toBe(signatureOf({ kind: 'connect', layer: 'data', text }));
  });

  it('is 16 hex digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sign(text)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it.each([
    ['2024-07-18 09:15:02.123 KST', '2024년 7월 18일 오전 9시 15분'],
    ['Thu, 18 Jul 2024 00:15:02 GMT', 'Fri, 9 Feb 2024 10:00:00 GMT'],
    ['2024.07.18.(목) 09:15', '2024.02.13.(화) 15:40'],
    ['10.0.12.7:8080', 'fe80::1ff:fe23:4567:890a'],
    ['WWW.Work24.go.kr', 'localhost:3000'],
  ])('sees no words in %s and %s', (...texts) => {
    expect(texts.map(signatureText)).toEqual(['', '']);
  });

  it('keeps the words around what it removes, whatever their case and spacing', () => {
    expect(signatureText('고용24  접속\n오류 [0x8000]')).toBe('고용 접속 오류');
    expect(sign('Bad   Gateway')).toBe(sign('bad gateway'));
  });
});
