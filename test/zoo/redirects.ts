import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';
import { HTML, http, PAGE } from './servers.ts';

const EMPTY = '<!DOCTYPE html><html lang="ko"><title>고용24</title><body></body></html>';

/** Empty, or nearly so, until its script has run. */
function application(meanwhile: string, body: string): string {
  const script = `document.getElementById('app').innerHTML=\`${body}\``;
  const shell = `<!DOCTYPE html><title>고용24</title><body><div id="app">${meanwhile}</div>`;
  return `${shell}<script>${script}</script>`;
}

/** Answers at `/` with `first`, elsewhere with the page. */
function before(first: (response: ServerResponse, request: IncomingMessage) => void) {
  return () =>
    http((request, response) => {
      if (request.url === '/') first(response, request);
      else response.writeHead(200, HTML).end(PAGE);
    });
}

const leads = (status: number, location: string, headers: Record<string, string> = {}) =>
  before((response) => response.writeHead(status, { location, ...headers }).end());

/** The given number of redirects before the page. */
function chain(count: number) {
  return () =>
    http((request, response) => {
      const at = Number(request.url?.slice(1) || 0);
      if (at < count) response.writeHead(302, { location: `/${at + 1}` }).end();
      else response.writeHead(200, HTML).end(PAGE);
    });
}

/** The page for requests with the cookie. Others are redirected back, with `setCookie`. */
function wants(cookie: RegExp, setCookie: string | readonly string[]) {
  return () =>
    http((request, response) => {
      if (cookie.test(request.headers.cookie ?? '')) return response.writeHead(200, HTML).end(PAGE);
      return response.writeHead(302, { location: '/', 'set-cookie': [setCookie].flat() }).end();
    });
}

/** The page only for requests that no longer have the cookie. */
function takesBack(setCookie: string) {
  return () =>
    http((request, response) => {
      const given = /a=1/.test(request.headers.cookie ?? '');
      if (request.url === '/' && !given) {
        return response.writeHead(302, { location: '/b', 'set-cookie': 'a=1; Path=/' }).end();
      }
      if (!given) return response.writeHead(200, HTML).end(PAGE);
      return response.writeHead(302, { location: '/b', 'set-cookie': setCookie }).end();
    });
}

export const redirects: readonly Behaviour[] = [
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `redirect ${status}`,
    start: leads(status, '/next'),
  })),
  { name: 'redirect by a relative address', start: leads(302, 'next?a=b#c') },
  { name: 'redirect by ./ and ../', start: leads(302, './a/../next') },
  { name: 'redirect with blanks in the address', start: leads(302, '/a page') },
  {
    name: 'redirect to Korean letters as UTF-8',
    start: leads(302, Buffer.from('/채용').toString('latin1')),
  },
  {
    name: 'redirect with nothing as the address, and a page',
    start: before((response) => response.writeHead(302, { ...HTML, location: '' }).end(PAGE)),
  },
  {
    name: 'redirect without an address, with a page',
    start: before((response) => response.writeHead(302, HTML).end(PAGE)),
  },
  {
    name: 'redirect 300, which is none, with a page',
    start: before((response) => response.writeHead(300, { ...HTML, location: '/next' }).end(PAGE)),
  },
  { name: 'redirect to a port where nobody is', start: leads(302, 'http://127.0.0.1:1/') },
  { name: 'redirect to ftp', start: leads(302, 'ftp://127.0.0.1/') },
  { name: 'redirect to a name that does not exist', start: leads(302, 'http://nowhere.invalid/') },
  {
    name: 'redirect to another port',
    start: async () => {
      const other = await http((_request, response) => response.writeHead(200, HTML).end(PAGE));
      return leads(302, `${other}/next`)();
    },
  },
  {
    name: 'redirect to another host',
    start: async () => {
      const other = await http((_request, response) => response.writeHead(200, HTML).end(PAGE));
      return leads(302, `${other.replace('127.0.0.1', 'zoo.localhost')}/next`)();
    },
  },
  {
    name: 'redirect without a scheme',
    start: async () => {
      const other = await http((_request, response) => response.writeHead(200, HTML).end(PAGE));
      return leads(302, `${other.replace('http:', '')}/next`)();
    },
  },
  { name: 'redirect 12 times', start: chain(12) },
  { name: 'redirect 19 times', start: chain(19) },
  { name: 'redirect 20 times', start: chain(20) },
  { name: 'redirect without end', start: leads(302, '/') },
  { name: 'a cookie set and asked for', start: wants(/a=1/, 'a=1') },
  { name: 'a cookie with quotes and = in it', start: wants(/a="x=y"/, 'a="x=y"; Path=/') },
  { name: 'two cookies in one answer', start: wants(/a=1.*b=2/, ['a=1', 'b=2; HttpOnly']) },
  { name: 'a cookie for a folder that is not asked', start: wants(/a=1/, 'a=1; Path=/folder') },
  { name: 'a cookie for another domain', start: wants(/a=1/, 'a=1; Domain=example.org') },
  {
    name: 'a cookie with an odd date ahead',
    start: wants(/a=1/, 'a=1; Expires=Fri, 01-Jan-38 00:00:00 GMT'),
  },
  { name: 'a cookie with a date that is none', start: wants(/a=1/, 'a=1; Expires=someday') },
  {
    name: 'a cookie already over',
    start: wants(/a=1/, 'a=1; Expires=Fri, 01 Jan 2016 00:00:00 GMT'),
  },
  { name: 'a cookie with SameSite=Strict', start: wants(/a=1/, 'a=1; SameSite=Strict') },
  { name: 'a cookie taken back by Max-Age=0', start: takesBack('a=; Max-Age=0; Path=/') },
  {
    name: 'a cookie taken back by a date',
    start: takesBack('a=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/'),
  },
  {
    name: 'a cookie taken back by a date of two digits',
    start: takesBack('a=x; Expires=Thu, 01-Jan-70 00:00:01 GMT; Path=/'),
  },
  {
    name: 'a cookie taken back by a date of 2015',
    start: takesBack('a=x; Expires=Thu, 01 Jan 2015 00:00:00 GMT; Path=/'),
  },
  {
    name: 'Refresh header',
    start: before((response) =>
      response.writeHead(200, { ...HTML, refresh: '0; url=/next' }).end(EMPTY),
    ),
  },
  {
    name: 'Refresh header with quotes',
    start: before((response) =>
      response.writeHead(200, { ...HTML, refresh: `1;URL='/next'` }).end(EMPTY),
    ),
  },
  {
    name: 'meta refresh',
    start: before((response) =>
      response.writeHead(200, HTML).end('<meta http-equiv="refresh" content="0;url=/next">'),
    ),
  },
  {
    name: 'meta refresh in capitals, without quotes',
    start: before((response) =>
      response.writeHead(200, HTML).end('<META HTTP-EQUIV=Refresh CONTENT="0; URL=next">'),
    ),
  },
  {
    name: 'meta refresh in noscript',
    start: before((response) =>
      response
        .writeHead(200, HTML)
        .end(`<noscript><meta http-equiv="refresh" content="0;url=/none"></noscript>${PAGE}`),
    ),
  },
  {
    name: 'meta refresh in five minutes',
    start: before((response) =>
      response.writeHead(200, HTML).end(`<meta http-equiv="refresh" content="300">${PAGE}`),
    ),
  },
  {
    name: 'meta refresh to itself, with a cookie',
    start: () =>
      http((request, response) => {
        if (/ok=1/.test(request.headers.cookie ?? ''))
          return response.writeHead(200, HTML).end(PAGE);
        return response
          .writeHead(200, { ...HTML, 'set-cookie': 'ok=1' })
          .end('<meta http-equiv="refresh" content="0">');
      }),
  },
  {
    name: 'a script that leads on',
    script: true,
    start: before((response) =>
      response.writeHead(200, HTML).end('<html><script>location.replace("/next")</script></html>'),
    ),
  },
  {
    name: 'a shield that sets a cookie by script',
    script: true,
    start: () =>
      http((request, response) => {
        if (/ok=1/.test(request.headers.cookie ?? ''))
          return response.writeHead(200, HTML).end(PAGE);
        return response
          .writeHead(200, HTML)
          .end('<html><script>document.cookie="ok=1;path=/";location.reload()</script></html>');
      }),
  },
  {
    name: 'a single-page application',
    script: true,
    start: () =>
      http((_request, response) => {
        const [, body = ''] = PAGE.split('<body>');
        response.writeHead(200, HTML).end(application('', body));
      }),
  },
  {
    name: 'a single-page application that says that it loads',
    script: true,
    start: () =>
      http((_request, response) => {
        const [, body = ''] = PAGE.split('<body>');
        response.writeHead(200, HTML).end(application('Loading...', body));
      }),
  },
  {
    name: 'a page with neither text nor script',
    start: before((response) => response.writeHead(200, HTML).end(EMPTY)),
  },
];
