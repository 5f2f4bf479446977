import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
import { inspectionOnly } from '#portals/inspection';
import { anInspection } from '../../support/journey-orders.ts';
import { type OddServer, startOddServer } from '../../support/odd-server.ts';

const FRAME_TEXT = '<p>시스템 장애로 서비스를 제공할 수 없습니다.</p>';

const PAGES: Readonly<Record<string, string>> = {
  '/framed': `<title>접수</title><frameset cols="*,*">
    <frame src="data:text/html;charset=utf-8,${FRAME_TEXT}"><frame src="about:blank"></frameset>`,
  '/empty-frames':
    '<title>접수</title><frameset cols="*,*"><frame src="about:blank"><frame src="data:text/html,"></frameset>',
  '/hidden': '<title>전자민원</title><body style="display:none"><h1>전자민원창구</h1></body>',
  '/late': `<title>배움</title><div id="root"></div><script>setTimeout(() => {
    document.getElementById('root').innerHTML = '<h1>추천 강좌</h1><p>공직자를 위한 데이터 읽기</p><p>쉬운 우리말 공문서</p>';
  }, 1200)</script>`,
  '/asks': `<title>지도</title><div id="root"></div><script>
    const told = [];
    const tell = (what) => {
      told.push(what);
      if (told.length < 3) return;
      document.getElementById('root').innerHTML = '<h1>가까운 센터</h1><ul><li>서울고용센터 02-2004-7301</li>' +
        '<li>부산고용센터 051-860-1919</li></ul><p>' + told.join(' ') + '</p>';
    };
    navigator.geolocation.getCurrentPosition(() => tell('place'), ({ code }) => tell('no-place-' + code));
    Notification.requestPermission().then((answer) => tell('news-' + answer));
    navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => tell('sound'), () => tell('no-sound'));
  </script>`,
  '/buttons': `<title>탭</title><div><button>채용</button><button>급여</button><button>훈련</button></div>
    <header><input type="search"></header><p>접속이 지연되고 있습니다.</p><button>확인</button>`,
  '/parts': `<title>고용나루</title><header><h1>고용나루</h1><nav><a href="/a">채용정보</a></nav></header>
    <main><h2>공지사항</h2><ul><li><a href="/n">시스템 점검 안내</a></li></ul>
    <form><label>검색 <input type="search"></label><input type="submit" value="찾아보기"></form></main>
    <footer>상담 1577-0000</footer>`,
};

let server: OddServer;
const runner = createJourneyRunner({ journeys: inspectionOnly });
const observe = (path: string) =>
  runner.run(anInspection(server.origin + path)).then(({ observation }) => observation);

beforeAll(async () => {
  const answers = Object.entries(PAGES).map(([path, body]) => [
    path,
    (response: import('node:http').ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    },
  ]);
  server = await startOddServer(Object.fromEntries(answers));
});
afterAll(() => server.stop());

describe('what a page shows', () => {
  it('includes frames of other origins', async () => {
    const seen = await observe('/framed');
    expect(seen.text).toContain('서비스를 제공할 수 없습니다');
    expect(classify(seen)).toMatchObject({ kind: 'error-page' });
  });

  it('is nothing when its frames are empty', async () => {
    expect(classify(await observe('/empty-frames'))).toMatchObject({ kind: 'blank' });
  });

  it('is nothing when its body is hidden', async () => {
    const seen = await observe('/hidden');
    expect(seen.text).toBe('');
    expect(classify(seen)).toMatchObject({ kind: 'blank' });
  });

  it('is awaited while a program has yet to draw it', async () => {
    expect((await observe('/late')).text).toContain('추천 강좌');
  });

  it('is not blocked by questions for permission, because they are declined', async () => {
    const seen = await observe('/asks');
    expect(seen.text).toContain('no-place-1');
    // Closed without an answer.
    expect(seen.text).toContain('news-default');
    expect(seen.text).toContain('no-sound');
    expect(classify(seen).result).toBe('passed');
  });

  it('takes three buttons side by side for a menu, and no field of a header for work', async () => {
    const { outline } = await observe('/buttons');
    expect(outline?.links).toEqual(['채용', '급여', '훈련']);
    expect(outline?.fields).toBe(0);
  });

  it('is distinguished by its place', async () => {
    const { outline, text } = await observe('/parts');
    expect(outline?.frame).toEqual(['고용나루', '채용정보', '상담 1577-0000']);
    expect(outline?.headings).toEqual(['고용나루', '공지사항']);
    expect(outline?.links).toEqual(['채용정보', '시스템 점검 안내']);
    expect(outline?.entries).toEqual(['시스템 점검 안내']);
    expect(outline?.fields).toBe(1);
    expect(text).toContain('찾아보기');
  });
});
