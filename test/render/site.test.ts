import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkBetween } from '#core/page/addresses';
import { pageFacts } from '#core/page/page-facts';
import type { PageFacts, PageInput, SiteFile } from '#core/page/public-page';
import { archiveFiles, presentFiles } from '#render/site';
import { NOW, pageInput, SERVICES, sixDown } from '../core/page/page-samples.ts';
import { closedOf, incidentOf, outageOf } from '../support/outages.ts';
import { factsIn, PAGE_STATES, type PageState } from './page-states.ts';

const STATES = Object.keys(PAGE_STATES) as readonly PageState[];

function filesOf(facts: PageFacts): readonly SiteFile[] {
  return [...archiveFiles(facts), ...presentFiles(facts)];
}

function textOf({ body }: SiteFile): string {
  return typeof body === 'string' ? body : '';
}

describe('the files of the page', () => {
  it.each(STATES)('end with the one that sends browsers to the others: %s', (state) => {
    expect(filesOf(factsIn(state)).at(-1)?.path).toBe('status.json');
  });

  it.each(STATES)('have each path once, and the same pages in both languages: %s', (state) => {
    const paths = filesOf(factsIn(state)).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const html = paths.filter((path) => path.endsWith('.html'));
    const korean = html.filter((path) => !path.startsWith('en/'));
    expect(html.filter((path) => path.startsWith('en/')).map((path) => path.slice(3))).toEqual(
      korean,
    );
  });

  it.each(STATES)('hold nothing Korean in English but names and texts of people: %s', (state) => {
    const facts = factsIn(state);
    const english = filesOf(facts).filter(({ path }) => /^en\/.*html$/.test(path));
    const names = [
      facts.settings.operator,
      '한국어',
      ...facts.maintenance.map((one) => one.window.reason),
    ];
    for (const file of english) {
      const rest = names.reduce((text, name) => text.replaceAll(name, ''), textOf(file));
      expect([file.path, rest.match(/\p{Script=Hangul}+/gu)]).toEqual([file.path, null]);
    }
  });

  it('tell brief failures by month, apart from outages and also in a month without any', () => {
    const start = Date.parse('2024-06-30T00:00:00+09:00');
    const seconds = { up: 86_400, degraded: 0, down: 0, maintenance: 0, unknown: 0 };
    const days = { eps: [{ start, seconds, blips: 3 }] };
    const facts = pageFacts(pageInput({ history: { outages: [], days } }));
    const textAt = (path: string) =>
      textOf(filesOf(facts).find((file) => file.path === path) ?? gone());
    expect(textAt('history/2024-06.html')).toMatch(/일시 실패.*2024-06-30.*일시 실패 3회/s);
    expect(textAt('en/history/2024-06.html')).toContain('3 brief failures');
    expect(textAt('index.html')).toContain('history/2024-06.html');
    expect(textAt('index.html')).toMatch(/2024-06-30[^<]*<\/th><td>\s*정상, 일시 실패 3회/);
    expect(textAt('history/2024-06.html')).toContain('기록된 장애가 없습니다');
    expect(textAt('days.json')).toContain('"blips":3');
  });

  it('say what they say about now with its time and its end', () => {
    for (const state of STATES) {
      for (const path of ['index.html', 'en/index.html']) {
        const front = textOf(filesOf(factsIn(state)).find((file) => file.path === path) ?? gone());
        expect(front).toMatch(
          /data-written="\d+" data-valid="180000" data-status="(\.\.\/)?status\.json"/,
        );
        expect(front).toMatch(/09:23|12:20/);
      }
    }
  });

  it('of a record say nothing about now, also of an outage that went on', () => {
    const pages = filesOf({ ...factsIn('six down'), mode: 'record' }).filter(({ path }) =>
      path.endsWith('.html'),
    );
    expect(pages.map(({ path }) => path)).toContain('outages/moel-20240718-0915.html');
    for (const page of pages) {
      const text = textOf(page);
      expect([page.path, /data-valid|까지 유효|valid until/.exec(text)?.[0]]).toEqual([
        page.path,
        undefined,
      ]);
    }
  });

  it('of an outage that is over are the same at any later time', () => {
    const later = {
      ...factsIn('recovered'),
      writtenAt: NOW + 86_400_000,
      validUntil: NOW + 86_580_000,
    };
    expect(archiveFiles(later)).toEqual(archiveFiles(factsIn('recovered')));
  });

  it('of a quiet minute differ in four: both front pages, the summary and the status', () => {
    const before = pageFacts(pageInput(PAGE_STATES['all fine'] as Partial<PageInput>));
    const after = {
      ...before,
      writtenAt: before.writtenAt + 60_000,
      validUntil: before.validUntil + 60_000,
    };
    const known = new Map(filesOf(before).map((file) => [file.path, textOf(file)]));
    const changed = filesOf(after).filter((file) => known.get(file.path) !== textOf(file));
    expect(changed.map(({ path }) => path)).toEqual([
      'index.html',
      'en/index.html',
      'api/v2/summary.json',
      'status.json',
    ]);
  });

  it('bear no mark of the government and say who runs them', () => {
    const [front] = presentFiles(factsIn('all fine')).filter(({ path }) => path === 'index.html');
    expect(textOf(front ?? gone())).toContain(
      '정부가 운영하는 페이지가 아닙니다. 운영: 시민 감시단',
    );
    expect(textOf(front ?? gone())).not.toMatch(/공식 전자정부|emblem|masthead/);
  });
});

describe('a contact', () => {
  const shown = (contact: string) => {
    const facts = factsIn('all fine');
    const files = presentFiles({ ...facts, settings: { ...facts.settings, contact } });
    return textOf(files.find(({ path }) => path === 'index.html') ?? gone());
  };

  it.each([
    ['page@example.kr', '<a href="mailto:page@example.kr">'],
    ['https://example.kr/contact', '<a href="https://example.kr/contact" rel="noopener">'],
    ['02-123-4567', '문의: 02-123-4567'],
    ['javascript:alert(1)', '문의: javascript:alert(1)'],
    ['a@b.kr?bcc=c@d.kr', '문의: a@b.kr?bcc=c@d.kr'],
  ])('%s becomes a link only where it is an address', (contact, expected) => {
    expect(shown(contact)).toContain(expected);
  });
});

/** Every field through which a foreign text gets onto the page. */
function filledWith(text: string): PageFacts {
  const input = pageInput();
  const { catalogue } = input.configuration;
  const outage = closedOf(
    outageOf(SERVICES, {
      incidents: SERVICES.map((service) => incidentOf(service, { matched: text })),
      cause: { ...outageOf([]).cause, matched: text, signature: text },
      timeline: [{ at: NOW, type: 'written', was: 'opened', text }],
    }),
  );
  return pageFacts({
    ...input,
    board: [sixDown()],
    history: {
      outages: [outage, { ...outage, id: 'moel-20240717-0900', state: 'open' }],
      days: {},
    },
    updates: [
      {
        id: '1',
        outage: outage.id,
        status: 'identified',
        text: { ko: text, en: text },
        audience: 'public',
        by: text,
        at: NOW,
      },
    ],
    settings: { operator: text, contact: text, url: 'https://status.example.kr', simulated: false },
    configuration: {
      ...input.configuration,
      catalogue: {
        ...catalogue,
        groups: catalogue.groups.map((group) => ({ ...group, name: text, nameEn: text })),
        services: catalogue.services.map((one) => ({
          ...one,
          name: text,
          nameEn: text,
          shortName: text,
        })),
        targets: catalogue.targets.map((target) => ({
          ...target,
          unseen: [{ ko: text, en: text }],
        })),
      },
      maintenance: [
        {
          id: 'now',
          type: 'once',
          from: NOW - 1000,
          to: NOW + 3_600_000,
          services: [],
          reason: text,
        },
      ],
      texts: { ...input.configuration.texts, citizenAdvice: { ko: text, en: text } },
    },
  });
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  'x\r\nSet-Cookie: a=b',
  '\nBEGIN:VEVENT\nSUMMARY:x',
  '$'.concat('{7*7}{{7*7}}'),
  '=HYPERLINK("http://x")',
  '\u2028BEGIN:VALARM',
  '\u0000\u0008\ud800',
  '](http://x) **b**',
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map(([a, b]) => `${b}${a}${b}`),
);

/** Tags with the names of their attributes, in order. A text must not change them. */
function skeleton(markup: string): readonly string[] {
  return [...markup.matchAll(/<(\/?[a-z!?][^\s>]*)([^>]*)>/gi)].map(
    ([, tag = '', attributes = '']) =>
      `${tag} ${[...attributes.replace(/"[^"]*"/g, '""').matchAll(/[^\s=">/]+/g)].join(' ')}`,
  );
}

describe('hostile text', () => {
  const harmless = filesOf(filledWith('harmless'));

  it('adds no tag and no attribute, no link, no property of a calendar, and breaks no document', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const files = filesOf(filledWith(text));
        expect(files.map(({ path }) => path)).toEqual(harmless.map(({ path }) => path));
        for (const [index, file] of files.entries()) {
          const model = harmless[index] ?? gone();
          const body = textOf(file);
          if (/\.(html|atom|svg)$/.test(file.path)) {
            expect(skeleton(body)).toEqual(skeleton(textOf(model)));
          }
          if (file.path.endsWith('.json')) JSON.parse(body);
          if (file.path.endsWith('.ics')) {
            const properties = (calendar: string) =>
              calendar
                .replaceAll('\r\n ', '')
                .split('\r\n')
                .map((line) => line.split(':')[0]);
            expect(properties(body)).toEqual(properties(textOf(model)));
            expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('would be noticed: the check sees a tag that got through', () => {
    expect(skeleton('<p>a<b x="1">c</b></p>')).toEqual(['p ', 'b x', '/b ', '/p ']);
    expect(skeleton('<p a="x" onclick="y">')).toEqual(['p a onclick']);
  });
});

describe('a link between two files', () => {
  it('leads from any folder to any other', () => {
    expect(linkBetween('index.html', 'en/index.html')).toBe('en/index.html');
    expect(linkBetween('en/outages/a.html', 'outages/a.json')).toBe('../../outages/a.json');
  });
});

function gone(): never {
  throw new Error('there is no such file');
}
