import { barePage } from '#portals/simulated/pages/layout';

/** HTTP 200 with the text of a database product. */
export function databaseErrorPage(wording: string): string {
  return barePage(
    '시스템 오류',
    `<h1>시스템 오류</h1>
<p>요청을 처리하는 중 오류가 발생하였습니다.</p>
<pre>${wording}</pre>`,
  );
}

/** HTTP 200 with only an apology. */
export function apologyPage(): string {
  return barePage(
    '안내',
    `<h1>서비스 이용에 불편을 드려 죄송합니다.</h1>
<p>일시적으로 서비스를 이용할 수 없습니다.</p>
<p>잠시 후 다시 이용해 주시기 바랍니다.</p>`,
  );
}

export function maintenancePage(): string {
  return barePage(
    '시스템 점검 안내',
    `<h1>시스템 점검 안내</h1>
<p>보다 나은 서비스를 제공하기 위하여 시스템 점검 중입니다.</p>
<p>점검 시간 동안 서비스가 일시 중단되오니 양해 부탁드립니다.</p>`,
  );
}

/** The answer of a web application firewall, with HTTP 200. */
export function blockedPage(path: string): string {
  return barePage(
    'Web firewall security policies',
    `<h1>The request / response that are contrary to the Web firewall security policies have been blocked.</h1>
<dl><dt>Detect time</dt><dd>-</dd><dt>Detect client IP</dt><dd>127.0.0.1</dd>
<dt>Detect URL</dt><dd>${path}</dd></dl>`,
  );
}

export function serverErrorPage(): string {
  return barePage(
    'HTTP Status 500',
    `<h1>HTTP Status 500 – Internal Server Error</h1>
<p>The server encountered an unexpected condition that prevented it from fulfilling the request.</p>
<hr><h3>Apache Tomcat</h3>`,
  );
}

export function unavailablePage(): string {
  return barePage(
    '503 Service Temporarily Unavailable',
    '<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>',
  );
}

export function missingPage(): string {
  return barePage('안내', '<h1>존재하지 않는 페이지입니다</h1><p>주소를 다시 확인해 주세요.</p>');
}

/** Nothing visible. The mark is a comment, because the page must be blank. */
export const BLANK_PAGE =
  '<!DOCTYPE html>\n<!-- simulated --><html lang="ko"><head><title></title></head><body></body></html>\n';
