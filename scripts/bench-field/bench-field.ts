import { parseArgs } from 'node:util';
import { DAY, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';
import { underRules } from '#local/tune/rules-given';
import { type FieldHistory, fieldNames, isCalm, readField, scenarioOf } from './field-history.ts';
import { fieldReport } from './field-report.ts';
import { oneOfFifty } from './one-of-fifty.ts';

const HELP = `npm run bench:field -- [NAME…] [--from N] [--days N] [--rules R]

Plays outages that other people's monitors recorded (scripts/bench-field/data) through the rules, every
site as a service of one group, and prints what on-call would have got beside one alert per site. Then, unless
histories are named, an outage of which one site of fifty does not return with the others.

  NAME      ${fieldNames().join(', ')}; all when none is given
  --from N  without the first N days of each
  --days N  only so many days
  --rules R a second row with other rules, such as the older span of passes:
            closeSpanSeconds.together=300,closeSpanSeconds.alone=300`;

interface Piece {
  /** Days from the start of the history. */
  readonly skip: number;
  readonly days: number;
}

function pieceOf(history: FieldHistory, { skip, days }: Piece): FieldHistory {
  const from = history.from + skip * DAY;
  const to = Math.min(history.to, from + days * DAY);
  const outages = history.outages
    .filter((one) => one.from < to && one.to > from + 10 * MINUTE)
    .map((one) => ({
      ...one,
      from: Math.max(one.from, from + 10 * MINUTE),
      to: Math.min(one.to, to),
    }));
  return { ...history, from, to, outages };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    days: { type: 'string' },
    rules: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const days = Number(values.days ?? Number.POSITIVE_INFINITY);
const skip = Number(values.from ?? 0);
const strange = positionals.filter((name) => !fieldNames().includes(name));

const configuration = defaultConfiguration();
const changed = values.rules === undefined ? [] : [underRules(values.rules, configuration)];

if (values.help) console.log(HELP);
else if (strange.length > 0 || !(days > 0 && skip >= 0)) {
  const given = [...strange, values.from ?? '', values.days ?? ''];
  console.error(`Cannot use ${given.join(' ')}. See --help.`);
  process.exitCode = 2;
} else {
  for (const name of positionals.length > 0 ? positionals : fieldNames()) {
    const history = pieceOf(readField(name), { skip, days });
    const played = (rules: Configuration) =>
      simulate(scenarioOf(name, history), { configuration: rules, isLeftOut: isCalm(history) });
    console.log(name);
    console.table([
      fieldReport('in force', history, played(configuration)),
      ...changed.map((rules) => fieldReport(values.rules ?? '', history, played(rules))),
    ]);
  }
  if (positionals.length === 0) {
    console.log('Fifty sites fail together, and one of them returns three days later');
    console.table(oneOfFifty(configuration));
  }
}
