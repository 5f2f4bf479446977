import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchAssignment } from './assignment.ts';
import type { Contestant } from './measure.ts';

/** The versions behind the figures in the documents. */
const ELASTIC = '@elastic/synthetics@1.26.3';
const PLAYWRIGHT = '@playwright/test@1.65.1';

/** The journey in both rivals' form, once `page` exists. */
const BODY = `
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(a.baseUrl + '/cm/main.do');
  await page.getByText('로그인').first().waitFor();
  await page.goto(a.baseUrl + '/wk/a/b/1200/retriveDtlEmpSrchList.do?region=11110&resultCnt=10');
  if (!(await page.content()).includes('totalRecordCount')) throw new Error('no search results');
  await page.goto(a.baseUrl + '/cm/z/b/0210/openLginPage.do');
  await page.locator('#btnIdPopup').click();
  await page.locator('input#id').fill(a.userId);
  await page.locator('input#pwd').fill(a.password);
  await page.locator('#btnIndvIdLogin').click();
  await page.locator('header >> text=로그아웃').click();
`;

const READ = 'const a = JSON.parse(process.env.BONGHWA_BENCH);';

function install(scratch: string, name: string, what: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', what], {
    cwd: folder,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return folder;
}

/** `@elastic/synthetics`: screenshots only of failures, as ours. */
export function elasticSynthetics(scratch: string, assignment: BenchAssignment): Contestant {
  const folder = install(scratch, 'elastic', ELASTIC);
  const suite = join(folder, 'journeys');
  mkdirSync(suite, { recursive: true });
  writeFileSync(
    join(suite, 'login.journey.ts'),
    `import { journey, step } from '@elastic/synthetics';
${READ}
journey('login', ({ page }) => { step('log in', async () => {${BODY}}); });
`,
  );
  const options = JSON.stringify({
    executablePath: assignment.executable,
    args: assignment.args,
    chromiumSandbox: false,
  });
  return {
    command: [
      process.execPath,
      join(folder, 'node_modules/@elastic/synthetics/dist/cli.js'),
      suite,
      '--playwright-options',
      options,
      '--screenshots',
      'only-on-failure',
    ],
    cwd: folder,
    environment: {},
  };
}

/** `@playwright/test`: one worker, screenshots only of failures, no trace. */
export function playwrightTest(scratch: string, assignment: BenchAssignment): Contestant {
  const folder = install(scratch, 'playwright', PLAYWRIGHT);
  const launch = JSON.stringify({ executablePath: assignment.executable, args: assignment.args });
  writeFileSync(
    join(folder, 'playwright.config.mjs'),
    `export default {
  workers: 1,
  reporter: 'line',
  use: { launchOptions: ${launch}, screenshot: 'only-on-failure' },
};
`,
  );
  writeFileSync(
    join(folder, 'login.spec.mjs'),
    `import { test } from '@playwright/test';
${READ}
test('log in', async ({ page }) => {${BODY}});
`,
  );
  const cli = join(folder, 'node_modules/@playwright/test/cli.js');
  return { command: [process.execPath, cli, 'test'], cwd: folder, environment: {} };
}
