import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const HTML = 'text/html; charset=utf-8';

function html(body: string, type = HTML): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': type }).end(`<!DOCTYPE html><html>${body}</html>`);
  };
}

/** "안녕하세요 고용24 서비스 이용 안내" in EUC-KR. */
const EUC_KR = Buffer.from(
  'bec8b3e7c7cfbcbcbfe420b0edbfeb323420bcadbaf1bdba20c0ccbfeb20bec8b3bb',
  'hex',
);

function eucKr(head: string): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(Buffer.concat([Buffer.from(head), EUC_KR, Buffer.from('</body>')]));
  };
}

/** The smallest page of a working portal. */
const BODY = `<header><a href="/">고용24</a> <a href="/login">로그인</a></header>
<nav><a href="/jobs">채용정보</a> <a href="/ei">실업급여</a> <a href="/hrd">직업훈련</a></nav>
<main><h1>고용24</h1><p>환영합니다. 일자리부터 지원금까지 한곳에서 찾아보세요.</p>
<form><label>검색 <input type="search"></label></form></main>`;

/** Everything a page can do to a browser. */
const PAGES: Readonly<Record<string, Answer>> = {
  '/healthy': html(`<title>고용24</title><body>${BODY}</body>`),
  '/dialog-loop': html(
    '<body>loop<script>for (;;) alert("서버 응답이 느립니다.");</script></body>',
  ),
  '/popup-storm': html(
    `<title>고용24</title><body>${BODY}
    <script>for (let i = 0; i < 50; i += 1) open("/healthy?" + i, "w" + i);</script></body>`,
  ),
  '/busy': html('<body><h1>고용24</h1><script>for (;;) {}</script></body>'),
  '/redirect-loop': (response) => {
    response.writeHead(302, { location: '/redirect-loop' }).end();
  },
  '/download': (response) => {
    response
      .writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename=form.hwp',
      })
      .end('hwp');
  },
  '/json': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  },
  '/euc-kr': eucKr('<!DOCTYPE html><meta charset="euc-kr"><title>t</title><body>'),
  '/euc-kr-unnamed': eucKr('<!DOCTYPE html><title>t</title><body>'),
  '/huge': (response) => {
    response.writeHead(200, { 'content-type': HTML });
    pour(response, 100);
  },
  '/huge-with-length': (response) => {
    response.writeHead(200, { 'content-type': HTML, 'content-length': 100_000_000 });
    response.write('<p>고용');
  },
  '/hang': () => undefined,
};

/** Writes megabyte by megabyte, as fast as the other side reads. */
function pour(response: ServerResponse, megabytes: number): void {
  if (response.destroyed) return;
  if (megabytes === 0) response.end();
  else response.write(`<p>${'고용'.repeat(166_666)}</p>`, () => pour(response, megabytes - 1));
}

export interface OddServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves the odd pages, and `extra` ones, on a free loopback port. */
export async function startOddServer(
  extra: Readonly<Record<string, Answer>> = {},
): Promise<OddServer> {
  const pages = { ...PAGES, ...extra };
  const server: Server = createServer((request, response) => {
    const page = pages[(request.url ?? '').split('?')[0] ?? ''];
    if (page) page(response, request);
    else response.writeHead(404, { 'content-type': HTML }).end('<h1>Not Found</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
