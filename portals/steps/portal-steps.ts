import type { Target } from '#core/watch/catalogue';
import { type PortalStep, type PortalTools, step } from '#portals/steps/step';

/** Steps that all portals share: the pages, from the outside in. A missing page has no steps. */
export function anonymousSteps(target: Target): readonly PortalStep[] {
  const { main, data, login } = target.pages;
  return [
    step('open-main', 'host', (tools) => tools.open(main)),
    step('main', 'static', (tools) => tools.see('main')),
    ...(data ? [step('data', 'data', (tools) => searchData(tools, data))] : []),
    ...(login ? [step('login-page', 'login-page', (tools) => openLoginPage(tools, login))] : []),
  ];
}

async function searchData(tools: PortalTools, path: string): Promise<void> {
  await tools.open(path);
  await tools.see('data');
}

async function openLoginPage(tools: PortalTools, path: string): Promise<void> {
  const { main, data } = tools.target.pages;
  // The main page already shows the login form. Opening it again would be one more request.
  const alreadyThere = path === main && data === undefined;
  if (!alreadyThere) await tools.open(path);
  await tools.see('login');
  await tools.closeLayers();
  if (tools.target.selectors.loginOpen) {
    await tools.seeElement('loginOpen');
    await tools.click('loginOpen');
  }
  await tools.seeElement('userId');
  await tools.seeElement('password');
}
