import type { OperatorJourneys } from '#portals/steps/journey-book';
import { enterAccount, type LoginFlow, logOut } from '#portals/steps/login-flow';
import { type PortalTools, step } from '#portals/steps/step';

/** EPS: a number and a password, then the birth date on a separate page. */
const numberThenBirthDate: LoginFlow = {
  asks: [
    {
      name: 'birthDate',
      prompt: 'Birth date, YYYYMMDD',
      form: /^\d{6}(\d{2})?$/,
      example: '19900315',
    },
  ],
  steps: () => [
    step('login', 'session', async (tools) => {
      await enterAccount(tools);
      await enterBirthDate(tools);
      await tools.seeElement('logout');
    }),
    logOut,
  ],
};

/** The portal does not ask every time. */
async function enterBirthDate(tools: PortalTools): Promise<void> {
  const birthDate = tools.credentials?.birthDate;
  if (!birthDate || (await tools.seeOneOf(['birthDate', 'logout'])) === 'logout') return;
  await tools.type('birthDate', birthDate);
  await tools.click('birthDateSubmit');
}

export const moelJourneys: OperatorJourneys = {
  logins: { 'number-then-birthdate': numberThenBirthDate },
  journeys: [],
};
