import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '#adapters/network/html-text';

function read(markup: string, watched: readonly string[] = []) {
  return readHtml(markup, { watched, maxText: 20_000 });
}

const text = (markup: string) => read(markup).text;

describe('the text of a page', () => {
  it.each([
    ['<p>일자리<p>지원금', '일자리\n지원금'],
    ['<b>고용</b>24 <i>안내</i>', '고용24 안내'],
    ['<ul><li>하나<li>둘</ul>', '하나\n둘'],
    ['<table><tr><td>이름<td>값</table>', '이름 값'],
    ['줄\n 사이 \u00a0 공백', '줄 사이 공백'],
    ['1 < 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['<img alt="고용24 로고"><input type="submit" value="로그인">', '고용24 로고 로그인'],
    ['<textarea>적어 <b>주세요</b></textarea>', '적어 <b>주세요</b>'],
    ['<!-- 안 보임 -->보임<!---->', '보임'],
    ['<a title="1 > 0">링크</a>', '링크'],
    ['<a title="닫지 않은', ''],
    ['<p', ''],
    ['<', '<'],
  ])('of %s is what a person reads', (markup, expected) => {
    expect(text(markup)).toBe(expected);
  });

  it.each([
    '<script>alert("오류")</script>',
    '<SCRIPT>if (a < b) "오류"</SCRIPT>',
    '<style>.a:before { content: "오류" }</style>',
    '<noscript>오류</noscript>',
    '<template><p>오류</p></template>',
    '<iframe>오류</iframe>',
    '<svg><title>오류</title></svg>',
    '<div hidden>오류</div>',
    '<div style="color:red; DISPLAY : none"><p>오류</p></div>',
    '<dialog><p>오류</p></dialog>',
    '<input type="hidden" value="오류">',
    '<div style="display:none"><div><span>오류</span></div></div>',
  ])('leaves out what nobody sees: %s', (hidden) => {
    expect(text(`앞 ${hidden} 뒤`).replaceAll(/\s+/g, ' ')).toBe('앞 뒤');
  });

  it.each([
    '<svg viewBox="0 0 1 1"/>',
    '<svg><use href="#a"/></svg>',
    '<p style="display:none">안 보임<div></div>',
    '<input hidden>',
    '<br style="display:none">',
    '</div></span>',
    '<li hidden>안 보임<li></li>',
  ])('goes on after %s', (before) => {
    expect(text(`${before}보임`)).toBe('보임');
  });

  it('ends where a script never does', () => {
    expect(text('보임<script>안 보임')).toBe('보임');
  });

  it('has a limit and a title of its own', () => {
    const view = readHtml(`<title>고용&nbsp;24</title>${'<p>가나다'.repeat(9)}`, {
      watched: [],
      maxText: 10,
    });
    expect(view).toEqual({
      title: '고용 24',
      text: '가나다\n가나다\n가나',
      elements: [],
      scripted: false,
    });
  });
});

describe('the elements of a page', () => {
  it.each([
    ['#spin', '<div id="spin">'],
    ['.blockMsg', "<div class='blockUI  blockMsg'>"],
    ['input[type=password]', '<INPUT TYPE=Password>'],
    ['img', '<img src=a.png />'],
    ['iframe[src*=captcha]', '<iframe src="https://x.test/captcha/1"></iframe>'],
    ['[role=progressbar]', '<progress role=progressbar>'],
  ])('%s is seen in %s', (selector, markup) => {
    expect(read(markup, ['#other', selector]).elements).toEqual([selector]);
    expect(read(`<div hidden>${markup}</div>`, [selector]).elements).toEqual([]);
  });

  it('of a selector that is not understood are none', () => {
    expect(read('<div id=a><b>', ['div > b', '', ':not(a)', 'a, b']).elements).toEqual([]);
  });
});

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<!',
  '"',
  "'",
  '=',
  ' ',
  '&',
  '&lt;',
  '&#x3c;',
  'script',
  'div',
  'p',
  'title',
  'svg',
  'hidden',
  'style',
  'display:none',
  '가',
  '\u0000',
  '\n',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '<p hidden>',
];

const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

/** No character that belongs to markup or entities. */
const plain = fc
  .array(fc.constantFrom(...'가나다라 abc 123.,!?()'), { minLength: 1, maxLength: 30 })
  .map((letters) => letters.join('').replaceAll(/\s+/g, ' ').trim())
  .filter((words) => words !== '');

const tagName = fc.constantFrom('div', 'p', 'span', 'a', 'li', 'td', 'b', 'section', 'h1');
/** Correctly closed markup around plain words. */
const wellFormed = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc
      .tuple(tagName, fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, nodes]) => `<${name} class="x">${nodes.join('')}</${name}>`),
  ),
})).node;

describe('any markup', () => {
  it('gives a view, folded and within its limit', () => {
    fc.assert(
      fc.property(soup, fc.nat(200), (markup, maxText) => {
        const view = readHtml(markup, { watched: ['#a', 'div'], maxText });
        expect(view.text.length).toBeLessThanOrEqual(maxText);
        for (const line of view.text.split('\n')) expect(line).not.toMatch(/^\s{2}|\s{2}/);
      }),
    );
  });

  it('that is well formed leaves no markup and loses no word', () => {
    fc.assert(
      fc.property(wellFormed, (markup) => {
        const seen = text(markup);
        const compact = (words: string) => words.replaceAll(/\s+/g, '');
        expect(seen).not.toMatch(/[<>"=]/);
        expect(compact(seen)).toBe(compact(markup.replaceAll(/<[^>]*>/g, '')));
        expect(text(seen)).toBe(text(text(seen)));
      }),
    );
  });

  it('within a hidden element is not read', () => {
    fc.assert(
      fc.property(wellFormed, (markup) => {
        expect(text(`앞<section hidden>${markup}</section>뒤`)).toMatch(/^앞\s뒤$/);
      }),
    );
  });

  it.each(['<', '<a ', '<a x="', '</', '<!--', '<div>', '<p hidden>', '<title>', '<a =', '&', ' '])(
    'of two million bytes of "%s" is read in one pass',
    (piece) => {
      const markup = piece.repeat(Math.floor(2_000_000 / piece.length));
      expect(readHtml(markup, { watched: ['#a'], maxText: 100 }).text.length).toBeLessThan(101);
    },
    10_000,
  );
});
