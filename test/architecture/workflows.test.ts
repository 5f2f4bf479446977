import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
}));

/** Lines that no rule allows, with the file. */
function wrong(isWrong: (line: string) => boolean): readonly string[] {
  return workflows.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter(isWrong)
      .map((line) => `${name}: ${line.trim()}`),
  );
}

describe('the workflows', () => {
  it('pin every action by its commit and say which version that is', () => {
    const pinned = /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(workflows.some(({ text }) => text.includes('uses:'))).toBe(true);
    expect(wrong((line) => line.includes('uses:') && !pinned.test(line))).toEqual([]);
  });

  it('hold no long-lived credentials of AWS, and ask for a token only where they use it', () => {
    expect(wrong((line) => /aws-(access-key-id|secret-access-key)/i.test(line))).toEqual([]);
    for (const { text } of workflows.filter((one) => one.text.includes('id-token: write'))) {
      expect(text).toContain('role-to-assume:');
    }
  });

  it('put nothing that others write into a shell', () => {
    const intoShell = /run:.*\$\{\{\s*(github\.event|inputs|github\.head_ref)/;
    expect(wrong((line) => intoShell.test(line))).toEqual([]);
  });
});
