/** What an own folder imports from `bonghwa`. Everything else of the package may change. */

export { type ConfigurationSource, defineConfig } from '#adapters/configuration/define-config';
export type { ConfigurationInput } from '#adapters/configuration/input-schema';
export type { Layer } from '#core/run/layer';
export type { Secret } from '#core/run/secret';
export type { Target } from '#core/watch/catalogue';
export type { OperatorJourneys } from '#portals/steps/journey-book';
export { enterAccount, type LoginField, type LoginFlow, logOut } from '#portals/steps/login-flow';
export { defineJourneys, journey } from '#portals/steps/own';
export { anonymousSteps } from '#portals/steps/portal-steps';
export { expect, script } from '#portals/steps/script';
export { type PortalStep, type PortalTools, softly, step } from '#portals/steps/step';
