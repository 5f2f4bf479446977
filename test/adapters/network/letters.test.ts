import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '#adapters/network/charset';
import { decodeCp949 } from '#adapters/network/cp949';
import { decodeEntities } from '#adapters/network/html-entities';
import { showsMarker } from '#adapters/network/marker';

describe('character references', () => {
  it.each([
    ['&lt;b&gt; &amp; &quot;x&quot; &apos;y&#39;', `<b> & "x" 'y'`],
    ['&#44256;&#xC6A9;&#Xc6a9;24', '고용용24'],
    ['a&nbsp;b&middot;c&copy', 'a\u00a0b·c©'],
    ['&#0;&#xD800;&#x110000;&#9999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&unknown; & &; &#; &#x; &constructor;', '&unknown; & &; &#; &#x; &constructor;'],
    ['?a=1&region=2&times', '?a=1&region=2×'],
  ])('in %s become %s', (written, read) => {
    expect(decodeEntities(written)).toBe(read);
  });

  it('are decoded once, and text without any stays as it is', () => {
    expect(decodeEntities('&amp;lt;')).toBe('&lt;');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bare = text.replaceAll('&', '');
        expect(decodeEntities(bare)).toBe(bare);
      }),
    );
  });

  it('of any letter, in either number, give the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
        const decimal = codes.map((code) => `&#${code};`).join('');
        const hex = codes.map((code) => `&#x${code.toString(16)};`).join('');
        expect([decodeEntities(decimal), decodeEntities(hex)]).toEqual([text, text]);
      }),
    );
  });

  it('however broken never throw', () => {
    const piece = fc.constantFrom('&', '#', 'x', ';', '9', 'f', 'lt', 'D800', '가');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(decodeEntities(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('CP949', () => {
  // Source: Python's cp949 codec. Every pair except € and ® was compared with it.
  it.each([
    ['8141', '갂'],
    ['81fe', '괓'],
    ['8c63', '똠'],
    ['a0fe', '좤'],
    ['a141', '좥'],
    ['c652', '힣'],
    ['b0a1', '가'],
    ['c8fe', '힝'],
    ['caa1', '伽'],
    ['a1dd', '◎'],
    ['b0edbfeb3234', '고용24'],
  ])('%s is %s', (hex, letter) => {
    expect(decodeCp949(Buffer.from(hex, 'hex'), true)).toBe(letter);
  });

  it('leaves ASCII alone and forgives a letter cut at the end', () => {
    expect(decodeCp949(Buffer.from('ok \u00b0', 'latin1'), true)).toBe('ok ');
  });

  it('of any bytes never throws unless asked to', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = decodeCp949(bytes, false);
        expect(text.length).toBeLessThanOrEqual(bytes.length);
        if (!text.includes('\ufffd')) expect(decodeCp949(bytes, true)).toBe(text);
      }),
    );
  });
});

const PAGE = '<!DOCTYPE html><title>고용24</title><p>일자리 안내</p>';
const LABELS = ['utf-8', 'euc-kr', 'cp949', 'iso-8859-1', 'shift_jis', 'utf-16', 'x-user', '', '☃'];

describe('a page’s text', () => {
  it.each(LABELS.filter((label) => !/shift|16/.test(label)))(
    'in UTF-8 is read though the header says "%s"',
    (label) => {
      expect(decodePage(Buffer.from(PAGE), `text/html; charset=${label}`)).toBe(PAGE);
    },
  );

  it.each([
    ['utf-8 with a mark', Buffer.from(`\ufeff${PAGE}`), ''],
    ['utf-16le with a mark', Buffer.from(`\ufeff${PAGE}`, 'utf16le'), ''],
    ['utf-16le by the header', Buffer.from(PAGE, 'utf16le'), 'text/html; charset=UTF-16LE'],
  ])('in %s is read', (_, bytes, type) => {
    expect(decodePage(bytes, type)).toBe(PAGE);
  });

  it('in UTF-8 with one broken letter stays readable', () => {
    const bytes = Buffer.concat([Buffer.from([0xea, 0xb0]), Buffer.from(PAGE)]);
    expect(decodePage(bytes)).toBe(`\ufffd${PAGE}`);
    expect(decodePage(bytes, 'text/html; charset=utf-8')).toBe(`\ufffd${PAGE}`);
  });

  it('in UTF-8 cut anywhere is a beginning of it', () => {
    const whole = Buffer.from(PAGE);
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        expect(PAGE.startsWith(decodePage(whole.subarray(0, length)))).toBe(true);
      }),
    );
  });

  it('of whatever can be written in UTF-8 is read as it was, named or not', () => {
    const letters = fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\ufeff'));
    fc.assert(
      fc.property(letters, fc.constantFrom('', 'text/html; charset=utf-8'), (text, type) => {
        expect(decodePage(Buffer.from(text), type)).toBe(text);
      }),
    );
  });

  it('of any bytes under any label never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom(...LABELS),
        fc.string(),
        (bytes, label, type) => {
          expect(decodePage(bytes, `text/html; charset=${label}`)).toBeTypeOf('string');
          expect(decodePage(bytes, type)).toBeTypeOf('string');
        },
      ),
    );
  });
});

describe('a marker', () => {
  const page = {
    markup: '<script>totalRecordCount : 12</script>',
    title: '고용24',
    text: '로그인',
  };

  it.each([
    ['로그인', true],
    ['고용24', true],
    ['회원가입', false],
    ['totalRecordCount', false],
    ['/totalRecordCount\\s*:\\s*\\d+/', true],
    ['/totalRecordCount\\s*:\\s*x/', false],
    ['/(/', false],
  ])('%s is shown: %s', (marker, shown) => {
    expect(showsMarker(marker, page)).toBe(shown);
  });

  it('that is a broken pattern is looked for as it is written', () => {
    expect(showsMarker('/(/', { ...page, text: 'a /(/ b' })).toBe(true);
  });

  it('of any letters never throws', () => {
    fc.assert(
      fc.property(fc.string(), (marker) => {
        expect(showsMarker(`/${marker}/`, page)).toBeTypeOf('boolean');
      }),
    );
  });
});
