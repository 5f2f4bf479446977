import { afterEach, describe, expect, it } from 'vitest';
import { createJourneyRunner } from '#adapters/chromium/journey-runner';
import { classify } from '#core/classify/classify';
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
let portal: LoginPortal | undefined;
afterEach(() => portal?.stop());

async function verdictOf(pages: LoginPage) {
  portal = await startLoginPortal(pages);
  const { observation } = await runner.run(anOrder({ target: work24At(portal.origin) }));
  return classify(observation);
}

const BLOCKED = { result: 'inconclusive', kind: 'changed', layer: 'login-page' } as const;

describe('a login button', () => {
  it('that is disabled is an outage, because nobody can log in', async () => {
    const verdict = await verdictOf({ button: 'disabled' });
    expect(verdict).toMatchObject({ result: 'failed', rule: 'control-disabled' });
  });

  it('under a layer without a working button says nothing about the service', async () => {
    const more = layer('서비스 개편 안내', '<button>오늘 하루 보지 않기</button>');
    expect(await verdictOf({ more })).toMatchObject({ ...BLOCKED, rule: 'control-covered' });
  });

  it('is reached through stacked layers, the upper one closed first', async () => {
    const more = layer('알림 1', CLOSE) + layer('알림 2', CLOSE);
    expect(await verdictOf({ more })).toMatchObject({ result: 'passed', layer: 'login-page' });
  });
});

describe('a page that is never idle', () => {
  it('gets the same verdict with a chat that polls as without', async () => {
    const label = '회원번호 로그인';
    const more = '<script>fetch("/chat/poll")</script>';
    expect(await verdictOf({ label, more })).toMatchObject({ ...BLOCKED, rule: 'marker-missing' });
  });
});

describe('a question of the page', () => {
  it('to install a program is answered with no', async () => {
    const more =
      '<script>if (confirm("보안 프로그램을 설치하시겠습니까?")) location = "/install";</script>';
    expect(await verdictOf({ more })).toMatchObject({ result: 'passed' });
    expect(portal?.asked).not.toContain('/install');
  });
});

describe('an error page within the frame of the portal', () => {
  it('is seen on the first page, whatever its menus name', async () => {
    const everywhere = '<h1>안내</h1><p>현재 시스템 장애로 서비스를 이용하실 수 없습니다.</p>';
    expect(await verdictOf({ everywhere })).toMatchObject({ result: 'failed', layer: 'static' });
  });
});
