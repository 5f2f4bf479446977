import { parseArgs } from 'node:util';
import { isOwn } from '#core/notice/notice';
import type { Outage } from '#core/outage/outage';
import type { Summary } from '#core/scenario/summary';
import { DAY, MINUTE } from '#core/time/time';
import type { Configuration } from '#core/watch/configuration';
import { defaultConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';
import { underRules } from '#local/tune/rules-given';
import {
  type FieldHistory,
  fieldNames,
  readField,
  type SiteOutage,
  scenarioOf,
} from './field-history.ts';

const HELP = `npm run bench:field -- [NAME…] [--from N] [--days N] [--rules R]

Plays outages that other people's monitors recorded (scripts/bench-field/data) through the rules, every
site as a service of one group, and prints what on-call would have got beside one alert per site.

  NAME      ${fieldNames().join(', ')}; all when none is given
  --from N  without the first N days of each
  --days N  only so many days
  --rules R a second row with other rules, such as the older span of passes:
            closeSpanSeconds.together=300,closeSpanSeconds.alone=300`;

/** Every outage of a site that lasts this long must be announced. */
const LONG_MS = 10 * MINUTE;

/** True if the site was in an announced outage while it was down. */
function isTold({ service, from, to }: SiteOutage, outages: readonly Outage[]): boolean {
  return outages.some(
    ({ incidents, startedBetween, closedAt = Number.POSITIVE_INFINITY, timeline }) =>
      incidents.some((incident) => incident.service === service) &&
      startedBetween.by <= to &&
      closedAt >= from &&
      timeline.some((entry) => entry.type === 'notice'),
  );
}

function report(
  rules: string,
  { outages: sites }: FieldHistory,
  { summary, outages }: { readonly summary: Summary; readonly outages: readonly Outage[] },
): Readonly<Record<string, string | number>> {
  const notices = summary.notices.filter((notice) => !isOwn(notice));
  const each = (count: number) =>
    outages.length === 0 ? '-' : (count / outages.length).toFixed(2);
  const sms = notices.filter((notice) => notice.sms !== undefined).length;
  const updated = notices.filter(({ type, sms: text }) => type === 'updated' && !text).length;
  const long = sites.filter(({ from, to }) => to - from >= LONG_MS);
  return {
    rules,
    'outages of sites': sites.length,
    'one alert a site': 2 * sites.length,
    'our outages': outages.length,
    SMS: sms,
    'SMS to own subscribers': summary.notices.filter(isOwn).length,
    'SMS an outage (≤ 2.1)': each(sms),
    updated,
    'updated an outage (≤ 0.4)': each(updated),
    recurrences: outages.reduce((sum, { recurrences }) => sum + recurrences, 0),
    '[재발] SMS': notices.filter(({ again, sms: text }) => again && text).length,
    'of 10 min or more': long.length,
    'never told (0)': long.filter((one) => !isTold(one, outages)).length,
  };
}

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
      simulate(scenarioOf(name, history), { configuration: rules });
    console.log(name);
    console.table([
      report('in force', history, played(configuration)),
      ...changed.map((rules) => report(values.rules ?? '', history, played(rules))),
    ]);
  }
}
