import { afterEach, describe, expect, it, vi } from 'vitest';
import { widthOf } from '#local/terminal';
import { greeting } from '#local/watch/greeting';
import { aConfiguration } from '../../support/builders.ts';
import { hangul } from '../../support/languages.ts';

afterEach(() => vi.unstubAllEnvs());

function greeted(
  language: 'ko' | 'en',
  channels: readonly string[] = [],
  configuration = aConfiguration(),
): string {
  const warning = { ko: '주의할 것이 있습니다. '.repeat(8), en: 'Look at this. '.repeat(8) };
  return greeting({
    configuration,
    warnings: [warning],
    apiUrl: 'http://127.0.0.1:8718',
    pageUrl: undefined,
    channels,
    browser: undefined,
    language,
  });
}

describe('the greeting of watch', () => {
  it.each(['ko', 'en'] as const)('fits 80 columns in %s', (language) => {
    vi.stubEnv('COLUMNS', '80');
    const wide = greeted(language)
      .split('\n')
      .filter((line) => widthOf(line) > 80);
    expect(wide).toEqual([]);
  });

  it('is in one language', () => {
    expect(hangul(greeted('en'))).toEqual([]);
  });

  it('says that nobody is told where no channel is', () => {
    expect(greeted('en')).toContain('nobody is told');
    expect(greeted('en', ['webhook-ops'])).not.toContain('nobody is told');
  });

  it('says where links in notices lead, if recipients cannot follow them', () => {
    const told = 'lead to http://127.0.0.1:8718, which only this machine opens';
    expect(greeted('en', ['webhook-ops']).replace(/\s+/g, ' ')).toContain(told);
    expect(greeted('en')).not.toContain('only this machine');
    const api = { ...aConfiguration().api, url: 'https://monitor.example.kr' };
    const reached = greeted('en', ['webhook-ops'], aConfiguration({ api }));
    expect(reached).not.toContain('only this machine');
  });
});
