import { breakIt, brokenMonitors, isPossible } from '../test/broken/broken-monitors.ts';
import { Lab } from '../test/broken/lab.ts';

/**
 * Breaks the monitor in every known way while the portal works, and prints how each run ends. With
 * arguments: only the ways whose name contains one of them.
 */
const words = process.argv.slice(2);
const chosen = brokenMonitors.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const lab = await Lab.open();
let wrong = 0;
try {
  console.log('how the monitor is broken → how its run ends · what it says');
  for (const broken of chosen) {
    if (!isPossible(broken)) {
      console.log(`- ${broken.name}: needs an administrator`);
      continue;
    }
    const outcome = await breakIt(broken, lab);
    const kind = outcome.kind ? ` (${outcome.kind})` : '';
    const says = outcome.message.split('\n')[0]?.slice(0, 160) ?? '';
    const mark = outcome.wrong.length === 0 ? '✔' : '✘';
    console.log(`${mark} ${broken.name} → ${outcome.result}${kind} · ${says}`);
    for (const complaint of outcome.wrong) console.log(`    ${complaint}`);
    wrong += outcome.wrong.length;
  }
  console.log(`\n${chosen.length} ways, ${wrong} complaints`);
} finally {
  lab.close();
}
process.exitCode = wrong === 0 ? 0 : 1;
