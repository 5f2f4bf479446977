import type { Target } from '#core/watch/catalogue';
import { type PortalStep, type PortalTools, softly, step } from '#portals/steps/step';

/** A field that a login needs in addition to user id and password. Part of the stored secret. */
export interface LoginField {
  /** Key in the secret's JSON, e.g. `birthDate`. */
  readonly name: string;
  /** The prompt of `bonghwa secret set`. */
  readonly prompt: string;
  readonly form: RegExp;
  /** Credentials of the simulated portal. */
  readonly example: string;
}

/** One way to log in and out. A target names it. */
export interface LoginFlow {
  readonly asks: readonly LoginField[];
  steps(target: Target): readonly PortalStep[];
}

/** User id, password, and a button to log in. */
export const idAndPassword: LoginFlow = {
  asks: [],
  steps: () => [
    step('login', 'session', async (tools) => {
      await enterAccount(tools);
      await tools.seeElement('logout');
    }),
    logOut,
  ],
};

/** Sends the first form of a login. */
export async function enterAccount(tools: PortalTools): Promise<void> {
  const { credentials } = tools;
  if (!credentials) return;
  // The test account may still be logged in from the previous run.
  tools.agreeTo(/이미 로그인|중복 ?로그인|(기존|다른).{0,12}(로그인|접속)/u);
  await tools.type('userId', credentials.userId);
  await tools.type('password', credentials.password);
  await tools.click('submit');
}

export const logOut: PortalStep = softly(
  step('logout', 'session', (tools) => tools.click('logout')),
);
