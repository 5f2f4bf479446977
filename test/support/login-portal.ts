import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnknownNameError } from '#core/errors';
import type { Target } from '#core/watch/catalogue';
import { catalogue } from '#portals/moel/catalogue';

/** Differences from a working login page. */
export interface LoginPage {
  /** Markup after the form. */
  readonly more?: string;
  /** Attributes of the button that opens the form. */
  readonly button?: string;
  /** Text of that button. */
  readonly label?: string;
  /** The search's answer instead of results. */
  readonly search?: string;
  /** Markup in the main part of every page. */
  readonly everywhere?: string;
}

export interface LoginPortal {
  readonly origin: string;
  /** Requested paths, in order. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** A small portal with work24's paths. `/api/…` answers 500; `/chat/…` never answers. */
export async function startLoginPortal(pages: LoginPage): Promise<LoginPortal> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path.startsWith('/chat/')) return;
    if (path.startsWith('/api/')) {
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"status":500}');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(framed(pages.everywhere ?? contentOf(path, pages)));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function contentOf(path: string, pages: LoginPage): string {
  if (path.includes('Lgin')) return loginOf(pages);
  if (path.includes('Srch')) return pages.search ?? SEARCH;
  if (path.startsWith('/install')) return '<h1>보안프로그램 설치</h1><p>설치해 주십시오.</p>';
  return '<h1>고용24</h1><p>일자리부터 지원금까지 한곳에서 찾아보세요.</p>';
}

const SEARCH = `<h1>채용정보</h1><ul><li>생산직 사원 모집</li><li>사무직 사원 모집</li></ul>
<script>var paging = { totalRecordCount : 2 };</script>`;

function loginOf({ button = '', label = '아이디 로그인', more = '' }: LoginPage): string {
  return `<h1>로그인</h1>
<button id="btnIdPopup" ${button} onclick="loginForm.hidden = false">${label}</button>
<form id="loginForm" hidden><input id="id" name="id"><input id="pwd" name="pwd" type="password"></form>
<p>회원으로 가입하시면 맞춤 채용정보를 받아 보실 수 있습니다.</p>${more}`;
}

function framed(content: string): string {
  return `<!DOCTYPE html><html lang="ko"><head><title>고용24</title></head><body>
<header><a href="/">고용24</a> <a href="/login">로그인</a></header>
<nav><ul><li><a href="/a">채용정보</a></li><li><a href="/b">훈련기관</a></li></ul></nav>
<main>${content}</main><footer>고객센터 1350</footer></body></html>`;
}

/** A layer over the page; `close` is the markup of its button. */
export function layer(text: string, close: string): string {
  return `<div class="layer-popup" style="position:fixed;left:0;top:0;width:600px;height:400px;\
background:#fff"><p>${text}</p>${close}</div>`;
}

export const CLOSE =
  '<button class="btn-close" onclick="this.closest(\'.layer-popup\').remove()">닫기</button>';

export function work24At(baseUrl: string): Target {
  const target = catalogue.targets.find(({ service }) => service === 'work24');
  if (target) return { ...target, baseUrl };
  throw new UnknownNameError('no work24 in the catalogue', '');
}
