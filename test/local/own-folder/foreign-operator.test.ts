import { describe, expect, it } from 'vitest';
import { webhookBody } from '#core/formats/webhooks/webhook-body';
import { composeNotice } from '#core/notice/compose-notice';
import type { Outage } from '#core/outage/outage';
import { pageFacts } from '#core/page/page-facts';
import { MINUTE } from '#core/time/time';
import { WEBHOOK_FORMATS } from '#core/watch/webhooks';
import { resolveConfiguration } from '#local/configuration';
import { simulate } from '#local/simulate/simulate';
import { archiveFiles, presentFiles } from '#render/site';

const NINE = Date.parse('2026-03-02T09:00:00+09:00');

/** Words that belong only to the ministry whose portals come with Bonghwa. */
const OTHERS = /고용|노동부|취업|moel|work24|worknet|1350|employment|Employment|labor/;

const { configuration } = resolveConfiguration(
  {
    builtInPortals: false,
    addGroups: [{ id: 'ours', name: '우리 서비스', nameEn: 'Our services' }],
    addServices: ['shop', 'desk'].map((id) => ({
      id,
      name: id === 'shop' ? '주문' : '상담',
      shortName: id === 'shop' ? '주문' : '상담',
      nameEn: id,
      group: 'ours',
      site: `https://${id}.example.kr/`,
      probeSeconds: 60,
      target: {
        baseUrl: `https://${id}.example.kr`,
        alsoHosts: [],
        pages: { main: '/' },
        markers: { main: '안내' },
        selectors: {},
        login: 'none',
        unseen: [],
      },
    })),
    page: { operator: '우리 회사', contact: 'ops@example.kr' },
  },
  { file: 'bonghwa.config.ts', stage: 'prod', now: NINE },
);

const { summary, outages } = simulate(
  {
    name: 'down',
    services: ['shop', 'desk'],
    from: NINE,
    to: NINE + 40 * MINUTE,
    faults: [
      {
        services: ['shop', 'desk'],
        from: NINE + 10 * MINUTE,
        to: NINE + 30 * MINUTE,
        mode: 'http-503',
        share: 1,
      },
    ],
  },
  { configuration },
);

/** Every file of the page, pictures apart. */
function pageFiles(history: readonly Outage[]): readonly string[] {
  const { page, ...rest } = configuration;
  if (!page) throw new Error('there is no page');
  const facts = pageFacts({
    now: NINE + 40 * MINUTE,
    mode: 'live',
    board: [],
    history: { outages: history, days: {} },
    updates: [],
    configuration: rest,
    settings: page,
  });
  return [...archiveFiles(facts), ...presentFiles(facts)]
    .filter(({ contentType }) => !/^(image\/png|font|text\/css)/.test(contentType))
    .map(({ body }) => String(body));
}

describe('an operator with a folder of its own', () => {
  it('reads nothing of the ministry in mails and on phones', () => {
    expect(summary.notices.map(({ type }) => type)).toEqual(['opened', 'closed']);
    for (const { sms = '', subject, text } of summary.notices) {
      expect(`${sms}\n${subject}\n${text}`).not.toMatch(OTHERS);
    }
  });

  it('reads nothing of it on the page, in feeds, badges and data', () => {
    const files = pageFiles(outages);
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) expect(file).not.toMatch(OTHERS);
    expect(files.filter((file) => file.includes('서비스 상황판')).length).toBeGreaterThan(0);
  });

  it.each(WEBHOOK_FORMATS)('sends nothing of it in the format %s', (format) => {
    const [outage] = outages;
    if (!outage) throw new Error('there was no outage');
    const { catalogue, texts } = configuration;
    const context = { catalogue, texts, apiUrl: 'https://api.example.kr', stage: 'prod' };
    const notice = composeNotice({ outage, seq: 1, type: 'opened', at: NINE }, context);
    const template = { text: '{title} {text}' };
    expect(JSON.stringify(webhookBody({ format, template }, notice, context))).not.toMatch(OTHERS);
  });
});
