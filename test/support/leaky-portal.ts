import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Target } from '#core/watch/catalogue';

/**
 * Accepts an account and leaks it in every way that a page can: title, text, attributes, address,
 * queries, bodies, console, dialogs, errors. Then it reports that the database failed.
 */
const LOGIN = `<!DOCTYPE html><title>로그인</title><header>고용24 로그인</header>
<form><input id="user"><input id="secret" type="password"><button type="button" id="go">로그인</button></form>
<div id="out"></div><script>
document.getElementById('go').onclick = function () {
  var user = document.getElementById('user').value, value = document.getElementById('secret').value;
  var encode = function (text) { return btoa(String.fromCharCode.apply(null, new TextEncoder().encode(text))); };
  var forms = [user, value, encodeURIComponent(value), JSON.stringify(value), encode(user + ':' + value), encode(value),
    value.split('').map(function (one) { return '&#' + one.charCodeAt(0) + ';'; }).join('')];
  document.title = value;
  history.replaceState(0, '', '/login?user=' + encodeURIComponent(user) + '#' + encodeURIComponent(value));
  var out = document.getElementById('out');
  out.dataset.value = value;
  out.innerText = 'ORA-12541: TNS:no listener for ' + forms.join('\\n');
  document.querySelector('header').textContent = '데이터베이스 오류 ' + value;
  forms.forEach(function (form) { console.error('typed ' + form); });
  fetch('/echo?pw=' + encodeURIComponent(value), { method: 'POST', body: forms.join('&') });
  setTimeout(function () { throw new Error('cannot log in as ' + user + ' with ' + value); });
  alert('데이터베이스 오류: ' + value);
};</script>`;

const MAIN = `<!DOCTYPE html><title>고용24</title><header>고용24 <a href="/login">로그인</a></header>
<main>환영합니다. 일자리부터 지원금까지 한곳에서 찾아보세요.</main>`;

export interface LeakyPortal {
  /** The same service, at this portal. */
  targetOf(target: Target): Target;
  stop(): Promise<void>;
}

export async function startLeakyPortal(): Promise<LeakyPortal> {
  const server = createServer((request, response) => {
    request.resume();
    const login = request.url?.startsWith('/login');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(login ? LOGIN : MAIN);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    targetOf: ({ service }) => ({
      service,
      baseUrl: `http://127.0.0.1:${port}`,
      alsoHosts: [],
      pages: { main: '/', login: '/login' },
      selectors: { userId: '#user', password: '#secret', submit: '#go', logout: '#logout' },
      markers: { main: '환영합니다', login: '로그인' },
      login: 'id-password',
      unseen: [],
    }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
