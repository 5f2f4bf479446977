import { defineConfig } from '#adapters/configuration/define-config';

/**
 * What is watched, how, and who hears of it. `{}` is a working configuration: six services, as far
 * as the rendered login page, nobody told. docs/configuration.md lists every field; `npx bonghwa
 * plan` shows what follows from it and `npx bonghwa doctor` what is still missing.
 *
 * Recipients and the account may come from the environment instead of git:
 * BONGHWA_SUBSCRIBERS="sms:+8210…,email:team@example.kr" BONGHWA_ACCOUNT=123456789012
 */
export default defineConfig({});
