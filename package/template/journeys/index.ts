import { defineJourneys, journey, step } from 'bonghwa';

/**
 * Journeys by code, for what pages and markers alone cannot say. Each step names the layer that it
 * reaches: host, static, data, login-page or session. `page` is Playwright's.
 */
export default defineJourneys({
  journeys: [
    journey('example', 'front', () => [
      step('메인 페이지 열기', 'host', (tools) => tools.open('/')),
      step('메인 페이지 내용', 'static', (tools) => tools.see('main')),
      step('링크 확인', 'static', ({ page }) => page.getByRole('link').first().waitFor()),
    ]),
  ],
});
