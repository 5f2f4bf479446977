import { html } from 'hono/html';
import type { Api } from '#lambda/api/common/api';
import { cacheFor } from '#lambda/api/common/caching';

/** Shows people who open the bare address where to continue. */
export function addFrontRoute({ hono, ports }: Api): void {
  const { statusUrl, runbookUrl } = ports.configuration.texts;
  const links = [
    [statusUrl, '상황판', 'Status page: what works now'],
    ['/on-call', '당직자 화면', 'On-call view: outages, runs, evidence; the token is the password'],
    ['/openapi.json', 'API 설명', 'The history API as OpenAPI 3.1'],
    ['/healthz', '구성 요소 상태', 'Whether the parts behind the API work'],
    [runbookUrl, '런북', 'Runbook'],
  ] as const;
  const page = html`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>봉화 Bonghwa</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; word-break: keep-all; }
body { margin: 2rem auto; max-width: 40rem; padding: 0 1rem; }
li { margin: 0.75rem 0; }
a { display: inline-block; min-height: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>봉화 <span lang="en">Bonghwa</span></h1>
<p>공공 포털을 시민처럼 이용해 보고 장애를 알립니다. 정부가 운영하는 페이지가 아닙니다.</p>
<ul>
${links
  .filter(([address]) => address !== '')
  .map(
    ([address, name, about]) =>
      html`<li><a href="${address}">${name}</a><br><span lang="en">${about}</span></li>`,
  )}
</ul>
</main>
</body>
</html>
`;
  hono.get('/', cacheFor(300, true), (c) => c.html(page));
}
