import { defineJourneys, journey, step } from 'bonghwa';

/**
 * Journeys by code, for what pages and markers alone cannot say. Each step names the layer that it
 * reaches: host, static, data, login-page or session. `page` is Playwright's.
 */
export default defineJourneys({
  journeys: [
    journey('example', 'front', () => [
      step('open-main', 'host', (tools) => tools.open('/')),
      step('main', 'static', (tools) => tools.see('main')),
      step('links', 'static', ({ page }) => page.getByRole('link').first().waitFor()),
    ]),
  ],
});
