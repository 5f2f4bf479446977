import { describe, expect, it } from 'vitest';
import { classify } from '#core/classify/classify';
import { HEALTHY, HTML, probe, serveHttp, targetOf } from './probing.ts';

/** A front page at `/`, the portal behind it, and the headers of each visitor. */
async function verdictOf(
  front: string,
  headers: Readonly<Record<string, string>> = {},
  admitted: (cookie: string) => boolean = () => false,
) {
  const origin = await serveHttp((request, response) => {
    if (request.url !== '/' || admitted(request.headers.cookie ?? '')) {
      return response.writeHead(200, HTML).end(HEALTHY);
    }
    return response.writeHead(200, { ...HTML, ...headers }).end(front);
  });
  const { observation } = await probe(targetOf(origin));
  return { ...classify(observation), seen: observation.finalUrl?.slice(origin.length) };
}

const SHELL = '<!DOCTYPE html><title>고용정보</title><body><div id="app"></div>';

describe('a front page that leads on without a redirect', () => {
  it.each([
    ['a Refresh header', '', { refresh: '0; url=/main.do' }],
    ['a Refresh header of a second', '', { refresh: "1;URL='/main.do'" }],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=/main.do">', {}],
    ['a careless meta refresh', '<META CONTENT="0; URL=main.do" HTTP-EQUIV=Refresh>', {}],
    [
      'a meta refresh in EUC-KR',
      '<meta charset="euc-kr"><meta http-equiv="refresh" content="0;url=/main.do">',
      {},
    ],
  ])('by %s is followed', async (_how, front, headers) => {
    expect(await verdictOf(front, headers)).toMatchObject({ result: 'passed', seen: '/main.do' });
  });

  it('to itself with a cookie is asked again with it', async () => {
    const headers = { 'set-cookie': 'ok=1', refresh: '0' };
    const verdict = await verdictOf('', headers, (cookie) => cookie.includes('ok=1'));
    expect(verdict).toMatchObject({ result: 'passed', seen: '/' });
  });

  it.each([
    ['later', `<meta http-equiv="refresh" content="300;url=/none">${HEALTHY}`],
    ['again and again, as a board does', `<meta http-equiv="refresh" content="0">${HEALTHY}`],
    [
      'only without scripts',
      `<noscript><meta http-equiv="refresh" content="0;url=/x"></noscript>${HEALTHY}`,
    ],
    ['in a comment', `<!-- <meta http-equiv="refresh" content="0;url=/x"> -->${HEALTHY}`],
    ['to no web address', `<meta http-equiv="refresh" content="0;url=mailto:a@b.kr">${HEALTHY}`],
  ])('%s is the page itself', async (_when, front) => {
    expect(await verdictOf(front)).toMatchObject({ result: 'passed', seen: '/' });
  });

  it.each([
    ['a script that leads on', '<html><script>location.replace("/main.do")</script></html>'],
    ['a shield', '<html><script>document.cookie="ok=1;path=/";location.reload()</script></html>'],
    ['an application', `${SHELL}<script src="/app.js"></script>`],
    [
      'an application that loads',
      `${SHELL.replace('</div>', 'Loading...</div>')}<script type="module">a()</script>`,
    ],
  ])('by %s needs a browser, and is nobody’s failure', async (_what, front) => {
    const wanted = { result: 'inconclusive', kind: 'unknown', rule: 'needs-browser' };
    expect(await verdictOf(front)).toMatchObject(wanted);
  });

  it.each([
    ['nothing at all', ''],
    ['data in a script element', `${SHELL}<script type="application/ld+json">{}</script>`],
  ])('with %s is blank', async (_what, front) => {
    expect(await verdictOf(front)).toMatchObject({ result: 'failed', kind: 'blank' });
  });

  it('that is an error page is one, whatever scripts it has', async () => {
    const front =
      '<h1>시스템 오류가 발생하였습니다</h1><p>ORA-12541: TNS 리스너가 없습니다</p><script>a()</script>';
    expect(await verdictOf(front)).toMatchObject({ result: 'failed', kind: 'error-page' });
  });
});
