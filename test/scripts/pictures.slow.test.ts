import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  drawn,
  pictureOf,
  screensOf,
  simulatedSummary,
} from '../../scripts/terminal-pictures/screens.ts';
import { withoutAws } from '../support/no-aws.ts';

const folder = mkdtempSync(join(tmpdir(), 'bonghwa-pictures-'));
const summary = join(folder, 'summary.json');
/** A replay prints other seconds each time. */
const screens = screensOf(summary).filter(({ name }) => name !== 'start');

beforeAll(() => {
  withoutAws();
  writeFileSync(summary, simulatedSummary());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the pictures of screens in the documents', () => {
  it.each(screens.map((screen) => [basename(pictureOf(screen)), screen] as const))(
    'show what the command prints: %s',
    (_, screen) => {
      expect(readFileSync(pictureOf(screen), 'utf8')).toBe(drawn(screen));
    },
  );
});
