import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { drawn, pictureOf, screensOf, simulatedSummary } from './screens.ts';

/**
 * Draws what commands print, at 80 and 120 columns and in colour, into docs/pictures/. The screens
 * are real: `npm start` plays its scenario for each of its pictures, which takes minutes.
 */
const folder = mkdtempSync(join(tmpdir(), 'bonghwa-pictures-'));
const summary = join(folder, 'summary.json');
/** Name of a picture, such as `start` or `start-ko`. Without a name, all pictures. */
const [wanted = ''] = process.argv.slice(2);
try {
  writeFileSync(summary, simulatedSummary());
  for (const screen of screensOf(summary)) {
    const file = pictureOf(screen);
    if (!basename(file).startsWith(`screen-${wanted}`)) continue;
    writeFileSync(file, drawn(screen));
    console.log(file);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
