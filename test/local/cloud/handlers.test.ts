import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, type FunctionName } from '#contract/functions';
import { handlerUrl } from '#local/cloud/handlers';

const NAMES = Object.keys(FUNCTIONS) as FunctionName[];

describe('the handlers called on this machine', () => {
  it.each(NAMES)('are the files that lib/ deploys: %s', (name) => {
    const path = fileURLToPath(handlerUrl(name));
    expect(path.endsWith(`/${FUNCTIONS[name].entry}`)).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  it('leave no file out that exports a handler', () => {
    const helpers = ['batch.ts', 'http-event.ts', 'messages.ts'];
    const files = readdirSync(new URL('../../../lambda', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !helpers.includes(entry.name))
      .map((entry) => `lambda/${entry.name}`);
    expect(files.sort()).toEqual(NAMES.map((name) => FUNCTIONS[name].entry).sort());
  });
});
