import { chromium } from 'playwright-core';
import { type BenchAssignment, readAssignment, report } from './assignment.ts';

/** The floor: a bare script that only logs in. No evidence, no deadlines, no verdict. */
async function logIn({ baseUrl, userId, password, ...rest }: BenchAssignment): Promise<void> {
  const browser = await chromium.launch({
    executablePath: rest.executable,
    args: [...rest.args],
    env: { ...process.env, ...rest.environment },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${baseUrl}/cm/main.do`);
  await page.getByText('로그인').first().waitFor();
  await page.goto(`${baseUrl}/wk/a/b/1200/retriveDtlEmpSrchList.do?region=11110&resultCnt=10`);
  if (!(await page.content()).includes('totalRecordCount')) throw new Error('no search results');
  await page.goto(`${baseUrl}/cm/z/b/0210/openLginPage.do`);
  await page.locator('#btnIdPopup').click();
  await page.locator('input#id').fill(userId);
  await page.locator('input#pwd').fill(password);
  await page.locator('#btnIndvIdLogin').click();
  await page.locator('header >> text=로그아웃').click();
  await context.close();
  await browser.close();
}

const assignment = readAssignment();
const milliseconds: number[] = [];
for (let run = 0; run < assignment.runs; run += 1) {
  const start = performance.now();
  await logIn(assignment);
  milliseconds.push(performance.now() - start);
}
report({ milliseconds });
