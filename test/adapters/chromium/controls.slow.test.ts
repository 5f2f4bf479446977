import { afterEach, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
import { inspection, inspectionOnly, inspectionTarget } from '#portals/inspection';
import { journeys } from '#portals/registry';
import { anOrder } from '../../support/journey-orders.ts';
import {
  CLOSE,
  type LoginPage,
  type LoginPortal,
  layer,
  startLoginPortal,
  work24At,
} from '../../support/login-portal.ts';

const runner = createJourneyRunner({ journeys });
const inspector = createJourneyRunner({ journeys: inspectionOnly });
let portal: LoginPortal | undefined;
afterEach(() => portal?.stop());

async function verdictOf(pages: LoginPage) {
  portal = await startLoginPortal(pages);
  const { observation } = await runner.run(anOrder({ target: work24At(portal.origin) }));
  return classify(observation);
}

const sheet = (box: string) =>
  `<div id="dim" style="position:fixed;inset:0;background:#0008"><div style="position:absolute;\
left:99px;top:99px;width:300px;height:200px;background:#fff">${box}</div></div>`;
const CLOSES_SHEET = 'onclick="document.querySelector(\'#dim\').remove()"';

describe('a control that nobody can use fails the run', () => {
  it.each([
    [
      'disabled by its script after a while',
      '<script>setTimeout(() => { btnIdPopup.disabled = true; }, 50)</script>',
    ],
    [
      'disabled for assistive technology, and dead',
      '<script>btnIdPopup.setAttribute("aria-disabled", "true"); btnIdPopup.disabled = true</script>',
    ],
  ])('%s', async (_, more) => {
    expect(await verdictOf({ more })).toMatchObject({ result: 'failed' });
  });
});

describe('a layer that can be closed is closed', () => {
  it.each([
    ['three of them', layer('1', CLOSE) + layer('2', CLOSE) + layer('3', CLOSE)],
    ['a dim sheet with a box', sheet(`<p>안내</p><button ${CLOSES_SHEET}>닫기</button>`)],
    ['one that only says 확인', sheet(`<p>안내</p><button ${CLOSES_SHEET}>확인</button>`)],
    ['one with a cross', sheet(`<a href="#" ${CLOSES_SHEET} aria-label="close">×</a>`)],
    [
      'one that stays away for a day',
      sheet(`<button ${CLOSES_SHEET}>오늘 하루 보지 않기</button>`),
    ],
    [
      'one that goes by itself',
      `${sheet('잠시만')}<script>setTimeout(() => dim.remove(), 900)</script>`,
    ],
  ])('%s', async (_, more) => {
    expect(await verdictOf({ more })).toMatchObject({ result: 'passed' });
  });
});

describe('a layer that cannot be closed says nothing about the service', () => {
  it.each([
    ['without any button', sheet('<p>서비스 개편 안내</p>')],
    ['with a link that leads away', sheet('<a href="/install">자세히 보기</a>')],
    ['with a button that opens the next layer', sheet('<button>다음</button>')],
  ])('%s', async (_, more) => {
    expect(await verdictOf({ more })).toMatchObject({ result: 'inconclusive', kind: 'changed' });
  });
});

describe('a control that comes late is used', () => {
  it('after its script enabled it', async () => {
    const more = '<script>setTimeout(() => { btnIdPopup.disabled = false; }, 1000)</script>';
    expect(await verdictOf({ button: 'disabled', more })).toMatchObject({ result: 'passed' });
  });
});

describe('a failed request for data behind the page', () => {
  const inspect = async (everywhere: string, text: string) => {
    portal = await startLoginPortal({ everywhere });
    const url = new URL(portal.origin);
    const target = inspectionTarget({ url, text });
    const order = anOrder({ target, journey: inspection.name, depth: 'static' });
    return classify((await inspector.run(order)).observation);
  };
  const SHELL = '<h2>검색</h2><p id="count">총 건</p><script>fetch("/api/list")</script>';

  it('outweighs a marker in the shell of the page', async () => {
    expect(await inspect(SHELL, '총')).toMatchObject({
      result: 'failed',
      rule: 'data-request-failed',
    });
  });

  it('does not count beside a page full of results', async () => {
    const rows = Array.from({ length: 8 }, (_, at) => `<li>생산직 사원을 모집합니다 ${at}</li>`);
    const page = `<ul>${rows.join('')}</ul><script>fetch("/api/unread")</script>`;
    expect(await inspect(page, '모집합니다')).toMatchObject({ result: 'passed' });
  });
});
