import { behaviours, compareAll } from '../test/zoo/zoo.ts';

/**
 * Behaviours of servers, each visited by the deployed browser and by the prober. With arguments:
 * only the behaviours whose name contains one of them.
 */
const words = process.argv.slice(2);
const chosen = behaviours.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const compared = await compareAll(chosen, ({ agree, behaviour, browser, prober }) => {
  const mark = agree ? '=' : behaviour.differs ? '~' : '✘';
  console.log(`${mark} ${behaviour.name} · browser: ${browser} · prober: ${prober}`);
  if (!agree && behaviour.differs) console.log(`    ${behaviour.differs}`);
});
const wrong = compared.filter(({ agree, behaviour }) => !agree && !behaviour.differs);
const documented = compared.filter(({ agree }) => !agree).length - wrong.length;
console.log(
  `\n${compared.length} behaviours, ${documented} documented differences, ${wrong.length} others`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
