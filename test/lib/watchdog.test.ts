import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALARMS } from '#lib/alarm-book';
import { PROJECT_ROOT } from '#lib/context';
import { added } from './options.ts';
import { synthesize } from './synthesize.ts';

const runbook = readFileSync(join(PROJECT_ROOT, 'docs/runbook.md'), 'utf8');

/** Headings of level 3 below each heading of level 2. */
function entries(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    runbook
      .split(/^## /m)
      .slice(1)
      .map((section) => [
        section.split('\n')[0]?.trim() ?? '',
        [...section.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading ?? ''),
      ]),
  );
}

/** Entries without an alarm, for what only a person notices. */
const ASKED_BY_PEOPLE = ['No SMS came', 'An SMS came for nothing'];

describe('the runbook', () => {
  it('has an entry with description, investigation and resolution for every alarm and two complaints', () => {
    const wanted = [...Object.keys(ALARMS), ...ASKED_BY_PEOPLE].map((name) => [
      name,
      ['Description', 'Investigation', 'Resolution'],
    ]);
    expect([...entries()]).toEqual(wanted);
  });
});

/** With everything that has an alarm of its own. */
const PAGE = { operator: '시민 감시단', contact: 'page@example.kr' };

interface Alarm {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

describe('the alarms', () => {
  let alarms: readonly Alarm[];

  beforeAll(() => {
    const { template } = synthesize({
      page: PAGE,
      webhooks: [{ id: 'pager', format: 'pagerduty' }],
      operators: [{ protocol: 'sms', endpoint: '+821087654321' }],
    });
    alarms = ['monitoring', 'alert'].flatMap((stack) =>
      ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
        Object.values(template(stack).findResources(type)).map((found) => found as Alarm),
      ),
    );
  }, 60_000);

  it('say their severity and lead to their runbook entry', () => {
    const wrong = alarms.filter(({ Properties: { AlarmDescription, AlarmName } }) => {
      const kind = Object.keys(ALARMS).find((name) =>
        String(AlarmName).startsWith(`bonghwa-dev-${name}`),
      ) as keyof typeof ALARMS | undefined;
      return !(
        kind &&
        String(AlarmDescription).startsWith(`[${ALARMS[kind].severity}]`) &&
        String(AlarmDescription).endsWith(`docs/runbook.md#${kind.toLowerCase()}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('cover every entry of the book', () => {
    const kinds = Object.keys(ALARMS).filter(
      (name) =>
        !alarms.some(({ Properties }) =>
          String(Properties.AlarmName).startsWith(`bonghwa-dev-${name}`),
        ),
    );
    expect(kinds).toEqual([]);
  });

  it('choose what missing data means, and reach the watchdog topic', () => {
    const wrong = alarms.filter(({ Type, Properties }) => {
      const decided = Type === 'AWS::CloudWatch::CompositeAlarm' || Properties.TreatMissingData;
      return !decided || !JSON.stringify(Properties.AlarmActions).includes('Watchdog');
    });
    expect(wrong).toEqual([]);
  });

  it('take silence for a fault wherever silence would look like good news', () => {
    const silent = alarms
      .filter(({ Properties }) => Properties.TreatMissingData === 'breaching')
      .map(({ Properties }) => String(Properties.AlarmName).replace('bonghwa-dev-', ''))
      .sort();
    expect(silent).toEqual([
      'EndToEndMissing',
      'EvaluatorSilent-moel',
      'NotRunning',
      'PageStale',
      'ResultsMissing-eps',
      'ResultsMissing-hrd-net',
      'ResultsMissing-work24',
    ]);
  });

  it('watch our own counts where Lambda counts a success: failed items, evaluations, late ticks', () => {
    const metricsOf = (name: string) => {
      const found = alarms.filter(
        ({ Properties }) => Properties.AlarmName === `bonghwa-dev-${name}`,
      );
      expect(found.length, name).toBe(1);
      return JSON.stringify(found).match(/(?<="MetricName":")\w+/g);
    };
    expect(metricsOf('EvaluatorFailing-moel')).toEqual(['EvaluationFailed']);
    expect(metricsOf('FunctionFailing-runner')).toEqual(['MessageFailed', 'Errors']);
    expect(metricsOf('FunctionFailing-prober')).toEqual(['MessageFailed', 'Errors']);
    expect(metricsOf('TicksDropped')).toEqual(['RunsDropped']);
  });

  it('watch a webhook by the name of its rule, since a reference to it names its bus too', () => {
    const [webhook] = alarms.filter(
      ({ Properties }) => Properties.AlarmName === 'bonghwa-dev-WebhookRefused-pager',
    );
    const Value = 'bonghwa-dev-monitoring-webhook-pager';
    expect(webhook?.Properties.Dimensions).toContainEqual({ Name: 'RuleName', Value });
  });

  it('page as blind when dispatcher or evaluator stops, or every service with runs lacks results', () => {
    const [blind] = alarms.filter(({ Type }) => Type === 'AWS::CloudWatch::CompositeAlarm');
    const rule = JSON.stringify(blind?.Properties.AlarmRule);
    expect(rule).toMatch(/NotRunning.* OR .*EvaluatorSilent.* OR .*ResultsMissing.* AND /);
    expect(rule.match(/ResultsMissing/g)).toHaveLength(3);
  });

  it('watch metrics of their own stage only', () => {
    const ours = alarms.filter(({ Properties }) => Properties.Namespace === 'Bonghwa');
    expect(ours.length).toBeGreaterThan(0);
    for (const { Properties } of ours) {
      expect(Properties.Dimensions).toContainEqual({ Name: 'stage', Value: 'dev' });
    }
  });
});

describe('the alarm "blind"', () => {
  it('stays within what CloudWatch takes, however many services and groups there are', () => {
    const longest = 40;
    const named = (what: string, index: number) => `${what}-${index}-`.padEnd(longest, 'x');
    const groups = Array.from({ length: 60 }, (_, index) => ({
      id: named('group', index),
      name: `기관 ${index}`,
      nameEn: `Group ${index}`,
    }));
    const services = groups.map(({ id: group }, index) => ({
      ...added(index),
      id: named('service', index),
      group,
    }));
    const input = { addGroups: groups, addServices: services };
    const stage = 'x'.repeat(16);
    const { template } = synthesize({ ...input, account: '123456789012' }, stage);
    const monitoring = template('monitoring');
    const names = new Map(
      Object.entries(monitoring.findResources('AWS::CloudWatch::Alarm')).map(
        ([id, { Properties }]) => [id, String(Properties.AlarmName)],
      ),
    );
    const [blind] = Object.values(monitoring.findResources('AWS::CloudWatch::CompositeAlarm'));
    const parts: readonly unknown[] = blind?.Properties.AlarmRule['Fn::Join'][1] ?? [];
    const rule = parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const [, id = ''] = /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(part)) ?? [];
        return `arn:aws:cloudwatch:ap-northeast-2:123456789012:alarm:${names.get(id)}`;
      })
      .join('');
    const asked = rule.match(/ALARM\(/g)?.length ?? 0;
    expect(asked).toBeGreaterThan(40);
    expect(asked).toBeLessThanOrEqual(100);
    expect(rule).not.toContain('undefined');
    expect(rule.length).toBeLessThanOrEqual(10_240);
  }, 60_000);
});
