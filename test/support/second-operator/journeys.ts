import type { OperatorJourneys } from '#portals/steps/journey-book';
import { enterAccount, logOut } from '#portals/steps/login-flow';
import { step } from '#portals/steps/step';

export const journeys: OperatorJourneys = {
  logins: {
    'ship-then-pin': {
      asks: [{ name: 'pin', prompt: 'PIN, 4 digits', form: /^\d{4}$/, example: '4711' }],
      steps: () => [
        step('호출부호와 핀', 'session', async (tools) => {
          await enterAccount(tools);
          await tools.seeElement('pin');
          const pin = tools.credentials?.pin;
          if (pin) await tools.type('pin', pin);
          await tools.click('pinSubmit');
          await tools.seeElement('logout');
        }),
        logOut,
      ],
    },
  },
  journeys: [
    {
      service: 'berth',
      name: 'book',
      steps: ({ pages }) => [
        step('선석 목록', 'data', async (tools) => {
          await tools.open(pages.data ?? '/');
          await tools.see('data');
        }),
      ],
    },
  ],
};
